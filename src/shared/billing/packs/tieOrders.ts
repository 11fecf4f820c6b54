/**
 * The orders in which tied packs may be taken.
 *
 * Rule: where all of a group have one scope, denomination and reset, they pay the same together in any order (but for the roundings of
 * shares), so there is one order. Else packs that are alike in everything are interchangeable, and only the order of the kinds counts.
 * Source: follows from billing.md, 5.1 and 5.2.
 */
import { compareRank, compareStarts } from './burnOrder.ts';
import type { BurnPack } from './pack.ts';
import type { PackState } from './phaseWork.ts';

type Kinds = readonly (readonly BurnPack[])[];

/** Tied packs by kind, in burn order. */
export const kindsOf = (group: readonly BurnPack[]): Kinds => {
  const scopes = new Map<readonly number[], string>();
  const waysOf = ({ denomination, reset, lines }: BurnPack): string => {
    const scope = scopes.get(lines) ?? lines.join(' ');
    scopes.set(lines, scope);
    return `${denomination} ${reset} ${scope}`;
  };
  const together = groupBy(group, waysOf);
  if (together.length === 1) return together;
  return groupBy(group, (pack) => `${pack.start} ${pack.expiry} ${pack.held} ${pack.opening} ${pack.monthBasis} ${waysOf(pack)}`);
};

const groupBy = (packs: readonly BurnPack[], keyOfKind: (pack: BurnPack) => string): Kinds => {
  const kinds = new Map<string, BurnPack[]>();
  for (const pack of packs) {
    const key = keyOfKind(pack);
    const members = kinds.get(key);
    if (members === undefined) kinds.set(key, [pack]);
    else members.push(pack);
  }
  return [...kinds.values()];
};

/** How many different orders a group has: n! / (the factorials of its kinds). May be very large. */
export const countOrders = (kinds: Kinds): number => {
  let count = 1;
  let packs = 0;
  for (const kind of kinds) {
    for (let member = 1; member <= kind.length; member += 1) {
      packs += 1;
      count = (count * packs) / member;
    }
  }
  return count;
};

/** Every order of the group; call it only for a small count. */
export const listOrders = (kinds: Kinds): readonly (readonly BurnPack[])[] => {
  if (kinds.every((kind) => kind.length === 0)) return [[]];
  return kinds.flatMap((kind, chosen) => {
    const [first, ...others] = kind;
    if (first === undefined) return [];
    const left = kinds.map((each, position) => (position === chosen ? others : each));
    return listOrders(left).map((order) => [first, ...order]);
  });
};

/**
 * A burn order in which the tied packs come as given. Every pack has a place by start and id; the members of a group exchange the
 * places that the group has, so the order stays total.
 */
export const orderByPlaces = (packs: readonly BurnPack[], chosen: readonly (readonly BurnPack[])[]) => {
  const byStart = packs.toSorted(compareStarts);
  const places = new Map(byStart.map((pack, place) => [keyOf(pack), place]));
  for (const order of chosen) {
    const own = order.map((pack) => places.get(keyOf(pack)) ?? 0).sort((a, b) => a - b);
    for (const [position, pack] of order.entries()) places.set(keyOf(pack), own[position] ?? 0);
  }
  const placeOf = (pack: BurnPack): number => places.get(keyOf(pack)) ?? 0;
  return (states: readonly PackState[], nextMonth: number): readonly PackState[] =>
    states.toSorted((a, b) => compareRank(a, b, nextMonth) || placeOf(a) - placeOf(b));
};

// An allowance may have the SKU that is another pack line's id.
const keyOf = ({ id, packClass }: BurnPack): string => `${packClass} ${id}`;
