/** 100,000 lines against programs that a planner would take instead: LibreOffice Calc and HyperFormula, on a sheet of the same lines. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openAppStore } from '../../../src/main/openAppStore.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { billScenario } from '../../../src/shared/billing/recompute.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { EditedPlan, readTotals } from '../edit.ts';
import { type HyperTimes, measureHyperFormula } from '../hyperFormula.ts';
import { findLibreOffice, measureLibreOffice, type OfficeTimes } from '../libreOffice/libreOffice.ts';
import { medianOf, quantileOf, timeFor, timeInTurns } from '../measure.ts';
import { peakOf } from '../memory.ts';
import { sheetPlanOf } from '../plan.ts';
import type { BenchRow, Target } from '../report.ts';
import { cellsOf, SHEET_LINES, writeSheetFile } from '../sheetFile.ts';

const EDITS_MS = 4_000;
const faster = (times: number): Target => ({ kind: 'timesLess', times });

interface Ours {
  readonly edit: number;
  readonly edit99: number;
  /** everything again, what is typed is known: as a spreadsheet recalculates its cells */
  readonly full: number;
  /** the same from text */
  readonly fullFromText: number;
  readonly store: number;
  /** the bare rows of the same file */
  readonly all: number;
  readonly peakMb: number | null;
}

const measureOurs = async (folder: string): Promise<Ours> => {
  const priceBook = readPriceBook('2021-01-21');
  const scenario = sheetPlanOf(SHEET_LINES);
  const opened = openAppStore({ dataFolder: folder, now: () => new Date(), editions: [priceBook] });
  if (!opened.ok) throw new Error(opened.error.code);
  const { store } = opened.value;
  const created = store.createScenario(scenario);
  if (!created.ok) throw new Error(created.error.code);
  store.close();
  const { default: Database } = await import('better-sqlite3');
  let billed = billScenario({ scenario, priceBook }, null);
  const times = await timeInTurns({
    full: {
      work: () => {
        // Of another horizon nothing stays but what is typed.
        const months = billed.input.scenario.months === scenario.months ? scenario.months + 1 : scenario.months;
        billed = billScenario({ scenario: { ...scenario, months }, priceBook }, billed);
        readTotals(billed.bill);
      },
      rounds: 12,
    },
    fullFromText: { work: () => readTotals(computeBill({ scenario, priceBook })), rounds: 5 },
    // As a start does: the file is opened, the scenario read, the bill made.
    store: {
      work: () => {
        const again = openAppStore({ dataFolder: folder, now: () => new Date(), editions: [] });
        if (!again.ok) throw new Error(again.error.code);
        const read = again.value.store.openScenario(created.value);
        if (!read.ok) throw new Error(read.error.code);
        readTotals(computeBill(read.value));
        again.value.store.close();
      },
      rounds: 5,
    },
    all: {
      work: () => {
        const db = new Database(path.join(folder, 'costbook.db'), { readonly: true });
        db.prepare('SELECT * FROM usage_lines').all();
        db.close();
      },
      rounds: 5,
    },
  });
  const plan = new EditedPlan(scenario, priceBook);
  const edits = await timeFor(() => plan.edit('A', 'u1'), EDITS_MS);
  return { ...times, edit: medianOf(edits), edit99: quantileOf(edits, 0.99), peakMb: await peakOf('sheet') };
};

export const benchSheet = async (): Promise<readonly BenchRow[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-bench-'));
  try {
    const ours = await measureOurs(folder);
    const scenario = sheetPlanOf(SHEET_LINES);
    const cells = { heavy: cellsOf(scenario, 'byProviderAndMonth'), light: cellsOf(scenario, 'total') };
    const found = findLibreOffice();
    const files = { heavy: path.join(folder, 'heavy.xlsx'), light: path.join(folder, 'light.xlsx') };
    if (found.ok) for (const name of ['heavy', 'light'] as const) await writeSheetFile(cells[name], files[name]);
    const office = found.ok ? measureLibreOffice(found, { folder, ...files }) : null;
    const hyper = { heavy: await measureHyperFormula(cells.heavy, 3), light: await measureHyperFormula(cells.light, 9) };
    const hyperPeakMb = await peakOf('sheetOnHyperFormula');
    const note = found.ok ? '' : found.reason;
    return rowsOf({ ours, office, hyper, hyperPeakMb, officeName: found.ok ? found.version : 'LibreOffice Calc', note });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

interface Measured {
  readonly ours: Ours;
  readonly office: OfficeTimes | null;
  readonly hyper: { readonly heavy: HyperTimes; readonly light: HyperTimes };
  readonly hyperPeakMb: number | null;
  readonly officeName: string;
  readonly note: string;
}
const rowsOf = ({ ours, office, hyper, hyperPeakMb, officeName: of, note }: Measured): readonly BenchRow[] => {
  const base = { unit: 'ms', high: null, note: '' } as const;
  const edit = { ...base, ours: ours.edit, high: { name: 'p99', value: ours.edit99 } } as const;
  const heavy = 'one edit of 100,000 lines, sums by provider and month';
  const light = 'the same edit; the sheet has one sum only';
  const full = { ...base, work: 'full recompute, 100,000 lines, the same sums', ours: ours.full };
  const store = { ...base, work: 'store to first totals, the same 100,000 lines', ours: ours.store };
  const memory = { ...base, unit: 'MB', work: 'peak memory with these 100,000 lines open', ours: ours.peakMb, target: null } as const;
  return [
    { ...edit, work: heavy, peer: of, theirs: office?.heavy.edit ?? null, target: faster(10), note },
    { ...edit, work: heavy, peer: 'HyperFormula', theirs: hyper.heavy.edit, target: faster(10) },
    { ...edit, work: light, peer: of, theirs: office?.light.edit ?? null, target: faster(10), note },
    { ...edit, work: light, peer: 'HyperFormula', theirs: hyper.light.edit, target: faster(10) },
    { ...full, peer: of, theirs: office?.heavy.recalculate ?? null, target: faster(10), note },
    { ...full, peer: 'HyperFormula', theirs: hyper.heavy.recalculate, target: null },
    {
      ...full,
      ours: ours.fullFromText,
      peer: `${of}, what is typed is known to it`,
      work: 'the same, every field read from its text',
      theirs: office?.heavy.recalculate ?? null,
      target: null,
      note,
    },
    { ...store, peer: `${of}, load of the sheet`, theirs: office?.heavy.load ?? null, target: { kind: 'atMostTimes', times: 0.5 }, note },
    { ...store, peer: 'better-sqlite3 .all() of the rows', theirs: ours.all, target: null },
    { ...memory, peer: of, theirs: office?.heavy.peakMb ?? null, note },
    { ...memory, peer: 'HyperFormula', theirs: hyperPeakMb },
  ];
};
