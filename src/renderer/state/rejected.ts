/** The cells of one gesture whose new text was refused: kept as typed, red, and listed until they are mended or the next gesture comes. Pure. */
import type { Bill } from '../../shared/billing/bill.ts';
import type { Issue } from '../../shared/core/issue.ts';
import type { FormulaError } from '../../shared/formula/ast.ts';
import { wrongDrivers } from '../../shared/scenario/drivers.ts';
import { getField } from '../../shared/scenario/patch.ts';
import type { Line, Scenario, SheetId } from '../../shared/scenario/types.ts';

export interface Rejected {
  /** where the lines are; drivers belong to all options */
  readonly option: string;
  readonly sheet: SheetId | 'drivers';
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
  readonly reason:
    | { readonly kind: 'line'; readonly sku: string; readonly issue: Issue }
    | { readonly kind: 'driver'; readonly error: FormulaError };
}
interface Input {
  readonly scenario: Scenario;
  readonly bill: Bill;
}
/** null: it is wrong no more. */
type Look = (row: string, column: string) => RejectedCell | null;

/** Those that are wrong still; the first `most` of them, and how many there are. */
export const listRejected = (
  { option, sheet, cells }: Rejected,
  input: Input,
  most: number,
): { readonly shown: readonly RejectedCell[]; readonly count: number } => {
  const look = sheet === 'drivers' ? lookAtDrivers(input) : lookAtLines(input, option, sheet);
  const shown: RejectedCell[] = [];
  let count = 0;
  for (const { row, column } of cells) {
    const found = look(row, column);
    if (found === null) continue;
    count += 1;
    if (shown.length < most) shown.push(found);
  }
  return { shown, count };
};

const lookAtLines = ({ scenario, bill }: Input, id: string, sheet: SheetId): Look => {
  const option = scenario.options.find((each) => each.id === id);
  const optionBill = bill.options.find((each) => each.id === id);
  const places = new Map(option?.[sheet].map((line: Line, index) => [line.id, { line, row: index + 1 }]));
  return (id, field) => {
    const place = places.get(id);
    const issue = optionBill?.issuesOf(id).find((each) => each.severity === 'error' && (each.field ?? 'sku') === field);
    if (place === undefined || issue === undefined) return null;
    const { line, row } = place;
    return { line: id, field, row, text: getField(line, field) ?? '', reason: { kind: 'line', sku: line.sku, issue } };
  };
};

const lookAtDrivers = ({ scenario }: Input): Look => {
  const wrong = new Map(wrongDrivers(scenario.drivers).map((each) => [each.driver.id, each]));
  return (id, field) => {
    const found = field === 'value' ? wrong.get(id) : undefined;
    if (found === undefined) return null;
    const { driver, place, error } = found;
    return { line: id, field, row: place + 1, text: driver.value, reason: { kind: 'driver', error } };
  };
};
