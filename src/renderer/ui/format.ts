/** Numbers as people read them, made from exact decimal text: no float is ever between the engine and the screen. */
import { AMOUNT_PER_FEN, type Amount, type Fen, formatAmount, formatFen } from '../../shared/numeric/fixed.ts';
import { divideHalfUp } from '../../shared/numeric/rounding.ts';
import { groupDigits } from '../../shared/wording/digits.ts';

export { groupDigits } from '../../shared/wording/digits.ts';

/** '108,000.00' */
export const formatMoney = (fen: Fen): string => groupDigits(formatFen(fen));

/** Exact CNY without trailing zeros: '500.0072' */
export const formatExact = (amount: Amount): string => groupDigits(formatAmount(amount));

/** Exact amount for display beside fen columns: half away from zero, as Excel shows it; the exact value belongs into the hover text. */
export const formatAmountShort = (amount: Amount): string => formatMoney(divideHalfUp(amount, AMOUNT_PER_FEN));
