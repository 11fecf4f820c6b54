/** Run by memory.ts: does the work that is named on the command line, keeps its result, and sends this process's peak memory in MB. */
import { readPriceBook } from '../support/priceBooks.ts';
import { EditedPlan } from './edit.ts';
import { openHyperFormula } from './hyperFormula.ts';
import { decimalArithmetic } from './plain/arithmetic.ts';
import { PlainProgram } from './plain/PlainProgram.ts';
import { groupsShape } from './plain/shapes.ts';
import { sheetPlanOf } from './plan.ts';
import { cellsOf, SHEET_LINES } from './sheetFile.ts';

const SIDES = {
  groups: () => {
    const { scenario, priceBook } = groupsShape();
    return new EditedPlan(scenario, priceBook);
  },
  groupsOnDecimal: () => new PlainProgram(decimalArithmetic, groupsShape()).full(),
  sheet: () => new EditedPlan(sheetPlanOf(SHEET_LINES), readPriceBook('2021-01-21')),
  sheetOnHyperFormula: () => openHyperFormula(cellsOf(sheetPlanOf(SHEET_LINES), 'byProviderAndMonth')),
} satisfies Readonly<Record<string, () => unknown>>;

export type Side = keyof typeof SIDES;

const isSide = (name: string): name is Side => name in SIDES;

const name = process.argv[2] ?? '';
if (isSide(name)) {
  const kept = await SIDES[name]();
  // Kilobytes on every system (libuv).
  process.send?.(kept === null ? 0 : process.resourceUsage().maxRSS / 1024);
}
