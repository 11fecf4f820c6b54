/**
 * The instants of a case on our days.
 *
 * Ours is a calendar of days, theirs of seconds. Packs and spends have no duration in the cases, so only the order of what happens
 * counts: each distinct instant becomes a day of its own, in the same order, and instants that are equal stay equal. More spends of
 * one instant come one after the other, as those engines take them. Where a balance recurs, its instants become the 1st of a month, which
 * is when ours resets. `until` is the end of the horizon.
 */
import { addDays, firstDayNumber, formatDate, monthOfDay, parseDate } from '../../../../src/shared/time/calendar.ts';
import type { BurnCase, Grant, Profile } from './cases.ts';

/** Sorts in the order of events: what starts or ends at an instant, then the end of the case, then spends, then what ends with it. */
export type Moment = string;

const INCLUSIVE: ReadonlySet<Profile> = new Set(['flexprice', 'flexprice_overlay']);

export const changeMoment = (instant: string): Moment => `${instant} 0`;
export const untilMoment = (instant: string): Moment => `${instant} 1`;
export const spendMoment = (instant: string, position: number): Moment => `${instant} 2 ${String(position).padStart(3, '0')}`;
/** The first moment at which a grant is no longer there; null: none. */
export const endMoment = (grant: Grant, profile: Profile): Moment | null => {
  const ends = [grant.expires, grant.deleted, grant.voided].filter((each) => each !== null && each !== undefined);
  const [first] = ends.sort();
  if (first === undefined) return null;
  return INCLUSIVE.has(profile) ? `${first} 3` : changeMoment(first);
};

const DAY_MS = 86_400_000;
const INTERVAL_MS = { daily: DAY_MS, weekly: 7 * DAY_MS };
const printInstant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The instants after its start at which a grant's balance is set anew, up to the end of the case. */
export const resetsOf = (grant: Grant, until: string): readonly string[] => {
  const inside = (instant: string): boolean =>
    instant > grant.effective && instant <= until && !(grant.expires !== null && instant >= grant.expires);
  if (grant.periods !== undefined) return grant.periods.map(({ from }) => from).filter(inside);
  if (grant.recurrence === undefined) return [];
  const instants: string[] = [];
  const step = INTERVAL_MS[grant.recurrence.interval];
  for (let ms = Date.parse(grant.recurrence.anchor); ms <= Date.parse(until); ms += step) instants.push(printInstant(ms));
  return instants.filter(inside);
};

export interface Timeline {
  readonly startMonth: string;
  readonly months: number;
  readonly dayOf: (moment: Moment) => string;
}

const HORIZON_START = '2024-01-01';

export const timelineOf = ({ start, until, grants, usage, profile }: BurnCase): Timeline => {
  const [first, last] = [changeMoment(start), untilMoment(until)];
  const resets = new Set(grants.flatMap((grant) => resetsOf(grant, until)).map(changeMoment));
  const moments = new Set([
    ...resets,
    ...grants.flatMap((grant) => [changeMoment(grant.effective), endMoment(grant, profile) ?? first]),
    ...usage.map(({ at }, position) => spendMoment(at, position)),
  ]);
  const sorted = [...moments].sort();
  const days = new Map<Moment, string>([[first, HORIZON_START]]);
  let day = HORIZON_START;
  let before = first;
  for (const moment of sorted.filter((each) => each > first && each < last)) {
    if (!isSpendAtChange(moment, before)) {
      const next = resets.has(moment) ? firstOfNextMonth(day) : addDays(day, 1);
      if (!resets.has(moment) && next.endsWith('-01')) throw new Error('more moments than a month has days');
      day = next;
    }
    days.set(moment, day);
    before = moment;
  }
  const end = firstOfNextMonth(day);
  for (const [index, moment] of sorted.filter((each) => each > last).entries()) days.set(moment, addDays(end, index + 1));
  for (const [index, moment] of sorted
    .filter((each) => each < first)
    .toReversed()
    .entries()) {
    days.set(moment, addDays(HORIZON_START, -index - 1));
  }
  const months = monthOfDay(parseDate(end)) - monthOfDay(parseDate(HORIZON_START));
  const dayOf = (moment: Moment): string => {
    const found = days.get(moment);
    if (found === undefined) throw new Error(`no day for ${moment}`);
    return found;
  };
  return { startMonth: HORIZON_START.slice(0, 7), months, dayOf };
};

/** The first spend of the instant at which a grant starts or ends: on that very day, which tests the ends of our periods. */
const isSpendAtChange = (moment: Moment, before: Moment): boolean =>
  before.endsWith(' 0') && moment.startsWith(`${before.slice(0, -2)} 2 `);

const firstOfNextMonth = (day: string): string => formatDate(firstDayNumber(monthOfDay(parseDate(day)) + 1));
