/** How large the numbers of a random scenario are. All of them are texts inside the limits of billing.md, section 1. */
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

export interface Sizes {
  readonly quantity: Text;
  readonly monthly: Text;
  readonly instances: fc.Arbitrary<string | null>;
  /** at most 5 decimals, so that any price block takes it */
  readonly price: Text;
  readonly tierPrice: Text;
  readonly linePrice: Text;
  readonly per: fc.Arbitrary<number>;
  readonly increment: Text;
  readonly packAmount: Text;
  readonly packPrice: Text;
  readonly count: fc.Arbitrary<string | null>;
  readonly months: fc.Arbitrary<number>;
  /** more lines and packs, on fewer days, over the whole horizon */
  readonly crowded: boolean;
}

export const decimalText = (max: number, decimals: number): Text =>
  fc
    .tuple(fc.nat(max), fc.nat(decimals), fc.nat(10 ** decimals - 1))
    .map(([whole, length, digits]) => canonical(`${whole}.${String(digits).padStart(decimals, '0').slice(0, length)}`));
const canonical = (text: string): string => text.replace(/\.?0*$/, '') || '0';
const positive = (text: Text, least: string): Text => text.map((each) => (each === '0' ? least : each));

/** Digits with the point anywhere: as many sizes below one as above, up to 10^whole. */
const anySize = (whole: number, decimals: number): Text =>
  fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 7n }), fc.integer({ min: 0, max: whole + decimals - 7 })).map(([digits, zeros]) => {
    const units = String(digits * 10n ** BigInt(zeros)).padStart(decimals + 1, '0');
    const text = `${units.slice(0, -decimals)}.${units.slice(-decimals)}`;
    return canonical(text);
  });

export const SMALL: Sizes = {
  quantity: decimalText(2_000, 3),
  monthly: decimalText(900, 2),
  instances: fc.constantFrom(null, '0', '1', '2', '7'),
  price: decimalText(50, 5),
  tierPrice: decimalText(9, 4),
  linePrice: decimalText(20, 4),
  per: fc.constantFrom(1, 1, 10, 10_000),
  increment: fc.constantFrom('1', '0.5', '100'),
  packAmount: positive(decimalText(500, 6), '1'),
  packPrice: decimalText(100, 2),
  count: fc.constantFrom(null, '1', '2', '3'),
  months: fc.integer({ min: 1, max: 6 }),
  crowded: false,
};

/** Round numbers that many lines share (ties), numbers of every size, and the limits themselves. */
const wide = (small: Text, limits: { readonly whole: number; readonly decimals: number }): Text => {
  const { whole, decimals } = limits;
  return fc.oneof(
    { weight: 5, arbitrary: small },
    { weight: 4, arbitrary: fc.constantFrom('1', '2', '100') },
    { weight: 4, arbitrary: anySize(whole, decimals) },
    { weight: 1, arbitrary: fc.constantFrom('0', canonical((1 / 10 ** decimals).toFixed(decimals)), `1${'0'.repeat(whole)}`) },
  );
};

export const WIDE: Sizes = {
  quantity: wide(SMALL.quantity, { whole: 12, decimals: 6 }),
  monthly: wide(SMALL.monthly, { whole: 12, decimals: 6 }),
  instances: fc.constantFrom(null, null, '0', '1', '2', '7', '1000000'),
  price: wide(SMALL.price, { whole: 9, decimals: 4 }),
  tierPrice: wide(SMALL.tierPrice, { whole: 9, decimals: 4 }),
  linePrice: wide(SMALL.linePrice, { whole: 9, decimals: 4 }),
  per: fc.constantFrom(1, 1, 1, 10, 10_000, 100_000),
  increment: fc.constantFrom('1', '0.5', '100', '0.000001', '123456.789'),
  packAmount: positive(wide(SMALL.packAmount, { whole: 12, decimals: 6 }), '0.000001'),
  packPrice: wide(SMALL.packPrice, { whole: 9, decimals: 10 }),
  count: fc.constantFrom(null, null, '1', '2', '3', '100000'),
  months: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 1, arbitrary: fc.integer({ min: 12, max: 20 }) }),
  crowded: true,
};
