/** Where a line stands in the file that it was read from, so that a problem can be found there. */
import { type Scenario, SHEETS } from '../../../shared/scenario/types.ts';

export interface Place {
  /** name of the sheet in a workbook; `nodes`, `usage` or `packs` in JSON */
  readonly sheet: string;
  /** 1-based: the workbook's row; the position in the list of the option in JSON */
  readonly row: number;
  /** letters in a workbook, the field's name in JSON; null for the line as a whole */
  readonly column: string | null;
  /** `Usage!E7`, `options[0].usage[2].quantity` */
  readonly address: string;
}
/** null for a line that the file does not have. */
export type Locate = (option: string, line: string, field: string | null) => Place | null;

export const locateInJson = (scenario: Scenario): Locate => {
  const places = new Map<string, Place>();
  for (const [at, option] of scenario.options.entries()) {
    for (const sheet of SHEETS) {
      for (const [index, line] of option[sheet].entries()) {
        places.set(keyOf(option.id, line.id), { sheet, row: index + 1, column: null, address: `options[${at}].${sheet}[${index}]` });
      }
    }
  }
  return (option, line, field) => {
    const place = places.get(keyOf(option, line));
    if (place === undefined || field === null) return place ?? null;
    const key = field.startsWith('m:') ? `monthly.${field.slice(2)}` : field;
    return { ...place, column: key, address: `${place.address}.${key}` };
  };
};

/** Where the row of a line stands in a workbook. */
export interface PlacedRow {
  readonly option: string;
  readonly line: string;
  /** as in the workbook, whatever its language */
  readonly sheetName: string;
  /** 1-based */
  readonly row: number;
  /** field, `option` or `id` -> column letters */
  readonly columns: ReadonlyMap<string, string>;
}

export const locateInWorkbook = (placed: readonly PlacedRow[]): Locate => {
  const rows = new Map(placed.map((row) => [keyOf(row.option, row.line), row]));
  return (option, line, field) => {
    const row = rows.get(keyOf(option, line));
    if (row === undefined) return null;
    const column = (field === null ? undefined : row.columns.get(field)) ?? null;
    const cell = column ?? row.columns.get('id') ?? 'A';
    return { sheet: row.sheetName, row: row.row, column, address: `${row.sheetName}!${cell}${row.row}` };
  };
};

const keyOf = (option: string, line: string): string => JSON.stringify([option, line]);
