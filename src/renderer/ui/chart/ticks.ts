/**
 * The money axis, exact: ticks are whole fen and their labels are made from them, never from the chart's floats.
 * Units: Fen.
 */
import type { Locale } from '../../../shared/ipc/contract.ts';
import { type Fen, formatFixed } from '../../../shared/numeric/fixed.ts';
import { groupDigits } from '../format.ts';

const ROUND_STEPS: readonly bigint[] = [1n, 2n, 5n, 10n];
/** Fen in one yuan: no axis is finer. */
const YUAN: Fen = 100n;

/** From 0 to the first round number that is not below `highest`, in at most `count` steps of 1, 2 or 5 times a power of ten. */
export const moneyTicks = (highest: Fen, count: number): readonly Fen[] => {
  const step = roundStep(highest, BigInt(count));
  const last = highest <= 0n ? step : ((highest + step - 1n) / step) * step;
  const ticks: Fen[] = [];
  for (let tick = 0n; tick <= last; tick += step) ticks.push(tick);
  return ticks;
};

const roundStep = (highest: Fen, count: bigint): Fen => {
  let power = YUAN;
  for (;;) {
    const step = ROUND_STEPS.find((factor) => factor * power * count >= highest);
    if (step !== undefined) return step * power;
    power *= 10n;
  }
};

interface Scale {
  readonly power: number;
  readonly suffix: string;
}
const SCALES: Readonly<Record<Locale, readonly Scale[]>> = {
  'zh-CN': [
    { power: 8, suffix: '亿' },
    { power: 4, suffix: '万' },
  ],
  en: [
    { power: 9, suffix: 'B' },
    { power: 6, suffix: 'M' },
    { power: 3, suffix: 'k' },
  ],
};

/** Short texts in one unit for the whole axis: ['0', '2.5万', '5万'] or ['0', '25k', '50k']. */
export const tickLabels = (ticks: readonly Fen[], locale: Locale): readonly string[] => {
  const highest = ticks.at(-1) ?? 0n;
  const scale = SCALES[locale].find(({ power }) => highest >= YUAN * 10n ** BigInt(power)) ?? { power: 0, suffix: '' };
  return ticks.map((tick) => (tick === 0n ? '0' : groupDigits(formatFixed(tick, scale.power + 2)) + scale.suffix));
};

/** 'Jan', '1月'; over several years with the year on the first month and on each January: 'Jan 27', '27年1月'; over many years the year alone. */
export const monthLabels = (months: readonly string[], locale: Locale): readonly string[] => {
  if (labelledMonths(months) !== null) return months.map(yearOf);
  const severalYears = new Set(months.map(yearOf)).size > 1;
  return months.map((month, index) => {
    const number = Number(month.slice(-2));
    const withYear = severalYears && (index === 0 || number === 1);
    const year = yearOf(month).slice(-2);
    if (locale === 'zh-CN') return withYear ? `${year}年${number}月` : `${number}月`;
    const name = ENGLISH_MONTHS[number - 1] ?? month;
    return withYear ? `${name} ${year}` : name;
  });
};

/** Over so many months only the years are named: 'Jan' of which year would be a guess. */
const MOST_NAMED_MONTHS = 24;

/** The months that carry a label; null: all that find room. */
export const labelledMonths = (months: readonly string[]): readonly string[] | null =>
  months.length <= MOST_NAMED_MONTHS ? null : months.filter((month) => month.endsWith('-01'));

const yearOf = (month: string): string => month.slice(0, -3);
const ENGLISH_MONTHS: readonly string[] = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
