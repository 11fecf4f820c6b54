/** The columns of the Drivers sheet, for the way out and the way in. */
import { letters } from '../../shared/core/ids.ts';
import { HEADERS, type HeaderKey } from './texts.ts';

export const DRIVER_COLUMNS = [
  { key: 'driverId', width: 8, numeric: false },
  { key: 'driverName', width: 28, numeric: false },
  { key: 'driverValue', width: 18, numeric: true },
  { key: 'unit', width: 16, numeric: false },
  { key: 'driverFormula', width: 40, numeric: false },
  { key: 'note', width: 60, numeric: false },
] as const satisfies readonly { readonly key: HeaderKey; readonly width: number; readonly numeric: boolean }[];
export type DriverColumn = (typeof DRIVER_COLUMNS)[number]['key'];

export const driverLetters = (key: DriverColumn): string => letters(DRIVER_COLUMNS.findIndex((column) => column.key === key));

/** The column that a header names, in either language; null for a header that is not ours. */
export const driverColumnOf = (header: string): DriverColumn | null =>
  DRIVER_COLUMNS.find(({ key }) => Object.values(HEADERS[key]).some((text) => text === header.trim()))?.key ?? null;
