import { expect, test } from 'vitest';
import { formatAmountShort, formatExact, formatMoney, groupDigits } from '../../../src/renderer/ui/format.ts';
import { parseFixed } from '../../../src/shared/numeric/fixed.ts';

const amount = (text: string): bigint => parseFixed(text, 12) ?? 0n;

test.each([
  ['93810.195', '93,810.20'],
  ['93810.194999999999', '93,810.19'],
  ['-0.005', '−0.01'],
  ['0', '0.00'],
  ['1234567', '1,234,567.00'],
])('an exact amount of %s is shown beside fen as %s, as Excel rounds it', (exact, shown) => {
  expect(formatAmountShort(amount(exact))).toBe(shown);
});

test('digits are grouped by thousands, decimals left alone', () => {
  expect(groupDigits('1234567.1234567')).toBe('1,234,567.1234567');
  expect(groupDigits('-999')).toBe('−999');
  expect(groupDigits('abc')).toBe('abc');
  expect(formatMoney(10_800_000n)).toBe('108,000.00');
  expect(formatExact(amount('500.0072'))).toBe('500.0072');
});
