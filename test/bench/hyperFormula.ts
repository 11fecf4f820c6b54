/**
 * HyperFormula, a peer of the bench and of nothing else: it is GPL-3.0-only (or commercial), so it is loaded here when it is measured,
 * is a development dependency, and no part of Costbook is linked with it.
 */
import { timeOnce } from './measure.ts';
import type { SheetCells } from './sheetFile.ts';

export interface HyperTimes {
  readonly recalculate: number;
  readonly edit: number;
}

const LICENSE_KEY = 'gpl-v3';

export const openHyperFormula = async ({ lines, sums }: SheetCells) => {
  const { HyperFormula } = await import('hyperformula');
  const rows = (cells: SheetCells['lines']): (string | number)[][] => cells.map((row) => [...row]);
  return HyperFormula.buildFromSheets(
    { Lines: rows(lines), Sums: rows(sums) },
    { licenseKey: LICENSE_KEY, maxRows: lines.length, useArrayArithmetic: false },
  );
};

/** Medians in milliseconds would take minutes: its edit of the heavy sheet alone takes seconds, so few runs count. */
export const measureHyperFormula = async (cells: SheetCells, edits: number): Promise<HyperTimes> => {
  const engine = await openHyperFormula(cells);
  const at = (name: string): number => engine.getSheetId(name) ?? 0;
  const quantity = { sheet: at('Lines'), row: 0, col: 3 };
  const total = { sheet: at('Sums'), row: 0, col: 1 };
  const seen = new Set<unknown>();
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    times.push(
      await timeOnce(() => {
        engine.setCellContents(quantity, 1_000 + edit);
        seen.add(engine.getCellValue(total));
      }),
    );
  }
  if (seen.size !== edits) throw new Error('the total does not follow the edits');
  const recalculate = await timeOnce(() => engine.rebuildAndRecalculate());
  engine.destroy();
  return { recalculate, edit: times.toSorted((a, b) => a - b)[Math.floor(edits / 2)] ?? Number.NaN };
};
