/** Every issue of the open scenario with the place where it stands: for the status bar, the tabs and the way to the cell. */
import type { Bill } from '../../shared/billing/bill.ts';
import type { Issue } from '../../shared/core/issue.ts';
import { type Option, type Scenario, SHEETS, type SheetId } from '../../shared/scenario/types.ts';

export interface Problem {
  readonly option: string;
  /** null: of no line (an allowance) */
  readonly sheet: SheetId | null;
  /** number of the line on its sheet, from 1 */
  readonly row: number;
  /** of the line; '' where there is none */
  readonly sku: string;
  readonly issue: Issue;
}

/** In the order of options, sheets and lines. */
export const listProblems = (scenario: Scenario, bill: Bill): readonly Problem[] => {
  const options = new Map(scenario.options.map((option) => [option.id, option]));
  return bill.options.flatMap(({ id, issues }) => {
    const option = options.get(id);
    if (option === undefined || issues.length === 0) return [];
    const places = locateLines(option, new Set(issues.map((issue) => issue.line)));
    return issues.map((issue) => ({ option: id, sheet: null, row: 0, sku: '', ...places.get(issue.line), issue }));
  });
};

type LinePlace = Pick<Problem, 'sheet' | 'row' | 'sku'>;

const locateLines = (option: Option, wanted: ReadonlySet<string>): ReadonlyMap<string, LinePlace> => {
  const places = new Map<string, LinePlace>();
  for (const sheet of SHEETS) {
    option[sheet].forEach((line, index) => {
      if (wanted.has(line.id)) places.set(line.id, { sheet, row: index + 1, sku: line.sku });
    });
  }
  return places;
};

/** An assumption is something to know, not something to mend. */
export const isAssumption = ({ issue }: Problem): boolean => issue.code === 'ASSUMPTION';

/** Of all options together: what the status bar shows at every key press, without listing anything. */
export const countProblems = (bill: Bill): { readonly errors: number; readonly problems: number; readonly assumptions: number } => {
  const sum = (key: 'errors' | 'problems' | 'assumptions') => bill.options.reduce((total, { issueCounts }) => total + issueCounts[key], 0);
  return { errors: sum('errors'), problems: sum('problems'), assumptions: sum('assumptions') };
};
