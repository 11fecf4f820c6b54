/**
 * A run of usage lines at list price, in columns: what a pass over 100,000 lines reads. The object of a line (UsageWork) is made when
 * somebody asks for it; of lines that are not ordinary (typedChunk.ts) it is always there.
 *
 * Units: list costs Amount 10^-12 CNY in two doubles; NaN of a line that BigInt counts.
 * Rounding: lines/flatCosts.ts.
 */
import type { UsageWork } from '../lines/usageWork.ts';
import type { TypedChunk } from './typedChunk.ts';

/** Rows of a chunk; the last one of a table may have fewer. */
export const CHUNK = 256;

/** What is known of a row, as bits. */
export const ROW = {
  /** no ordinary line: its object is there */
  special: 1,
  /** an error drops it */
  dropped: 2,
  /** counted in BigInt: its list costs are not in the columns */
  inBigInt: 4,
  /** some month's exact quantity of hours is no whole number */
  partial: 8,
} as const;

/** In place of a SKU's name: the line is dropped, or paid with a node. */
export const NOT_USABLE = -1;

export interface UsageChunk {
  readonly typed: TypedChunk;
  /** number of rows */
  readonly length: number;
  /** PLACE numbers of each row, side by side: one look at memory finds all of them */
  readonly places: Int32Array;
  readonly flags: Uint8Array;
  /** places of the names of SKUs that usable rows have, each once */
  readonly skus: readonly number[];
  /** list costs of all rows, month by month */
  readonly hi: Float64Array;
  /** null: all are 0 */
  readonly lo: Float64Array | null;
  /** the highest list cost of a row that is not in BigInt */
  readonly highest: number;
  /** number of dropped rows */
  readonly dropped: number;
  /** by row, of those that somebody has asked for */
  readonly works: (UsageWork | undefined)[];
}

/** What stands in `places`, and how many numbers a row has there. */
export const PLACE = { sku: 0, from: 1, first: 2, months: 3, width: 4 } as const;

/** Place of the SKU's name, or NOT_USABLE. */
export const skuOf = ({ places }: UsageChunk, row: number): number => places[row * PLACE.width + PLACE.sku] ?? NOT_USABLE;
/** Where the list costs of the active months stand. */
export const fromOf = ({ places }: UsageChunk, row: number): number => places[row * PLACE.width + PLACE.from] ?? 0;
/** Position in the horizon of the first active month. */
export const firstOf = ({ places }: UsageChunk, row: number): number => places[row * PLACE.width + PLACE.first] ?? 0;
/** Number of active months; they are consecutive. */
export const monthsOf = ({ places }: UsageChunk, row: number): number => places[row * PLACE.width + PLACE.months] ?? 0;
export const hasFlag = ({ flags }: UsageChunk, row: number, flag: number): boolean => ((flags[row] ?? 0) & flag) !== 0;
