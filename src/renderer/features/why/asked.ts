/**
 * Rule: one line asked for by a total or a month: the number that was clicked heads its explanation, and what it is made of adds up to it.
 * Where that is what the line's own explanation ends in (a purchase, a charge to pay), that one stands alone.
 * Units: Amount (10^-12 CNY). Source: billing.md, 3, 5.3, 5.4 and 6.
 */
import type { Bill, OptionBill, TotalKey } from '../../../shared/billing/bill.ts';
import type { BillInput } from '../../../shared/billing/computeBill.ts';
import { explain } from '../../../shared/billing/explain/explain.ts';
import type { ChargeExplanation, NodeExplanation, PackExplanation } from '../../../shared/billing/explanation.ts';
import { balanceFormat } from '../../../shared/billing/result.ts';
import { AMOUNT_PER_FEN, type Amount, type Fen } from '../../../shared/numeric/fixed.ts';
import { indexPriceBook } from '../../../shared/pricebook/find.ts';
import type { LocalizedText } from '../../../shared/pricebook/types.ts';
import type { Month } from '../../../shared/scenario/types.ts';
import { addMonthsToMonth } from '../../../shared/time/calendar.ts';
import type { WhySubject } from '../../state/subject.ts';
import { groupDigits } from '../../ui/format.ts';
import { sumOf } from './parts.ts';
import { nodeRecognised, packCost, packRecognised, type RecognisedThrough } from './recognised.ts';

export interface AskedPart {
  readonly kind: 'month' | 'recognised' | 'purchase' | 'forfeiture' | 'draws' | 'charge';
  readonly month: Month | null;
  /** of the pack that paid, or the line that it paid for */
  readonly line: string | null;
  /** of the pack; null where the line names itself */
  readonly name: LocalizedText | null;
  /** how it is computed, where nothing deeper says it */
  readonly product: string | null;
  readonly amount: Amount;
  readonly subject: WhySubject | null;
}
export interface AskedView {
  readonly kind: 'asked';
  readonly option: string;
  readonly total: TotalKey;
  readonly month: Month | null;
  readonly amount: Amount;
  /** none where the arithmetic of the line itself leads to the number */
  readonly parts: readonly AskedPart[];
  readonly of: ChargeExplanation | NodeExplanation | PackExplanation;
}
/** What one pack paid of one charge. */
export interface DrawsView {
  readonly kind: 'draws';
  readonly charge: ChargeExplanation;
  readonly pack: string;
  readonly amount: Amount;
  readonly draws: ChargeExplanation['draws'];
  /** all that the pack paid */
  readonly ofPack: Amount;
}
export interface AskedLine {
  readonly option: string;
  readonly line: string;
  readonly total: TotalKey;
  readonly month: Month | null;
}

/** null: there is no such number any more. */
export const askNode = (input: BillInput, bill: Bill, option: OptionBill, asked: AskedLine): NodeExplanation | AskedView | null => {
  const node = explain(input, bill, { kind: 'node', option: asked.option, line: asked.line });
  if (node?.kind !== 'node') return null;
  const bought = isBought(option, node.purchaseMonth, asked.month);
  if (bought && isPurchase(asked.total)) return node;
  return viewOf(node, asked, () => {
    const through = nodeRecognised(node);
    const starts = node.purchaseMonth <= lastMonth(option);
    switch (asked.total) {
      case 'expense':
        return expenseParts(asked, node.expense, through);
      case 'prepaidBalance':
        return starts ? balanceParts(node, lastMonth(option), through) : [];
      default:
        return [];
    }
  });
};

export const askPack = (input: BillInput, bill: Bill, option: OptionBill, asked: AskedLine): PackExplanation | AskedView | null => {
  const pack = explain(input, bill, { kind: 'pack', option: asked.option, line: asked.line });
  if (pack?.kind !== 'pack') return null;
  if (isBought(option, pack.purchaseMonth, asked.month) && isPurchase(asked.total)) return pack;
  const billed = option.packs.get(asked.line);
  return viewOf(pack, asked, () => {
    if (asked.total === 'covered') return userParts(pack, asked);
    if (billed === undefined) return [];
    const sku = indexPriceBook(input.priceBook).findSku(pack.price.sku);
    const through = packRecognised(pack, billed, sku?.kind === 'pack' ? sku.reset : 'none');
    switch (asked.total) {
      case 'expense':
        return expenseParts(
          asked,
          [...billed.expense].map(([month, amount]) => ({ month, amount })),
          through,
        );
      case 'forfeitedCost':
        return isBought(option, billed.forfeitedMonth, asked.month) ? [forfeiture(pack)] : [];
      case 'prepaidBalance':
        return pack.purchaseMonth === null ? [] : balanceParts(pack, lastMonth(option), through);
      default:
        return [];
    }
  });
};

