/** Decimal texts as integers of one common power of ten, for sums and series without a rounding. Pure. */
import { formatFixed, parseFixed } from '../../shared/numeric/fixed.ts';

// A cell holds at most this many decimals (an amount has 12); longer ones are texts here.
const MOST_DECIMALS = 18;
const NUMBER = /^-?\d{1,40}(?:\.(\d{1,18}))?$/;

export const isNumberText = (text: string): boolean => NUMBER.test(text);

const decimalsOf = (text: string): number => NUMBER.exec(text)?.[1]?.length ?? 0;

/** Numbers as integers of 10^-decimals, with as many decimals as the longest has. null where one is no plain number. */
export const toIntegers = (texts: readonly string[]): { readonly values: readonly bigint[]; readonly decimals: number } | null => {
  if (!texts.every(isNumberText)) return null;
  const decimals = texts.reduce((most, text) => Math.max(most, decimalsOf(text)), 0);
  return { decimals, values: texts.map((text) => parseFixed(text, decimals) ?? 0n) };
};

/** 10^-18 units of a number; null where the text is none. */
export const toAtoms = (text: string): bigint | null => (isNumberText(text) ? parseFixed(text, MOST_DECIMALS) : null);

export const formatAtoms = (atoms: bigint): string => formatFixed(atoms, MOST_DECIMALS);
