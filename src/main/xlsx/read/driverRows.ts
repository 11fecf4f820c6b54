/** The rows of the Drivers sheet, in either language; null where a workbook has no such sheet, as those of former versions. */
import { letters } from '../../../shared/core/ids.ts';
import { cellText } from '../../../shared/importing/cellText.ts';
import type { Grid, RawCell } from '../../../shared/importing/table.ts';
import { type DriverColumn, driverColumnOf } from '../driverColumns.ts';
import { shownText } from '../sanitise.ts';
import { SHEET_NAMES } from '../texts.ts';
import type { Grids } from './grid.ts';

export interface DriverRow {
  /** '' of a new driver */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** null: the column is gone */
  readonly unit: string | null;
  readonly note: string | null;
  /** of its name: `Drivers!B4` */
  readonly place: string;
}

const HEADER_SEARCHED_ROWS = 30;

export const decodeDrivers = (grids: Grids): readonly DriverRow[] | null => {
  const sheet = Object.values(SHEET_NAMES.drivers).find((name) => grids[name] !== undefined);
  const grid = sheet === undefined ? [] : (grids[sheet] ?? []);
  const header = findHeader(grid);
  if (sheet === undefined || header === null) return null;
  const rows: DriverRow[] = [];
  for (let index = header.row; index < grid.length; index += 1) {
    const cells = grid[index] ?? [];
    const textOf = (column: DriverColumn): string | null => {
      const at = header.columns.get(column);
      return at === undefined ? null : textIn(cells[at] ?? null);
    };
    const [id, name, value] = [textOf('driverId') ?? '', textOf('driverName') ?? '', textOf('driverValue') ?? ''];
    if (id === '' && name === '' && value === '') continue;
    const place = `${sheet}!${letters(header.columns.get('driverName') ?? 0)}${index + 1}`;
    rows.push({ id, name, value, unit: textOf('unit'), note: textOf('note'), place });
  }
  return rows;
};

const textIn = (raw: RawCell): string => shownText(cellText('decimal', raw) ?? '');

/** The first row that names a driver and its value. */
const findHeader = (grid: Grid): { readonly row: number; readonly columns: ReadonlyMap<DriverColumn, number> } | null => {
  for (const [index, cells] of grid.slice(0, HEADER_SEARCHED_ROWS).entries()) {
    const columns = new Map<DriverColumn, number>();
    for (const [at, cell] of cells.entries()) {
      const column = typeof cell === 'string' ? driverColumnOf(cell) : null;
      if (column !== null && !columns.has(column)) columns.set(column, at);
    }
    if (columns.has('driverName') && columns.has('driverValue')) return { row: index + 1, columns };
  }
  return null;
};
