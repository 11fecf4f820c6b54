/** Months of a sheet by calendar quarters, which fold into one column each. Pure. */
import type { Month } from '../../shared/time/calendar.ts';

/** '2026-05' -> '2026-Q2' */
export const quarterOfMonth = (month: Month): string => `${month.slice(0, -3)}-Q${Math.ceil(Number(month.slice(-2)) / 3)}`;

/** The quarter of a month's column or of a folded one; null of any other column. */
export const quarterOfColumn = (column: string): string | null => {
  if (column.startsWith('q:')) return column.slice(2);
  return column.startsWith('m:') ? quarterOfMonth(column.slice(2)) : null;
};

/** Quarters in their order, each with its months. */
export const groupByQuarter = (months: readonly Month[]): readonly { readonly quarter: string; readonly months: readonly Month[] }[] => {
  const groups = new Map<string, Month[]>();
  for (const month of months) groups.set(quarterOfMonth(month), [...(groups.get(quarterOfMonth(month)) ?? []), month]);
  return [...groups].map(([quarter, members]) => ({ quarter, months: members }));
};
