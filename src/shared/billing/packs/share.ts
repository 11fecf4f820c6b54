/**
 * A balance that does not suffice, shared in proportion to demand.
 *
 * Rule: largest remainder: everyone gets the whole units of balance x demand / total, the units left go to the largest remainders,
 * equal ones in the order of the lines. The shares add up to the balance exactly.
 * Units: the pack's (10^-12 CNY or 10^-6 units).
 * Source: billing.md, 5.2; no provider publishes how a pack is shared inside an hour: ASSUMPTION.
 */

/** `demands` are above 0 and add up to `total`, which is above `balance`. */
export const shareByLargestRemainder = (balance: bigint, demands: readonly bigint[], total: bigint): readonly bigint[] => {
  let left = balance;
  const remainders: { readonly index: number; readonly remainder: bigint }[] = [];
  const shares = demands.map((demand, index) => {
    const product = balance * demand;
    const share = product / total;
    left -= share;
    remainders.push({ index, remainder: product - share * total });
    return share;
  });
  if (left === 0n) return shares;
  // A stable sort keeps the order of the lines among equal remainders.
  remainders.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : 0));
  for (const { index } of remainders.slice(0, Number(left))) shares[index] = (shares[index] ?? 0n) + 1n;
  return shares;
};
