/** A sheet of someone else's file as plain values, nothing of any library: what the readers give and the import works on. */

export type RawCell =
  | string
  | number
  | boolean
  /** a number that is shown as a date; `hasDay` is false for formats such as yyyy-mm */
  | { readonly serial: number; readonly hasDay: boolean }
  | null;
export type Grid = readonly (readonly RawCell[])[];

export interface Table {
  /** name of the sheet; of the file for CSV */
  readonly name: string;
  readonly rows: Grid;
}
