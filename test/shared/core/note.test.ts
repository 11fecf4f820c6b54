import { describe, expect, it } from 'vitest';
import { createNote } from '../../../src/shared/core/note.ts';

describe('a note', () => {
  it('stays with its object and is seen by nobody else', () => {
    const note = createNote<object, number>('test');
    const object = { a: 1 };
    note.set(object, 7);
    note.set(object, 8);
    expect(note.get(object)).toBe(8);
    expect(createNote<object, number>('test').get(object)).toBeUndefined();
    expect(note.get({ ...object })).toBeUndefined();
    expect(note.get(structuredClone(object))).toBeUndefined();
    expect(Reflect.ownKeys({ ...object })).toEqual(['a']);
    expect(JSON.stringify(object)).toBe('{"a":1}');
    expect(object).toStrictEqual({ a: 1 });
  });

  it('is not kept of a frozen object', () => {
    const note = createNote<object, number>('test');
    const object = Object.freeze({});
    note.set(object, 7);
    expect(note.get(object)).toBeUndefined();
  });
});
