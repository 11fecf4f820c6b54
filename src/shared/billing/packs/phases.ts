/**
 * Where the months of the horizon are cut, so that inside a phase the same packs and the same lines are at work on every day.
 *
 * Rule: at every day on which a usable pack starts or expires that has a usable line in scope, and on which a usable line starts or
 * ends. The cuts are the option's, not one pack's, because amounts are rounded at each cut.
 * Units: days; phases are [start, end).
 * Source: billing.md, 5.2.
 */
import type { DayNumber } from '../../time/calendar.ts';

interface Period {
  readonly start: DayNumber;
  readonly end: DayNumber;
}

/** Those of the days on which periods start or end that lie inside the horizon, ascending. */
export const cutDays = (days: readonly DayNumber[], { start, end }: Period): readonly DayNumber[] =>
  [...new Set(days.filter((day) => day > start && day < end))].sort((a, b) => a - b);

/** The phases of one month. */
export const phasesOfMonth = (cuts: readonly DayNumber[], monthStart: DayNumber, monthEnd: DayNumber): readonly Period[] => {
  const phases: Period[] = [];
  let start = monthStart;
  for (const cut of cuts) {
    if (cut <= monthStart) continue;
    if (cut >= monthEnd) break;
    phases.push({ start, end: cut });
    start = cut;
  }
  phases.push({ start, end: monthEnd });
  return phases;
};
