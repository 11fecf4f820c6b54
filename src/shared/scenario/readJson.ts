/**
 * Readers of one JSON value each, with the path that an error names (`options[0].usage[2].count`).
 *
 * They throw `Unusable`, which never leaves scenario/json.ts: there it becomes the Result's error. So the shape of the format
 * can be written down without a branch after every value.
 */
import { type AppError, type ErrorCode, fail } from '../core/result.ts';
import { plainNumberText } from '../numeric/decimal.ts';

/** What the app takes into one text field; also what fits into one cell of a workbook. */
export const LONGEST_TEXT = 32_767;
const LONGEST_ID = 64;

export class Unusable extends Error {
  readonly error: AppError;
  constructor(code: ErrorCode, place: string, params: Readonly<Record<string, string>> = {}) {
    super(code);
    this.error = fail(code, place, params).error;
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** `path.key`; the key alone at the top. */
export const joinPath = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** An object with no other keys than `keys`. Throws VALUE_INVALID or KEY_UNKNOWN. */
export const readObject = (value: unknown, path: string, keys: readonly string[]): JsonObject => {
  const object = readAnyObject(value, path);
  for (const key of Object.keys(object)) {
    if (!keys.includes(key)) throw new Unusable('KEY_UNKNOWN', joinPath(path, key), { key });
  }
  return object;
};

export const readAnyObject = (value: unknown, path: string): JsonObject => {
  if (!isObject(value)) throw invalid(value, path, 'object');
  return value;
};

/** key -> text, without those whose text is null; absent and null are none. A key that may not stand there is KEY_UNKNOWN. */
export const readEntries = (
  value: unknown,
  path: string,
  isKey: (key: string) => boolean,
  read: (value: unknown, path: string) => string | null,
): Readonly<Record<string, string>> => {
  if (value === undefined || value === null) return {};
  const entries: [string, string][] = [];
  for (const [key, given] of Object.entries(readAnyObject(value, path))) {
    const place = joinPath(path, key);
    if (!isKey(key)) throw new Unusable('KEY_UNKNOWN', place, { key });
    const text = read(given, place);
    if (text !== null) entries.push([key, text]);
  }
  return Object.fromEntries(entries);
};

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Absent and null are an empty list. */
export const readList = (value: unknown, path: string): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid(value, path, 'array');
  return value;
};

/** Absent and null are ''. */
export const readText = (value: unknown, path: string): string => {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) throw invalid(value, path, 'text');
  return value;
};

/** An id: text of 1 to 64 characters. */
export const readId = (value: unknown, path: string): string => {
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_ID) throw invalid(value, path, 'id');
  return value;
};

/**
 * A field of a line: strings as typed, numbers as plain decimal text, true and false as their names, absent and null as null.
 * What the text means is billing's question; only a value that no cell could show (an object, an array) is unusable.
 */
export const readField = (value: unknown, path: string): string | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return plainNumberText(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) throw invalid(value, path, 'text');
  return value;
};

export const invalid = (value: unknown, path: string, expected: string): Unusable =>
  new Unusable('VALUE_INVALID', path, { value: shown(value), expected });

const LONGEST_SHOWN = 40;

/** A value as one short word of a message. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'array';
  if (isObject(value)) return 'object';
  const text = String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
};
