/**
 * What the burn-down needs to know of a pack and of a line. It knows neither rates nor the scenario: prices come in as amounts.
 *
 * Units: of a money pack Amount (10^-12 CNY), of a quantity pack Quantity (10^-6 units). Days and periods [start, end).
 * Source: billing.md, section 5.
 */
import type { Amount, Quantity } from '../../numeric/fixed.ts';
import type { WideColumn } from '../../numeric/wide.ts';
import type { MonthBasis, PackClass } from '../../pricebook/types.ts';
import type { DayNumber } from '../../time/calendar.ts';

export interface BurnPack {
  /** id of the pack line, or the SKU of an allowance */
  readonly id: string;
  readonly packClass: PackClass;
  /** position of its class in the provider's burnClasses */
  readonly classRank: number;
  readonly priority: number;
  readonly denomination: 'money' | 'quantity';
  readonly reset: 'none' | 'month' | 'level';
  readonly monthBasis: MonthBasis;
  /** -Infinity: an allowance, which is valid all the time */
  readonly start: DayNumber;
  /** first day on which it is no longer valid; Infinity: none */
  readonly expiry: DayNumber;
  /** amount x count */
  readonly held: bigint;
  /** balance of a `reset: none` pack when the horizon, or its own life, begins */
  readonly opening: bigint;
  /** positions of the usage lines in its scope, ascending */
  readonly lines: readonly number[];
}

/** A usage line as the packs see it: list cost and quantity of its days. */
export interface BurnLine {
  readonly start: DayNumber;
  /** excluded */
  readonly end: DayNumber;
  /** no month's list cost or quantity is too wide for a WideColumn */
  readonly isWide: boolean;
  /** of the days [from, to) of one month; all of them are active */
  readonly measure: (monthIndex: number, from: DayNumber, to: DayNumber) => Measured;
  /** the same into columns; for a wide line only */
  readonly measureInto: (to: MeasureTarget, monthIndex: number, phase: DayPeriod) => void;
}
/** The lines of a component, by row. */
export interface BurnLines {
  readonly length: number;
  /** throws outside */
  readonly at: (row: number) => BurnLine;
  /** whether all are `isWide` */
  readonly areWide: () => boolean;
  /** adds the list cost of each line's months, by month of the horizon; where they are wide */
  readonly addMonths: (to: WideColumn) => void;
}
export interface Measured {
  readonly amount: Amount;
  readonly quantity: Quantity;
}
export interface MeasureTarget {
  readonly amounts: WideColumn;
  readonly quantities: WideColumn;
  at: number;
}
/** [from, to) */
export interface DayPeriod {
  readonly from: DayNumber;
  readonly to: DayNumber;
}
export interface Phase extends DayPeriod {
  /** position in the horizon */
  readonly month: number;
}
/** Before the first one. */
export const NO_PHASE: Phase = { month: 0, from: 0, to: 0 };
