/**
 * Units as people write them in headers, and what a number in one of them is in another, as an exact decimal factor.
 *
 * Units: money in CNY; time in hours; data in GB (1 TB = 1,024 GB, as both clouds bill it); a month has no fixed number of hours, so
 * months convert to years only.
 */
import { formatFixed, parseFixed } from '../numeric/fixed.ts';
import { divideHalfUp } from '../numeric/rounding.ts';

export type Dimension = 'money' | 'time' | 'months' | 'data' | 'count';
export interface Unit {
  readonly dimension: Dimension;
  /** how many of the dimension's base unit it is: CNY, second, month, MB, one */
  readonly size: bigint;
}

const unit = (dimension: Dimension, size: bigint): Unit => ({ dimension, size });

const UNITS: readonly (readonly [Unit, readonly string[]])[] = [
  [unit('money', 1n), ['元', 'cny', 'rmb', '¥', 'yuan', '人民币', '人民币元']],
  [unit('money', 1_000n), ['千元', 'kcny']],
  [unit('money', 10_000n), ['万元', '万', '10k cny', '万cny']],
  [unit('time', 1n), ['秒', 's', 'sec', 'second', 'seconds', 'gpu秒', 'gpu·秒', 'gpu-second', 'gpu-seconds', 'gpu s']],
  [unit('time', 60n), ['分钟', '分', 'min', 'minute', 'minutes']],
  [
    unit('time', 3_600n),
    [
      '小时',
      '时',
      'h',
      'hr',
      'hrs',
      'hour',
      'hours',
      'gpu小时',
      'gpu·小时',
      'gpu hours',
      'gpu-hours',
      '实例小时',
      'node-hour',
      'instance-hour',
      'quota-hour',
    ],
  ],
  [unit('time', 86_400n), ['天', '日', 'd', 'day', 'days']],
  [unit('months', 1n), ['月', '个月', 'month', 'months', 'mo']],
  [unit('months', 12n), ['年', 'year', 'years', 'yr', 'yrs']],
  [unit('data', 1n), ['mb']],
  [unit('data', 1_024n), ['gb', 'g', 'gb-month', 'gb·月', 'gb/月', 'gb月', 'gib']],
  [unit('data', 1_048_576n), ['tb', 't', 'tb-month', 'tb·月', 'tb/月', 'tb月', 'tib']],
  [unit('data', 1_073_741_824n), ['pb']],
  [unit('count', 1n), ['次', '个', '台', '节点', '张', 'times', 'request', 'requests', 'pcs', 'units']],
  [unit('count', 1_000n), ['千次', 'k requests']],
  [unit('count', 10_000n), ['万次', '10k requests']],
  [unit('count', 1_000_000n), ['百万次', 'm requests', 'million requests']],
];

const BY_NAME = new Map(UNITS.flatMap(([found, names]) => names.map((name): [string, Unit] => [name, found])));

/** The unit that a text names; undefined for one that is not known. */
export const findUnit = (text: string): Unit | undefined => BY_NAME.get(text.normalize('NFKC').trim().toLowerCase());

/** Characters at the end of a header in which its unit stands. */
const LONGEST_UNIT = 40;

/** '用量（GPU小时）' -> 'GPU小时', 'Price, CNY' -> 'CNY': what a header says behind or in brackets, where that is a unit. */
export const unitOfHeader = (header: string): string | null => {
  const text = header.slice(-LONGEST_UNIT).normalize('NFKC').trim();
  const bracketed = /[([【]([^()[\]【】]+)[)\]】]\s*$/.exec(text)?.[1];
  const tail = /[,/:_|]\s*([^,/:_|]+)$/.exec(text)?.[1];
  return [bracketed, tail].find((candidate) => candidate !== undefined && findUnit(candidate) !== undefined) ?? null;
};

export interface Factor {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** What one of unit `from` is in units of `to`, both by their names; null where they do not convert. ('小时', 'gpu-second') -> 3600/1. */
export const unitFactor = (from: string, to: string): Factor | null => {
  const source = findUnit(from);
  const target = findUnit(to);
  if (source === undefined || target === undefined || source.dimension !== target.dimension) return null;
  return { numerator: source.size, denominator: target.size };
};

const EXACT_DECIMALS = 12;

/**
 * A canonical decimal times the factor, rounded half away from zero to `decimals`; `exact` says whether that changed it.
 * null for a text that is no decimal: it stays as it is.
 */
export const convertText = (
  text: string,
  { numerator, denominator }: Factor,
  decimals: number,
): { readonly text: string; readonly exact: boolean } | null => {
  const value = parseFixed(text, EXACT_DECIMALS);
  if (value === null) return null;
  const step = denominator * 10n ** BigInt(EXACT_DECIMALS - decimals);
  const scaled = value * numerator;
  return { text: formatFixed(divideHalfUp(scaled, step), decimals), exact: scaled % step === 0n };
};
