/** What is wrong with a cell of a foreign sheet, by its place in the file. */
import type { IssueCode, Severity } from '../core/issue.ts';

/** Codes of cells that never became a field of a line; all others are billing's. */
export const CELL_CODES = [
  'CELL_ERROR',
  'FORMULA_UNCOMPUTED',
  'UNIT_MISMATCH',
  'UNIT_ROUNDED',
  'ROW_SKIPPED',
  'SKU_NOT_NAMED',
  'PRICE_GRADUATED',
] as const;
export type CellCode = (typeof CELL_CODES)[number];
export type ImportCode = IssueCode | CellCode;

export interface ImportProblem {
  /** 1-based, as in the file */
  readonly row: number;
  /** from 0; null: the row as a whole */
  readonly column: number | null;
  readonly field: string | null;
  readonly code: ImportCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string>>;
}
export type RowState = 'good' | 'bad' | 'skipped';

export const problemAt = (
  place: { readonly row: number; readonly column: number | null; readonly field: string | null },
  code: CellCode,
  params: Readonly<Record<string, string>> = {},
): ImportProblem => ({ ...place, code, severity: SEVERITIES[code], params });

const SEVERITIES: Readonly<Record<CellCode, Severity>> = {
  CELL_ERROR: 'error',
  FORMULA_UNCOMPUTED: 'error',
  UNIT_MISMATCH: 'error',
  UNIT_ROUNDED: 'warning',
  ROW_SKIPPED: 'info',
  SKU_NOT_NAMED: 'error',
  PRICE_GRADUATED: 'error',
};
