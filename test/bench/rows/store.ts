/** Durable saves against a raw write with fdatasync. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../src/main/db/open.ts';
import { createStore } from '../../../src/main/store/createStore.ts';
import type { Result } from '../../../src/shared/core/result.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { timeInTurns } from '../measure.ts';
import { planOf } from '../plan.ts';
import type { BenchRow } from '../report.ts';

const LINES = 10_000;
const SAVES = 100;
const ROUNDS = 6;

const PLACE = { option: 'A', sheet: 'usage', row: 'u1', column: 'quantity' };

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const benchStore = async (): Promise<readonly BenchRow[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-bench-'));
  const now = (): Date => new Date();
  const { db } = must(openDatabase({ file: path.join(folder, 'costbook.db'), now }));
  const store = createStore({ db, now, newId: () => 'bench' });
  const raw = fs.openSync(path.join(folder, 'raw'), 'w');
  try {
    must(store.addEdition(readPriceBook('seed')));
    const id = must(store.createScenario(planOf({ lines: LINES, packs: 10 }).scenario));
    const opened = must(store.openScenario(id));
    let { revision } = opened;
    let before = opened.scenario.options[0]?.usage[0]?.quantity ?? null;
    let saves = 0;
    const save = (): void => {
      saves += 1;
      const after = String(saves);
      const op = { op: 'line.set', option: 'A', sheet: 'usage', line: 'u1', field: 'quantity', before, after } as const;
      ({ revision } = must(
        store.save({
          id,
          revision,
          patch: [op],
          history: [{ move: 'push', length: 1, label: { key: 'edit', params: { field: 'quantity' } }, before: PLACE, after: PLACE }],
        }),
      ));
      before = after;
    };
    const write = (): void => {
      fs.writeSync(raw, 'u1 quantity 12345.6\n');
      fs.fdatasyncSync(raw);
    };
    const times = await timeInTurns({
      theirs: { work: () => repeat(write), rounds: ROUNDS },
      ours: { work: () => repeat(save), rounds: ROUNDS },
    });
    const work = `durable save of one cell, ${LINES.toLocaleString('en')} lines`;
    const each = { ours: times.ours / SAVES, theirs: times.theirs / SAVES };
    return [{ work, peer: 'raw write + fdatasync', unit: 'ms', ...each, high: null, target: { kind: 'atMostTimes', times: 3 }, note: '' }];
  } finally {
    store.close();
    fs.closeSync(raw);
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

const repeat = (work: () => void): void => {
  for (let count = 0; count < SAVES; count += 1) work();
};
