/** Exact arithmetic on decimal text that shares no code with the product. */
interface Scaled {
  readonly digits: bigint;
  readonly decimals: number;
}

const read = (text: string): Scaled => {
  const [whole = '', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), decimals: fraction.length };
};
const widen = ({ digits, decimals }: Scaled, to: number): bigint => digits * 10n ** BigInt(to - decimals);

export const isProduct = (a: string, b: string, product: string): boolean => {
  const [x, y] = [read(a), read(b)];
  return widen({ digits: x.digits * y.digits, decimals: x.decimals + y.decimals }, 60) === widen(read(product), 60);
};
export const isZero = (text: string): boolean => read(text).digits === 0n;
export const isNegative = (text: string): boolean => read(text).digits < 0n;

/** Units of 10^-12. */
export const sum = (texts: readonly string[]): bigint => texts.reduce((total, text) => total + widen(read(text), 12), 0n);
