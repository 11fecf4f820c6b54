/**
 * Usage lines whose charges Excel can follow: change a quantity, an override, a number of instances, a growth or a price, and the ledger
 * and every total move.
 *
 * Rule: a line is live where no pack or allowance has it in scope, its price is flat, nothing raises its quantity to a multiple, charges
 * round half up or down, and every charge comes to the engine's numbers in doubles. Otherwise all its charges are values. Periods, SKU
 * and `per` are values of the export in any case: the days of each month stand in the formulas.
 *   quantity = ROUND(base x instances x active days / days, 6), base = override, or ROUND(quantity x (1 + growth)^k, 6)
 *   list cost = ROUND(quantity x price per unit, 12), of a part of a month from the quantity before it is rounded
 *   payable = ROUND or ROUNDDOWN(list cost, 2)
 * Source: billing.md, 4.1 to 4.3 and 5.3.
 */
import type { Charge } from '../../shared/billing/bill.ts';
import { isInScope } from '../../shared/billing/packs/scope.ts';
import { formatAmount, formatQuantity } from '../../shared/numeric/fixed.ts';
import { applyOverrides } from '../../shared/pricebook/overrides.ts';
import { isGraduated, type PackSku, type UsageSku } from '../../shared/pricebook/types.ts';
import type { UsageLine } from '../../shared/scenario/types.ts';
import { daysOfMonth, firstDayNumber, isMonth, monthOfDay, parseDate, parseMonth } from '../../shared/time/calendar.ts';
import { isShownAs, roundAsExcel, roundToFen } from './excelMath.ts';
import type { BilledOption, ExportContext } from './exportContext.ts';
import { exactNumber } from './sanitise.ts';

export interface ChargeFormulas {
  readonly quantity: string;
  readonly listCost: string;
  readonly payable: string;
}
/** References to cells of a ledger row. */
export interface ChargeCells {
  readonly quantity: string;
  readonly listCost: string;
}
export interface LiveLine {
  /** `usage` refers to the line's cell of a column: ('quantity') -> `'Usage'!$E$4` */
  readonly formulasOf: (month: string, usage: (column: UsageCell) => string, charge: ChargeCells) => ChargeFormulas;
}
export type UsageCell = 'quantity' | 'instances' | 'growth' | 'unitPrice' | `m:${string}`;

export type FindLive = (option: BilledOption, line: UsageLine) => LiveLine | null;

export const makeFindLive = (context: Pick<ExportContext, 'scenario' | 'priceBook' | 'findSku' | 'months'>): FindLive => {
  // Only whether: what the formulas need is made anew, and is not in memory for a hundred thousand lines.
  const known = new Map<UsageLine, boolean>();
  const isCovered = makeIsCovered(context);
  const { providers } = applyOverrides(context.priceBook, context.scenario.overrides);
  return (option, line) => {
    const found = known.get(line);
    const sku = found === false ? undefined : context.findSku(line.sku);
    const rounding = providers.find(({ id }) => id === sku?.provider)?.rounding;
    const mayLive = sku?.kind === 'usage' && sku.increment === undefined && rounding !== 'half-even';
    const input = mayLive ? { context, option, line, sku, down: rounding === 'down' } : null;
    const isLive = found ?? (input !== null && !isCovered(option, input.sku) && comesToAll(input));
    known.set(line, isLive);
    return isLive && input !== null ? liveLine(input) : null;
  };
};

/** Whether a pack line of the option, usable or not, or an allowance has the SKU in scope. */
const makeIsCovered = ({ priceBook, findSku }: Pick<ExportContext, 'priceBook' | 'findSku'>) => {
  const allowances = priceBook.skus.filter((sku) => sku.kind === 'pack' && sku.class === 'allowance');
  const known = new WeakMap<BilledOption, Map<UsageSku, boolean>>();
  return (billed: BilledOption, sku: UsageSku): boolean => {
    const answers = known.get(billed) ?? new Map<UsageSku, boolean>();
    known.set(billed, answers);
    const packs = (): readonly (PackSku | undefined)[] =>
      [...billed.option.packs.map((line) => findSku(line.sku)), ...allowances].map((each) => (each?.kind === 'pack' ? each : undefined));
    const answer = answers.get(sku) ?? packs().some((pack) => pack !== undefined && isInScope(pack.scope, sku));
    answers.set(sku, answer);
    return answer;
  };
};

interface LiveInput {
  readonly context: Pick<ExportContext, 'months'>;
  readonly option: BilledOption;
  readonly line: UsageLine;
  readonly sku: UsageSku;
  readonly down: boolean;
}

/** Whether Excel comes to every charge of the line. */
const comesToAll = (input: LiveInput): boolean => {
  const { option, line, sku, down } = input;
  const bill = option.bill.lines.get(line.id);
  const numbers = readNumbers(line, sku);
  if (bill?.kind !== 'usage' || bill.months.length === 0 || numbers === null) return false;
  const period = periodOf(input);
  return bill
    .listCharges()
    .every((charge) => charge.draws.length === 0 && comesTo(charge, { line, numbers, part: partOf(line, period, charge.month), down }));
};

