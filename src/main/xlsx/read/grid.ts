/** What comes out of the parser: plain values by row and column, nothing of the library. Crosses the thread border. */

export type RawCell =
  | string
  | number
  | boolean
  /** a number that is shown as a date; `hasDay` is false for formats such as yyyy-mm */
  | { readonly serial: number; readonly hasDay: boolean }
  | null;
export type Grid = readonly (readonly RawCell[])[];
/** Sheet name -> its cells. */
export type Grids = Readonly<Record<string, Grid>>;

export interface ReadRequest {
  readonly bytes: Uint8Array;
  /** sheets that are parsed, where the workbook has them */
  readonly sheets: readonly string[];
  /** the sheet without which the workbook is foreign */
  readonly required: string;
}

export const GRID_LIMITS = { rows: 200_000, columns: 256 } as const;
