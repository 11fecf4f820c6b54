/** Month columns of a foreign sheet: '2026-03', '2026年3月', 'Mar 2026', 'Mar-26', '3月', or a cell that is a date. */
import { canonicalText } from '../scenario/typed.ts';
import { isMonth, type Month } from '../time/calendar.ts';
import { cellText } from './cellText.ts';
import { plainHeader } from './fields.ts';
import type { RawCell } from './table.ts';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH = /^([a-z]{3})[a-z]*\.?[\s/-]*'?(\d{4}|\d{2})$/;
const BARE = /^(\d{1,2})\s*月$|^([a-z]{3})[a-z]*\.?$/;

/** `horizon`: the months among which a name without a year is looked for; the first of that name counts. */
export const monthOfHeader = (raw: RawCell, horizon: readonly Month[]): Month | null => {
  if (raw === null || typeof raw === 'boolean' || typeof raw === 'number') return null;
  if (typeof raw === 'object') return cellText('monthOrDate', raw)?.slice(0, 7) ?? null;
  const text = plainHeader(raw).replace(/\s*(用量|usage|override|指定用量)$/, '');
  const typed = canonicalText('usage', 'from', text);
  if (typed !== null && isMonth(typed)) return typed;
  const english = ENGLISH.exec(text);
  const at = NAMES.indexOf(english?.[1] ?? '');
  if (english !== null && at >= 0) return monthText(Number(english[2]) + (english[2]?.length === 2 ? 2_000 : 0), at + 1);
  const bare = BARE.exec(text);
  if (bare === null) return null;
  const number = bare[1] === undefined ? NAMES.indexOf(bare[2] ?? '') + 1 : Number(bare[1]);
  return horizon.find((month) => Number(month.slice(5)) === number) ?? null;
};

const monthText = (year: number, month: number): Month => `${year}-${String(month).padStart(2, '0')}`;
