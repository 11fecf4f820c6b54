import { describe, expect, it } from 'vitest';
import { isPlainData, readText } from '../../../src/main/ipc/plainData.ts';

const deep = (levels: number): unknown => (levels === 0 ? 1 : { in: deep(levels - 1) });

describe('plain data', () => {
  it.each([undefined, null, '', 0, -1.5, true, [], {}, { a: [1, { b: null }] }, { bytes: new Uint8Array(8) }, deep(12)])(
    '%j is',
    (value) => {
      expect(isPlainData(value)).toBe(true);
    },
  );

  it.each<[string, unknown]>([
    ['a date', new Date()],
    ['a map', new Map()],
    ['a regular expression', /x/],
    ['an array of other numbers', new Uint16Array(8)],
    ['a view of bytes', new DataView(new ArrayBuffer(8))],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a big integer', 1n],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['an own __proto__ key', JSON.parse('{"__proto__": {"id": "x"}}')],
    ['a __proto__ key inside', { patch: [JSON.parse('{"__proto__": 1}')] }],
    ['another prototype', Object.create({ id: 'x' })],
    ['too deep', deep(13)],
  ])('%s is not', (_, value) => {
    expect(isPlainData(value)).toBe(false);
  });

  it('stops at the limit: text, many entries, many keys', () => {
    expect(isPlainData('x'.repeat(1000), 500)).toBe(false);
    expect(isPlainData({ bytes: new Uint8Array(1000) }, 500)).toBe(false);
    expect(isPlainData(new Array(1000).fill(0), 500)).toBe(false);
    expect(isPlainData(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`k${at}`, 0])), 500)).toBe(false);
    expect(isPlainData({ text: 'x'.repeat(100), list: [1, 2] }, 500)).toBe(true);
  });

  it('refuses 100 MB at once', () => {
    const started = performance.now();
    expect(isPlainData({ id: 'x', view: { sheet: 'x'.repeat(100_000_000) } })).toBe(false);
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('ends on a circle', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(isPlainData(circle)).toBe(false);
  });
});

describe('a request as text', () => {
  it('is what its JSON says', () => {
    expect(readText('{"id": "x", "list": [1, null]}')).toEqual({ id: 'x', list: [1, null] });
  });

  it.each([
    ['no JSON', '{"id": ', 100],
    ['longer than a request', '[1, 2, 3, 4]', 5],
  ])('stays a text where it is %s', (_, text, largest) => {
    expect(readText(text, largest)).toBe(text);
  });

  it('keeps a __proto__ for the check that refuses it', () => {
    const read = readText('{"id": "x", "__proto__": {"polluted": true}}');
    expect(isPlainData(read)).toBe(false);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
