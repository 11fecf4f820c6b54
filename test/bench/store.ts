import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../src/main/db/open.ts';
import { createStore } from '../../src/main/store/createStore.ts';
import { computeBill } from '../../src/shared/billing/computeBill.ts';
import type { Result } from '../../src/shared/core/result.ts';
import { readPriceBook } from '../support/priceBooks.ts';
import { type BenchRow, compare } from './measure.ts';
import { planOf } from './plan.ts';

const LINES = 10_000;
const SAVES = 100;

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Durable saves against a raw write with fdatasync; opening a scenario against the bare rows of the same file. */
export const benchStore = async (): Promise<readonly BenchRow[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-bench-'));
  const now = (): Date => new Date();
  const { db } = must(openDatabase({ file: path.join(folder, 'costbook.db'), now }));
  const store = createStore({ db, now, newId: () => 'bench' });
  const raw = fs.openSync(path.join(folder, 'raw'), 'w');
  try {
    must(store.addEdition(readPriceBook('seed')));
    const id = must(store.createScenario(planOf({ lines: LINES, packs: 10 }).scenario));
    let { revision } = must(store.openScenario(id));
    let before = must(store.openScenario(id)).scenario.options[0]?.usage[0]?.quantity ?? null;
    const saveOnce = (count: number): void => {
      const after = String(count);
      const op = { op: 'line.set', option: 'A', sheet: 'usage', line: 'u1', field: 'quantity', before, after } as const;
      ({ revision } = must(store.save({ id, revision, patch: [op] })));
      before = after;
    };
    let saves = 0;
    return [
      await compare({
        work: `${SAVES} durable saves of one cell, ${LINES} lines`,
        peer: 'raw write + fdatasync',
        rounds: 5,
        reach: 3,
        ours: () => {
          for (let count = 0; count < SAVES; count += 1) {
            saves += 1;
            saveOnce(saves);
          }
        },
        theirs: () => {
          for (let count = 0; count < SAVES; count += 1) {
            fs.writeSync(raw, 'u1 quantity 12345.6\n');
            fs.fdatasyncSync(raw);
          }
        },
      }),
      await compare({
        work: `open a scenario of ${LINES} lines to its first totals`,
        peer: 'better-sqlite3 .all() of the rows',
        rounds: 3,
        reach: null,
        ours: () => computeBill(must(store.openScenario(id))),
        theirs: () => db.prepare('SELECT * FROM usage_lines').all(),
      }),
    ];
  } finally {
    store.close();
    fs.closeSync(raw);
    fs.rmSync(folder, { recursive: true, force: true });
  }
};
