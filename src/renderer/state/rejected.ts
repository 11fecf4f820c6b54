/** The cells of one gesture whose new text was refused: kept as typed, red, and listed until they are mended or the next gesture comes. Pure. */
import type { Bill } from '../../shared/billing/bill.ts';
import type { Issue } from '../../shared/core/issue.ts';
import { getField } from '../../shared/scenario/patch.ts';
import type { Line, Scenario, SheetId } from '../../shared/scenario/types.ts';

export interface Rejected {
  readonly option: string;
  readonly sheet: SheetId;
  /** in the order of the gesture, each once */
  readonly cells: readonly { readonly row: string; readonly column: string }[];
}
export interface RejectedCell {
  readonly line: string;
  readonly field: string;
  /** number of the line on its sheet, from 1 */
  readonly row: number;
  /** what was refused; '' where nothing was given */
  readonly text: string;
  readonly sku: string;
  readonly issue: Issue;
}

/** Those that are wrong still; the first `most` of them, and how many there are. */
export const listRejected = (
  { option: id, sheet, cells }: Rejected,
  { scenario, bill }: { readonly scenario: Scenario; readonly bill: Bill },
  most: number,
): { readonly shown: readonly RejectedCell[]; readonly count: number } => {
  const option = scenario.options.find((each) => each.id === id);
  const optionBill = bill.options.find((each) => each.id === id);
  if (option === undefined || optionBill === undefined) return { shown: [], count: 0 };
  const places = new Map(option[sheet].map((line: Line, index) => [line.id, { line, row: index + 1 }]));
  const shown: RejectedCell[] = [];
  let count = 0;
  for (const { row, column } of cells) {
    const place = places.get(row);
    const issue = optionBill.issuesOf(row).find(({ severity, field }) => severity === 'error' && (field ?? 'sku') === column);
    if (place === undefined || issue === undefined) continue;
    count += 1;
    if (shown.length === most) continue;
    const { line } = place;
    shown.push({ line: row, field: column, row: place.row, text: getField(line, column) ?? '', sku: line.sku, issue });
  }
  return { shown, count };
};
