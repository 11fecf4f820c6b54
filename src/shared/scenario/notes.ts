/**
 * Notes on single cells of a line or a driver, by the field that they stand at (months of a usage line as `m:2026-03`).
 *
 * Source: formats.md is silent. ASSUMPTION, the smallest extension: an optional `notes` of a line and of a driver, absent where there is
 * none, so that a file without notes stays what it was. In patches a note is the field `n:` and its own: `n:price`.
 */
import { isMonth } from '../time/calendar.ts';
import { type CellNotes, LINE_FIELDS, type SheetId } from './types.ts';

export interface WithNotes {
  readonly notes?: CellNotes | undefined;
}
const PREFIX = 'n:';
const NONE: CellNotes = {};

/** 'price' -> 'n:price' */
export const noteField = <F extends string>(field: F): `n:${F}` => `${PREFIX}${field}`;

/** 'n:price' -> 'price'; null where it is no note. */
export const notedField = (field: string): string | null => (field.startsWith(PREFIX) ? field.slice(PREFIX.length) : null);

/** All notes of a line or a driver, by field. */
export const cellNotes = ({ notes }: WithNotes): CellNotes => notes ?? NONE;

/** The notes of a line as the fields that they are: `n:price`. */
export const noteFields = (line: WithNotes): readonly string[] => Object.keys(cellNotes(line)).map(noteField);

/** As it is kept: lines end as everywhere, and nothing but blanks is no note. */
export const canonicalNote = (typed: string): string | null => {
  const text = typed.replaceAll(/\r\n?/g, '\n').trimEnd();
  return text === '' ? null : text;
};

/** `owner` with another note at a field, null for none; fields in one order, so that the same notes are the same text. */
export const withNote = <T extends WithNotes>(owner: T, field: string, text: string | null): T => {
  const entries = Object.entries(cellNotes(owner)).filter(([key]) => key !== field);
  const { notes: _, ...bare } = owner;
  const next = text === null ? entries : [...entries, [field, text] as const];
  // What was taken off is optional, so the rest is a T again.
  return (next.length === 0 ? bare : { ...bare, notes: sortNotes(Object.fromEntries(next)) }) as T;
};

export const sortNotes = (notes: CellNotes): CellNotes => Object.fromEntries(Object.entries(notes).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether a note can stand at a field of a line. */
export const isNotable = (sheet: SheetId, field: string): boolean =>
  (LINE_FIELDS[sheet] as readonly string[]).includes(field) || (sheet === 'usage' && field.startsWith('m:') && isMonth(field.slice(2)));
