/**
 * Grids -> what the hidden sheet and the visible sheets say.
 *
 * Errors: FORMAT_UNKNOWN, WORKBOOK_BROKEN with the sheet or cell as place.
 */
import { letters } from '../../../shared/core/ids.ts';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { cellText } from '../../../shared/importing/cellText.ts';
import type { Grid, RawCell } from '../../../shared/importing/table.ts';
import { parseScenario } from '../../../shared/scenario/json.ts';
import { fieldKind } from '../../../shared/scenario/typed.ts';
import { type Scenario, SHEETS, type SheetId } from '../../../shared/scenario/types.ts';
import { columnOfHeader, type LineColumn } from '../columns.ts';
import { shownText } from '../sanitise.ts';
import { WORKBOOK_FORMAT } from '../sheets/metaSheet.ts';
import { META_SHEET, SHEET_NAMES } from '../texts.ts';
import type { VisibleLine } from '../visible.ts';
import type { Grids } from './grid.ts';

export interface Meta {
  readonly scenario: Scenario;
  readonly visibleHash: string;
  /** which scenario of the store it is; null where the file does not say */
  readonly origin: string | null;
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
  return ok({ scenario: scenario.value, visibleHash: valuesOf('visibleHash')[0] ?? '', origin: valuesOf('origin')[0] ?? null });
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

/** The text of a cell of a field; null for an empty one. */
export const rawText = (sheet: SheetId, field: string, raw: RawCell): string | null => {
  const text = cellText(fieldKind(sheet, field), raw);
  return text === null ? null : shownText(text);
};
