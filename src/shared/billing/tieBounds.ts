/**
 * Between which totals every order of a component's packs stays, without trying the orders.
 *
 * Rule: at most, no pack pays anything. At least, every day on which some pack of the line's is valid is paid for; and where all packs
 * hold money, they pay no more than they hold: one balance each, or one for each month of a pack that resets.
 * Units: fen.
 * Rounding: as in charge.ts; what packs hold is taken off charges that are rounded, so a fen less for each charge.
 * Source: follows from billing.md, 5.2.
 */
import { AMOUNT_PER_FEN, type Fen } from '../numeric/fixed.ts';
import { divideFloor } from '../numeric/rounding.ts';
import { roundCharge } from './charge.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import type { BurnPack } from './packs/pack.ts';
import { phasesOfMonth } from './packs/phases.ts';
import type { TieFindingsInput } from './tieInput.ts';

export const boundPayable = (input: TieFindingsInput): { readonly lowest: Fen; readonly highest: Fen } => {
  const { lines } = input;
  const packsOf = packsByRow(input);
  let highest = 0n;
  let uncovered = 0n;
  let charges = 0n;
  for (let row = 0; row < lines.length; row += 1) {
    const line = lines.at(row);
    const { rounding } = line.usage;
    const packs = packsOf(row);
    for (let at = 0; at < line.length; at += 1) {
      highest += roundCharge(line.listCostOf(at), rounding);
      uncovered += roundCharge(costWithoutPacks(input, line, line.first + at, packs), rounding);
      charges += 1n;
    }
  }
  const held = heldInMoney(input);
  const unpaid = held === null ? 0n : highest - divideFloor(held, AMOUNT_PER_FEN) - 1n - charges;
  return { lowest: unpaid > uncovered ? unpaid : uncovered, highest };
};

/** Packs with the line of a row in their scope; scopes are few, and lines in the same ones share their list. */
const packsByRow = ({ burn: { packs, scopes, lines } }: TieFindingsInput): ((row: number) => readonly BurnPack[]) => {
  const distinct = [...new Set(scopes)];
  const members = distinct.map((scope) => {
    const isIn = new Uint8Array(lines.length);
    for (const row of scope) isIn[row] = 1;
    return isIn;
  });
  const known = new Map<string, readonly BurnPack[]>();
  return (row) => {
    const key = members.map((isIn) => isIn[row]).join('');
    const found =
      known.get(key) ??
      packs.filter((_, position) => {
        const scope = scopes[position];
        return scope !== undefined && members[distinct.indexOf(scope)]?.[row] === 1;
      });
    known.set(key, found);
    return found;
  };
};

/** List cost of the days of a month on which none of the packs is valid. */
const costWithoutPacks = ({ burn }: TieFindingsInput, line: RatedLine, month: number, packs: readonly BurnPack[]): bigint => {
  const days = burn.months[month];
  let cost = 0n;
  for (const { start, end } of days === undefined ? [] : phasesOfMonth(burn.cuts, days.start, days.end)) {
    const isActive = line.start <= start && line.end >= end;
    const isCovered = packs.some((pack) => pack.start <= start && pack.expiry >= end);
    if (isActive && !isCovered) cost += line.measure(month, start, end).amount;
  }
  return cost;
};

/** null: some pack holds units, whose worth depends on who uses them. */
const heldInMoney = ({ burn: { packs, months } }: TieFindingsInput): bigint | null => {
  if (packs.some(({ denomination }) => denomination === 'quantity')) return null;
  return packs.reduce((sum, { reset, held, opening }) => sum + (reset === 'none' ? opening : held * BigInt(months.length + 1)), 0n);
};
