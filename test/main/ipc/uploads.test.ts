import { expect, it } from 'vitest';
import { createUploads } from '../../../src/main/ipc/uploads.ts';
import { ZIP_FILE_LIMIT } from '../../../src/shared/importing/limits.ts';

it('puts the parts of a file together in their order, each file by itself, and once', () => {
  const uploads = createUploads();
  for (const [id, byte] of [
    ['a', 1],
    ['b', 9],
    ['a', 2],
  ] as const)
    expect(uploads.add(id, Uint8Array.of(byte))).toEqual({ ok: true, value: null });
  expect([...uploads.take('a')]).toEqual([1, 2]);
  expect([...uploads.take('a')]).toEqual([]);
  expect([...uploads.take('b')]).toEqual([9]);
});

it('refuses more than the largest file, however it is divided, and keeps nothing of it', () => {
  const uploads = createUploads();
  const half = new Uint8Array(ZIP_FILE_LIMIT / 2);
  expect([uploads.add('a', half).ok, uploads.add('b', half).ok]).toEqual([true, true]);
  expect(uploads.add('c', Uint8Array.of(1))).toMatchObject({ error: { code: 'WORKBOOK_TOO_LARGE', params: { what: 'file' } } });
  expect(uploads.take('a').byteLength).toBe(0);
});
