import { expect, it } from 'vitest';
import { READY } from '../../../src/main/process/childProcess.ts';
import { type ReaderAnswer, type ReaderMessage, startReader } from '../../../src/main/xlsx/read/reader.ts';
import { ok } from '../../../src/shared/core/result.ts';
import type { Mapping } from '../../../src/shared/importing/mapping.ts';
import { makeBlankScenario } from '../../../src/shared/scenario/blank.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const scenario = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });
const context = { priceBook: readPriceBook('seed'), scenario, option: 'A', taken: [] };

/** A process that answers when the test says so. */
const openReader = () => {
  const sent: ReaderMessage[] = [];
  let hear = (_: ReaderAnswer | typeof READY): void => undefined;
  const reader = startReader(() => ({
    send: (message) => sent.push(message),
    onMessage: (listener) => {
      hear = listener;
    },
    onExit: () => undefined,
    kill: () => undefined,
  }));
  hear(READY);
  return { reader, sent, answer: (value: unknown) => hear(ok(value)) };
};
const mappingOf = (headerRow: number): Mapping => ({ table: 'Plan', headerRow, target: 'usage', columns: [], skus: {} });
const previewOf = (headerRow: number) => ({ mapping: mappingOf(headerRow), guessColumns: false, context, remembered: [], problems: 10 });

it('asks its process one thing after the other, so that each answer goes to who has asked', async () => {
  const { reader, sent, answer } = openReader();
  const headerRows = () => sent.map((message) => (message.method === 'preview' ? message.request.mapping?.headerRow : message.method));
  const answers = [reader.preview(previewOf(1)), reader.preview(previewOf(2))];
  await expect.poll(headerRows).toEqual([1]);
  answer('first');
  expect(await answers[0]).toEqual(ok('first'));
  await expect.poll(headerRows).toEqual([1, 2]);
  answer('second');
  expect(await answers[1]).toEqual(ok('second'));
});

it('asks nothing more while a file is being opened', async () => {
  const { reader, sent, answer } = openReader();
  const opened = reader.openHere({ bytes: new Uint8Array(1), name: 'plan.xlsx' });
  const preview = reader.preview(previewOf(1));
  await expect.poll(() => sent.length).toBe(1);
  answer({ kind: 'tables', tables: [] });
  await opened;
  await expect.poll(() => sent.length).toBe(2);
  answer(null);
  expect(await preview).toEqual(ok(null));
});
