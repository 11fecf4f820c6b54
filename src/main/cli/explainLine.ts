/**
 * `price --explain LINE`: the facts behind the numbers of one line, as `costbook.explanation/1` or as tables.
 *
 * Rule: explain() of billing; every amount is exact decimal text, so listCost - draws = uncovered and uncovered + roundingDifference =
 * payable hold in the output itself.
 * Errors: USAGE where no line, or more than one, has the name.
 */
import { explain } from '../../shared/billing/explain/explain.ts';
import type {
  ChargeExplanation,
  Explanation,
  ExplanationSubject,
  NodeExplanation,
  PackExplanation,
} from '../../shared/billing/explanation.ts';
import { balanceFormat, formatTimeline } from '../../shared/billing/result.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { formatAmount, formatFen, formatQuantity } from '../../shared/numeric/fixed.ts';
import type { Option } from '../../shared/scenario/types.ts';
import type { BilledScenario } from './host.ts';

type LineExplanation = ChargeExplanation | NodeExplanation | PackExplanation;

export interface ExplainedLine {
  readonly option: string;
  readonly line: string;
  /** one for each month of a usage line, one of a node or pack line; none of a line that has no amount */
  readonly explanations: readonly LineExplanation[];
}

/** `name`: a line id, or OPTION/LINE where several options have it. */
export const explainLine = (billed: BilledScenario, name: string): Result<ExplainedLine> => {
  const found = billed.scenario.options.flatMap((option) =>
    linesOf(option).flatMap((line) => (line === name || `${option.id}/${line}` === name ? { option, line } : [])),
  );
  const [only, other] = found;
  if (only === undefined) return fail('USAGE', '--explain', { value: name });
  if (other !== undefined) return fail('USAGE', '--explain', { value: found.map(({ option, line }) => `${option.id}/${line}`).join(', ') });
  const { option, line } = only;
  const explanations = subjectsOf(billed, option, line).map((subject) => explain(billed, billed.bill, subject));
  return ok({ option: option.id, line, explanations: explanations.filter(isOfLine) });
};

const linesOf = ({ nodes, usage, packs }: Option): readonly string[] => [...nodes, ...usage, ...packs].map(({ id }) => id);

const isOfLine = (explanation: Explanation | null): explanation is LineExplanation => explanation !== null && explanation.kind !== 'total';

const subjectsOf = ({ bill }: BilledScenario, { id: option, nodes, packs }: Option, line: string): readonly ExplanationSubject[] => {
  if (nodes.some(({ id }) => id === line)) return [{ kind: 'node', option, line }];
  if (packs.some(({ id }) => id === line)) return [{ kind: 'pack', option, line }];
  const usage = bill.options.find(({ id }) => id === option)?.lines.get(line);
  return usage?.kind === 'usage' ? usage.months.map((month) => ({ kind: 'charge', option, line, month })) : [];
};

/** Plain data: every integer of the engine as decimal text in its own unit. */
export const explanationJson = ({ option, line, explanations }: ExplainedLine): object => ({
  format: 'costbook.explanation/1',
  option,
  line,
  explanations: explanations.map((each) => withoutNone(formatExplanation(each), each)),
});

/** A line of plain numbers says nothing of formulas. */
const withoutNone = (formatted: object, { formulas }: LineExplanation): object =>
  formulas.length > 0 ? formatted : Object.fromEntries(Object.entries(formatted).filter(([key]) => key !== 'formulas'));

const formatExplanation = (explanation: LineExplanation): object => {
  switch (explanation.kind) {
    case 'charge':
      return formatCharge(explanation);
    case 'node':
      return {
        ...explanation,
        price: formatPrice(explanation.price),
        purchase: formatFen(explanation.purchase),
        expense: explanation.expense.map(({ month, amount }) => ({ month, amount: formatFen(amount) })),
      };
    case 'pack':
      return formatPack(explanation);
  }
};

const formatCharge = (charge: ChargeExplanation): object => ({
  ...charge,
  quantity: { ...charge.quantity, base: formatQuantity(charge.quantity.base), quantity: formatQuantity(charge.quantity.quantity) },
  price: formatPrice(charge.price),
  listCost: formatAmount(charge.listCost),
  draws: charge.draws.map((draw) => ({
    ...draw,
    amount: formatAmount(draw.amount),
    quantity: formatQuantity(draw.quantity),
    balanceBefore: balanceFormat(draw.denomination)(draw.balanceBefore),
    balanceAfter: balanceFormat(draw.denomination)(draw.balanceAfter),
  })),
  uncovered: formatAmount(charge.uncovered),
  roundingDifference: formatAmount(charge.roundingDifference),
  payable: formatFen(charge.payable),
});

const formatPack = (pack: PackExplanation): object => {
  const balance = balanceFormat(pack.denomination);
  return {
    ...pack,
    price: formatPrice(pack.price),
    purchase: formatFen(pack.purchase),
    held: balance(pack.held),
    used: balance(pack.used),
    forfeited: balance(pack.forfeited),
    remaining: balance(pack.remaining),
    forfeitedCost: formatFen(pack.forfeitedCost),
    timeline: formatTimeline(pack.timeline, pack.denomination),
    users: pack.users.map((user) => ({ ...user, amount: formatAmount(user.amount), quantity: formatQuantity(user.quantity) })),
  };
};

const formatPrice = (fact: ChargeExplanation['price']): object => {
  const { price } = fact;
  if (price.kind === 'flat') return fact;
  return { ...fact, price: { ...price, tiers: price.tiers.map((tier) => ({ ...tier, quantity: formatQuantity(tier.quantity) })) } };
};
