/** Cells of every sheet: what was typed, what stands where nothing was typed, money, and a cell's issues. */
import type { Issue } from '../../shared/core/issue.ts';
import {
  type Amount,
  type Fen,
  formatAmount,
  formatFixed,
  parseFixed,
  QUANTITY_DECIMALS,
  type Quantity,
} from '../../shared/numeric/fixed.ts';
import type { FieldText } from '../../shared/scenario/types.ts';
import type { CellView, Mark } from '../grid/types.ts';
import { formatAmountShort, formatMoney, groupDigits } from '../ui/format.ts';
import { type Translate, translate } from '../ui/texts.ts';
import { SHEET_GRID_TEXTS, type SheetTextKey } from './texts.ts';
import type { SheetContext } from './types.ts';

export const EMPTY: CellView = { text: '', tone: 'computed' };
export const EMPTY_INPUT: CellView = { text: '', tone: 'typed' };

export const texts = ({ locale }: Pick<SheetContext, 'locale'>): Translate<SheetTextKey> => translate(SHEET_GRID_TEXTS, locale);

/** A typed number with separators; text that is no number stays as typed. The default stands in grey where nothing is typed. */
export const numberCell = (text: FieldText, fallback = '', title?: string): CellView => {
  if (text !== null) return { text: groupDigits(text), edit: text, tone: 'typed' };
  return fallback === ''
    ? EMPTY_INPUT
    : { text: groupDigits(fallback), edit: '', tone: 'computed', ...(title === undefined ? {} : { title }) };
};

export const textCell = (text: FieldText, fallback = ''): CellView =>
  text === null || text === '' ? { text: fallback, edit: '', tone: fallback === '' ? 'typed' : 'computed' } : { text, tone: 'typed' };

const GROWTH_DECIMALS = 6;

/** '0.05' -> '5%' */
export const percentCell = (text: FieldText): CellView => {
  const value = text === null ? null : parseFixed(text, GROWTH_DECIMALS);
  if (value === null) return textCell(text);
  const percent = `${groupDigits(formatFixed(value, GROWTH_DECIMALS - 2))}%`;
  return { text: percent, edit: percent.replace('−', '-').replaceAll(',', ''), tone: 'typed' };
};

/** As Excel reads numbers in cells of percent: 5 means 5 %, 0.05 does too. */
export const percentText = (typed: string): string => {
  const text = typed.normalize('NFKC').trim();
  return /^[+-]?0*[1-9]\d*(\.\d+)?$/.test(text) ? `${text}%` : typed;
};

/** What a line costs: red where it has no amount. */
export const moneyCell = (fen: Fen | null | undefined, context: SheetContext): CellView =>
  fen === null || fen === undefined
    ? { text: NO_AMOUNT, tone: 'bad', title: texts(context)('noSumTitle') }
    : { text: formatMoney(fen), tone: 'computed' };

/** Two decimals; the exact value on hover. */
export const amountCell = (amount: Amount | null | undefined, context: SheetContext): CellView => {
  if (amount === null || amount === undefined) return noAmount(context);
  return { text: formatAmountShort(amount), tone: 'computed', value: () => formatAmount(amount), title: () => exactTitle(amount, context) };
};

const NO_AMOUNT = '—';

/** Not zero: the line has no amount. */
export const noAmount = (context: SheetContext): CellView => ({ text: NO_AMOUNT, tone: 'computed', title: texts(context)('noSumTitle') });

// A quantity of many digits says less than its first ones.
const LARGE: Quantity = 1_000n * 10n ** BigInt(QUANTITY_DECIMALS);

/** At most 4 decimals, 2 of a quantity from a thousand; the exact one belongs into the hover text. */
export const shortQuantity = (quantity: Quantity): string => {
  const decimals = quantity < LARGE ? 4 : 2;
  const unit = 10n ** BigInt(QUANTITY_DECIMALS - decimals);
  return groupDigits(formatFixed((quantity + unit / 2n) / unit, decimals));
};

export const exactTitle = (amount: Amount, context: SheetContext): string =>
  texts(context)('exact', { value: groupDigits(formatAmount(amount)) });

export const totalMoney = (fen: Fen): CellView => ({ text: formatMoney(fen), tone: 'total' });

export const totalAmount = (amount: Amount, context: SheetContext): CellView => ({
  text: formatAmountShort(amount),
  tone: 'total',
  title: () => exactTitle(amount, context),
});

/** First cell of the totals row; `suffix` says what its numbers are where the column's unit does not. */
export const totalLabel =
  (suffix: string) =>
  (context: SheetContext): CellView => {
    const t = texts(context);
    const view: CellView = { text: t('total'), tone: 'total', ...(suffix === '' ? {} : { suffix }) };
    return context.bill.complete ? view : { ...view, mark: { text: t('incomplete'), tone: 'bad', title: t('incompleteTitle') } };
  };

export const withNote = (view: CellView, note: string | undefined): CellView => (note === undefined ? view : { ...view, note });

/** The cell with its issues: an error makes it red and keeps its text, the rest are marks. */
export const withIssues = (view: CellView, issues: readonly Issue[], context: SheetContext): CellView => {
  if (issues.length === 0) return view;
  const problem = () => issues.map((issue) => context.say(issue)).join('\n');
  if (issues.some(({ severity }) => severity === 'error')) return { ...view, tone: 'bad', problem };
  const [first] = issues;
  if (view.mark !== undefined || first === undefined) return { ...view, problem };
  return { ...view, problem, mark: markOf(first, context) };
};

const markOf = ({ code, severity }: Issue, context: SheetContext): Mark => {
  const t = texts(context);
  const words: Partial<Record<Issue['code'], SheetTextKey>> = {
    APPLICATION_REQUIRED: 'application',
    OUTSIDE_HORIZON: 'outside',
    PACK_NEVER_USED: 'unused',
  };
  const word = words[code];
  // The word itself stands where the price book says so; what a rule assumes is a letter with its sentence on hover.
  const text = word !== undefined ? t(word) : code === 'ASSUMPTION' ? 'i' : '!';
  return { text, tone: severity === 'info' && code !== 'ASSUMPTION' ? 'plain' : 'warn', title: '' };
};
