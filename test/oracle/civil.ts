/** Days as numbers since 1970-01-01, by Date.UTC: independent of src/shared/time. */
const DAY = 86_400_000;

export const dayOf = (text: string): number => {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
};
export const monthIndex = (text: string): number => {
  const [year = 0, month = 1] = text.split('-').map(Number);
  return year * 12 + month - 1;
};
export const firstOf = (index: number): number => Date.UTC(Math.floor(index / 12), index % 12, 1) / DAY;
export const lengthOf = (index: number): number => firstOf(index + 1) - firstOf(index);
export const monthText = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
export const monthOfDay = (day: number): number => {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
/** `months` later, clamped to the month's last day, counted from the original day of the month. */
export const plusMonths = (day: number, months: number): number => {
  const target = monthOfDay(day) + months;
  const dayOfMonth = day - firstOf(monthOfDay(day));
  return firstOf(target) + Math.min(dayOfMonth, lengthOf(target) - 1);
};
