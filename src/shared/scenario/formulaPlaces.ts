/** Which lines of a sheet hold formulas, and in which fields: found once, and followed from edit to edit, because a look at 100,000 lines costs milliseconds. */
import { isFormula } from '../formula/ast.ts';
import { getField, monthFields } from './patch.ts';
import { LINE_NUMBER_FIELDS } from './typed.ts';
import type { Line, SheetId } from './types.ts';

/** Those of `places` whose lines hold formulas. */
export const placesOf = (sheet: SheetId, lines: readonly Line[], places: Iterable<number>): readonly number[] => {
  const found: number[] = [];
  for (const place of places) {
    const line = lines[place];
    if (line !== undefined && hasFormula(sheet, line)) found.push(place);
  }
  return found;
};

/** `before` ascends and is that of the list before the lines at `changed` were set. */
export const mergePlaces = (
  sheet: SheetId,
  raw: readonly Line[],
  before: readonly number[],
  changed: readonly number[],
): readonly number[] => {
  if (changed.length === 0) return before;
  const found = placesOf(sheet, raw, changed);
  // Mostly a key press in one line, which holds a formula before and after or neither.
  if (found.length === changed.length && found.every((place) => hasPlace(before, place))) return before;
  if (found.length === 0 && !changed.some((place) => hasPlace(before, place))) return before;
  const touched = new Set(changed);
  const others = before.filter((place) => !touched.has(place));
  return found.length === 0 ? others : [...others, ...found].sort((a, b) => a - b);
};

/** `places` ascend. */
const hasPlace = (places: readonly number[], place: number): boolean => {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return places[low] === place;
};

/** The fields of a line that hold formulas; months of a usage line as `m:2026-03`. */
export const formulaFields = (sheet: SheetId, line: Line): readonly string[] =>
  [...LINE_NUMBER_FIELDS[sheet], ...monthFields(line)].filter((field) => isFormula(getField(line, field) ?? ''));

/** The same question without an answer in words: it is asked of 100,000 lines at once. */
export const hasFormula = (sheet: SheetId, line: Line): boolean => {
  for (const field of LINE_NUMBER_FIELDS[sheet]) {
    const text: unknown = Reflect.get(line, field);
    if (typeof text === 'string' && isFormula(text)) return true;
  }
  if ('monthly' in line) for (const month in line.monthly) if (isFormula(line.monthly[month] ?? '')) return true;
  return false;
};
