/** One explained line as tables: the arithmetic of every row adds up as printed. */
import type { ChargeExplanation, FormulaFact, NodeExplanation, PackExplanation, PriceFact } from '../../shared/billing/explanation.ts';
import { balanceFormat, formatTimeline } from '../../shared/billing/result.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import { formatAmount, formatFen, formatQuantity } from '../../shared/numeric/fixed.ts';
import type { ExplainedLine } from './explainLine.ts';
import { LABELS, type LabelKey } from './texts.ts';
import { type TextColumn, textTable } from './textTable.ts';

export const explanationTable = ({ option, line, explanations }: ExplainedLine, locale: Locale): string => {
  const say = (key: LabelKey): string => LABELS[key][locale];
  const table = (keys: readonly LabelKey[], rows: readonly (readonly string[])[]): readonly string[] =>
    textTable(
      keys.map((key): TextColumn => ({ header: say(key), align: TEXTS.includes(key) ? 'left' : 'right' })),
      rows,
    );
  const charges = explanations.filter((each): each is ChargeExplanation => each.kind === 'charge');
  const nodes = explanations.filter((each): each is NodeExplanation => each.kind === 'node');
  const packs = explanations.filter((each): each is PackExplanation => each.kind === 'pack');
  const blocks: (readonly string[])[] = [
    [`${option}/${line} · ${say('amounts')}`],
    explanations.slice(0, 1).map(({ price }) => priceLine(price, say)),
  ];
  if (charges.length > 0) blocks.push(table(CHARGE_KEYS, charges.map(chargeRow)));
  const formulas = [...new Set(explanations.flatMap((each) => each.formulas.map((formula) => formulaLine(formula, say))))];
  if (formulas.length > 0) blocks.push(formulas);
  const draws = charges.flatMap(drawRows);
  if (draws.length > 0) blocks.push(table(['month', 'pack', 'balanceBefore', 'covered', 'quantity', 'balanceAfter'], draws));
  for (const { count, months, purchase, expense } of nodes) {
    blocks.push(table(['count', 'months', 'purchases'], [[count, months, formatFen(purchase)]]));
    blocks.push(
      table(
        ['month', 'expense'],
        expense.map(({ month, amount }) => [month, formatFen(amount)]),
      ),
    );
  }
  for (const pack of packs) {
    const balance = balanceFormat(pack.denomination);
    const row = [pack.held, pack.used, pack.forfeited, pack.remaining].map(balance);
    blocks.push(table(['held', 'used', 'forfeited', 'remaining', 'costForfeited'], [[...row, formatFen(pack.forfeitedCost)]]));
    const { months, runsOut } = formatTimeline(pack.timeline, pack.denomination);
    // A balance for life has its one day below; one that starts anew each month has one in each.
    const keys =
      runsOut === null && months.some((each) => each.runsOut !== null) ? ([...TIMELINE_KEYS, 'runsOut'] as const) : TIMELINE_KEYS;
    if (months.length > 0)
      blocks.push(
        table(
          keys,
          months.map((each) => keys.map((key) => each[key] ?? '')),
        ),
      );
    if (runsOut !== null) blocks.push([`${say('runsOut')}: ${runsOut}`]);
    const users = pack.users.map((user) => [user.month, user.line, formatAmount(user.amount), formatQuantity(user.quantity)]);
    if (users.length > 0) blocks.push(table(['month', 'line', 'covered', 'quantity'], users));
  }
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
};

const TEXTS: readonly LabelKey[] = ['month', 'pack', 'line'];
const TIMELINE_KEYS = ['month', 'opening', 'used', 'lapsed', 'forfeited', 'closing'] as const;
const CHARGE_KEYS = ['month', 'quantity', 'usageListCost', 'covered', 'uncovered', 'roundingDifference', 'payable'] as const;

const chargeRow = (charge: ChargeExplanation): readonly string[] => [
  charge.month,
  formatQuantity(charge.quantity.quantity),
  formatAmount(charge.listCost),
  formatAmount(charge.listCost - charge.uncovered),
  formatAmount(charge.uncovered),
  formatAmount(charge.roundingDifference),
  formatFen(charge.payable),
];

/** In burn order, as they were taken. */
const drawRows = ({ month, draws }: ChargeExplanation): readonly (readonly string[])[] =>
  draws.map((draw) => {
    const balance = balanceFormat(draw.denomination);
    const taken = [formatAmount(draw.amount), formatQuantity(draw.quantity)];
    return [month, draw.pack, balance(draw.balanceBefore), ...taken, balance(draw.balanceAfter)];
  });

/** `Formula (quantity): =a*30 = 36000 · a = 1200` */
const formulaLine = ({ field, text, value, drivers }: FormulaFact, say: (key: LabelKey) => string): string =>
  [`${say('formula')} (${field}): ${text} = ${value}`, ...drivers.map((driver) => `${driver.name} = ${driver.value}`)].join(' · ');

const priceLine = ({ price, sku, edition, unit, origin, source }: PriceFact, say: (key: LabelKey) => string): string => {
  const amount = price.kind === 'flat' ? price.price : price.tiers.map((tier) => `${tier.price} (<= ${tier.upTo ?? '∞'})`).join(', ');
  const from = origin === 'user' ? say('ownPrice') : `${edition} · ${source.document} · ${source.date}`;
  return `${say('price')}: ${amount} / ${price.per} ${unit} · ${sku} · ${from}`;
};
