/**
 * Grids -> what the hidden sheet and the visible sheets say.
 *
 * Errors: FORMAT_UNKNOWN, WORKBOOK_BROKEN with the sheet or cell as place.
 */
import { letters } from '../../../shared/core/ids.ts';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { plainNumberText } from '../../../shared/numeric/decimal.ts';
import { parseScenario } from '../../../shared/scenario/json.ts';
import { fieldKind } from '../../../shared/scenario/typed.ts';
import { type Scenario, SHEETS, type SheetId } from '../../../shared/scenario/types.ts';
import { formatDate } from '../../../shared/time/calendar.ts';
import { columnOfHeader, type LineColumn } from '../columns.ts';
import { shownNumber, shownText, UNIX_EPOCH } from '../sanitise.ts';
import { WORKBOOK_FORMAT } from '../sheets/metaSheet.ts';
import { META_SHEET, SHEET_NAMES } from '../texts.ts';
import type { VisibleLine } from '../visible.ts';
import type { Grid, Grids, RawCell } from './grid.ts';

export interface Meta {
  readonly scenario: Scenario;
  readonly visibleHash: string;
}

export const decodeMeta = (grids: Grids): Result<Meta> => {
  const rows = grids[META_SHEET] ?? [];
  const valuesOf = (key: string): readonly string[] => rows.filter((row) => row[0] === key).map((row) => String(row[1] ?? ''));
  const [format] = valuesOf('format');
  if (format !== WORKBOOK_FORMAT) {
    return fail('FORMAT_UNKNOWN', `${META_SHEET}!B1`, { format: format ?? '', expected: WORKBOOK_FORMAT });
  }
  const scenario = parseScenario(parseJson(valuesOf('scenario').join('')));
  if (!scenario.ok) return fail('WORKBOOK_BROKEN', META_SHEET, { reason: `${scenario.error.code} ${scenario.error.place ?? ''}`.trim() });
  return ok({ scenario: scenario.value, visibleHash: valuesOf('visibleHash')[0] ?? '' });
};

/** undefined where it is no JSON: parseScenario refuses that. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A line with its place in the workbook. */
export interface PlacedLine extends VisibleLine {
  /** as in the workbook, whatever its language */
  readonly sheetName: string;
  /** 1-based */
  readonly row: number;
  /** field, `option` or `id` -> column letters */
  readonly columns: ReadonlyMap<string, string>;
}

/** Every row below the headers that says something, in order. */
export const decodeLines = (grids: Grids): Result<readonly PlacedLine[]> => {
  const lines: PlacedLine[] = [];
  for (const sheet of SHEETS) {
    const sheetName = Object.values(SHEET_NAMES[sheet]).find((name) => grids[name] !== undefined);
    if (sheetName === undefined) return fail('WORKBOOK_BROKEN', SHEET_NAMES[sheet].en, { reason: 'sheet missing' });
    const grid = grids[sheetName] ?? [];
    const header = findHeader(sheet, grid);
    if (header === null) return fail('WORKBOOK_BROKEN', sheetName, { reason: 'headers missing' });
    for (let index = header.row; index < grid.length; index += 1) {
      const line = decodeRow({ sheet, sheetName, cells: grid[index] ?? [], row: index + 1, columns: header.columns });
      if (line !== null) lines.push(line);
    }
  }
  return ok(lines);
};

interface Header {
  /** 1-based */
  readonly row: number;
  /** column index -> our column */
  readonly columns: ReadonlyMap<number, LineColumn>;
}

const HEADER_SEARCHED_ROWS = 30;

/** The first row that names both the option and the line. */
const findHeader = (sheet: SheetId, grid: Grid): Header | null => {
  for (const [index, cells] of grid.slice(0, HEADER_SEARCHED_ROWS).entries()) {
    const columns = new Map<number, LineColumn>();
    const keys = new Set<string>();
    for (const [at, cell] of cells.entries()) {
      const column = typeof cell === 'string' ? columnOfHeader(sheet, cell) : null;
      if (column === null || keys.has(column.key)) continue;
      keys.add(column.key);
      columns.set(at, column);
    }
    if (keys.has('option') && keys.has('id')) return { row: index + 1, columns };
  }
  return null;
};

const decodeRow = (input: {
  readonly sheet: SheetId;
  readonly sheetName: string;
  readonly cells: readonly RawCell[];
  readonly row: number;
  readonly columns: ReadonlyMap<number, LineColumn>;
}): PlacedLine | null => {
  const { sheet, sheetName, row } = input;
  const texts = new Map<string, string | null>();
  const places = new Map<string, string>();
  let option = '';
  let id = '';
  for (const [at, column] of input.columns) {
    const raw = input.cells[at] ?? null;
    places.set(column.field ?? column.key, letters(at));
    if (column.key === 'option') option = rawText(sheet, '', raw) ?? '';
    if (column.key === 'id') id = rawText(sheet, '', raw) ?? '';
    if (column.field !== null) texts.set(column.field, rawText(sheet, column.field, raw));
  }
  const saysSomething = option !== '' || id !== '' || [...texts.values()].some((text) => text !== null);
  return saysSomething ? { sheet, sheetName, row, option, id, cells: texts, columns: places } : null;
};

/** The text of a cell of a field; null for an empty one. Numbers go through 15 significant digits. */
export const rawText = (sheet: SheetId, field: string, raw: RawCell): string | null => {
  if (raw === null || raw === '') return null;
  if (typeof raw === 'string') return shownText(raw);
  if (typeof raw === 'boolean') return String(raw);
  const kind = fieldKind(sheet, field);
  const number = typeof raw === 'number' ? raw : raw.serial;
  const date = kind === 'date' || kind === 'monthOrDate' ? serialDate(number) : null;
  if (date !== null && kind === 'date') return date;
  if (date !== null && kind === 'monthOrDate' && typeof raw === 'number' && isPlausibleSerial(raw)) return date;
  if (date !== null && typeof raw === 'object') return raw.hasDay ? date : date.slice(0, 7);
  return plainNumberText(shownNumber(number));
};

const FIRST_SERIAL = 61; // 1900-03-01
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** A bare number in a column of months and days: a day of the years 2000 to 2099, but not a year such as 2026, nor 202601. */
const isPlausibleSerial = (serial: number): boolean => serial >= 36_526 && serial <= 73_050;

const serialDate = (serial: number): string | null =>
  Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? formatDate(serial - UNIX_EPOCH) : null;