const liveLine = (input: LiveInput): LiveLine => {
  const { line, down } = input;
  const period = periodOf(input);
  return { formulasOf: (month, usage, charge) => formulasOf({ month, usage, charge, line, down, part: partOf(line, period, month) }) };
};

interface Numbers {
  readonly quantity: number;
  readonly instances: number;
  readonly growth: number;
  readonly unitPrice: number;
}

/** As the cells hold them; null where one is no number there. */
const readNumbers = (line: UsageLine, sku: UsageSku): Numbers | null => {
  const price = line.price ?? (isGraduated(sku.price) ? null : sku.price);
  const quantity = exactNumber(line.quantity ?? '');
  const instances = exactNumber(line.instances ?? '1');
  const growth = exactNumber(line.growth ?? '0');
  const unitPrice = price === null ? null : exactNumber(price);
  if (quantity === null || instances === null || growth === null || unitPrice === null) return null;
  return { quantity, instances, growth, unitPrice: unitPrice / (sku.per ?? 1) };
};

/** [from, to) in days. */
interface Period {
  readonly from: number;
  readonly to: number;
  /** what the SKU divides a month by; null: by its days */
  readonly monthDays: number | null;
}

const periodOf = ({ context: { months }, line, sku }: LiveInput): Period => ({
  from: dayOf(line.from ?? months[0] ?? '', 'start'),
  to: dayOf(line.to ?? months.at(-1) ?? '', 'end'),
  monthDays: sku.monthBasis === 'days30' ? 30 : null,
});

const dayOf = (text: string, edge: 'start' | 'end'): number => {
  const later = edge === 'end' ? 1 : 0;
  return isMonth(text) ? firstDayNumber(parseMonth(text) + later) : parseDate(text) + later;
};

/** How much of the line falls into a month. */
interface Part {
  readonly days: number;
  /** what the days are divided by */
  readonly basis: number;
  /** months since the first one */
  readonly k: number;
}

const partOf = (line: UsageLine, { from, to, monthDays }: Period, text: string): Part => {
  const month = parseMonth(text);
  const days = Math.min(to, firstDayNumber(month + 1)) - Math.max(from, firstDayNumber(month));
  return { days, basis: line.per === 'total' ? to - from : (monthDays ?? daysOfMonth(month)), k: month - monthOfDay(from) };
};

const isWhole = ({ days, basis }: Part): boolean => days === basis;
const grows = (line: UsageLine, { k }: Part): boolean => line.per !== 'total' && k !== 0;

const comesTo = (
  charge: Charge,
  { line, numbers, part, down }: { readonly line: UsageLine; readonly numbers: Numbers; readonly part: Part; readonly down: boolean },
): boolean => {
  const { quantity, instances, growth, unitPrice } = numbers;
  const given = line.monthly[charge.month];
  const grown = grows(line, part) ? roundAsExcel(quantity * (1 + growth) ** part.k, 6) : quantity;
  const base = given === undefined ? grown : exactNumber(given);
  if (base === null) return false;
  const exact = isWhole(part) ? base * instances : (base * instances * part.days) / part.basis;
  const rounded = roundAsExcel(exact, 6);
  const listCost = roundAsExcel((isWhole(part) ? rounded : exact) * unitPrice, 12);
  return (
    isShownAs(rounded, formatQuantity(charge.quantity)) &&
    isShownAs(listCost, formatAmount(charge.listCost)) &&
    roundToFen(listCost, down ? 'ROUNDDOWN' : 'ROUND') === charge.payable
  );
};

const formulasOf = (input: {
  readonly month: string;
  readonly usage: (column: UsageCell) => string;
  readonly charge: ChargeCells;
  readonly line: UsageLine;
  readonly down: boolean;
  readonly part: Part;
}): ChargeFormulas => {
  const { month, usage, charge, line, down, part } = input;
  const quantity = usage('quantity');
  const grown = grows(line, part) ? `ROUND(${quantity}*(1+${usage('growth')})^${part.k},6)` : quantity;
  const override = usage(`m:${month}`);
  const base = line.per === 'total' ? quantity : `IF(${override}="",${grown},${override})`;
  const instances = usage('instances');
  const whole = `${base}*IF(${instances}="",1,${instances})`;
  const exact = isWhole(part) ? whole : `${whole}*${part.days}/${part.basis}`;
  return {
    quantity: `ROUND(${exact},6)`,
    listCost: `ROUND(${isWhole(part) ? charge.quantity : exact}*${usage('unitPrice')},12)`,
    payable: `${down ? 'ROUNDDOWN' : 'ROUND'}(${charge.listCost},2)`,
  };
};