/** A charge in one month. What is to pay is what its explanation ends in. */
export const askCharge = (
  input: BillInput,
  bill: Bill,
  asked: AskedLine & { readonly month: Month },
): ChargeExplanation | AskedView | null => {
  const { option, line, total, month } = asked;
  const charge = explain(input, bill, { kind: 'charge', option, line, month });
  if (charge?.kind !== 'charge') return null;
  if (total === 'usageListCost') return { kind: 'asked', option, total, month, amount: charge.listCost, parts: [], of: charge };
  if (total !== 'covered') return charge;
  return viewOf(charge, asked, () => drawParts(charge));
};

export const drawsView = (
  input: BillInput,
  bill: Bill,
  { option, line, month, pack }: { readonly option: string; readonly line: string; readonly month: Month; readonly pack: string },
): DrawsView | null => {
  const charge = explain(input, bill, { kind: 'charge', option, line, month });
  if (charge?.kind !== 'charge') return null;
  const draws = charge.draws.filter((draw) => draw.pack === pack);
  const whole = explain(input, bill, { kind: 'pack', option, line: pack });
  if (draws.length === 0 || whole?.kind !== 'pack') return null;
  return { kind: 'draws', charge, pack, amount: sumOf(draws), draws, ofPack: sumOf(whole.users) };
};

const viewOf = (of: AskedView['of'], { option, total, month }: AskedLine, list: () => readonly AskedPart[]): AskedView => {
  const parts = list();
  return { kind: 'asked', option, total, month, amount: sumOf(parts), parts, of };
};

const isPurchase = (total: TotalKey): boolean => total === 'purchases' || total === 'cash';

/** Whether something of `when` is in the asked month, or in the horizon. */
const isBought = ({ months }: OptionBill, when: Month | null, asked: Month | null): boolean =>
  when !== null && (asked === null ? months.some(({ month }) => month === when) : when === asked);

const lastMonth = ({ months }: OptionBill): Month => months.at(-1)?.month ?? '';

const part = (kind: AskedPart['kind'], amount: Amount, rest: Partial<Omit<AskedPart, 'kind' | 'amount'>>): AskedPart => ({
  month: null,
  line: null,
  name: null,
  product: null,
  subject: null,
  kind,
  amount,
  ...rest,
});

interface Share {
  readonly month: Month;
  readonly amount: Fen;
}

/** The months of the horizon, or what is recognised by the end of one less what was before it. */
const expenseParts = (
  { option, line, total, month: asked }: AskedLine,
  shares: readonly Share[],
  through: RecognisedThrough,
): readonly AskedPart[] => {
  if (asked === null) {
    return shares.map(({ month, amount }) =>
      part('month', amount * AMOUNT_PER_FEN, { month, subject: { kind: 'lines', option, lines: [line], total, month } }),
    );
  }
  const before = addMonthsToMonth(asked, -1);
  return [recognised(asked, 1n, through), recognised(before, -1n, through)].filter(({ amount }) => amount !== 0n);
};

const recognised = (month: Month, sign: bigint, through: RecognisedThrough): AskedPart => {
  const { amount, product } = through(month);
  return part('recognised', sign * amount, { month, product });
};

/** Bought, less what is expense by the end of the horizon. */
const balanceParts = (bought: NodeExplanation | PackExplanation, end: Month, through: RecognisedThrough): readonly AskedPart[] => {
  const { kind, option, line, purchase } = bought;
  const subject: WhySubject = { kind, option, line };
  return [part('purchase', purchase * AMOUNT_PER_FEN, { month: bought.purchaseMonth, subject }), recognised(end, -1n, through)];
};

const forfeiture = (pack: PackExplanation): AskedPart => {
  const balance = balanceFormat(pack.denomination);
  return part('forfeiture', pack.forfeitedCost * AMOUNT_PER_FEN, {
    product: `${packCost(pack.price, pack.count)} × ${groupDigits(balance(pack.forfeited))} ÷ ${groupDigits(balance(pack.held))}`,
  });
};

/** What a pack paid, charge by charge. */
const userParts = ({ option, line: pack, users }: PackExplanation, { month: asked }: AskedLine): readonly AskedPart[] =>
  users
    .filter(({ month }) => asked === null || month === asked)
    .map(({ line, month, amount }) => part('charge', amount, { line, month, subject: { kind: 'draws', option, line, month, pack } }));

/** What each pack paid of a charge, in burn order. */
const drawParts = ({ option, line, month, draws }: ChargeExplanation): readonly AskedPart[] => {
  const byPack = new Map<string, AskedPart>();
  for (const { pack, name, amount } of draws) {
    const before = byPack.get(pack)?.amount ?? 0n;
    byPack.set(pack, part('draws', before + amount, { line: pack, name, subject: { kind: 'draws', option, line, month, pack } }));
  }
  return [...byPack.values()];
};
