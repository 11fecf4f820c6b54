/**
 * A run of usage lines at list price, in columns: what a pass over 100,000 lines reads. The object of a line (UsageWork) is made when
 * somebody asks for it; of lines that are not ordinary (typedChunk.ts) it is always there.
 *
 * Units: list costs Amount 10^-12 CNY in two doubles; of a line that BigInt counts, the nearest double.
 * Rounding: lines/flatCosts.ts.
 */
import type { UsageWork } from '../lines/usageWork.ts';
import type { TypedChunk } from './typedChunk.ts';

/** Rows of a chunk; the last one of a table may have fewer. */
export const CHUNK = 512;

/** What is known of a row, as bits. */
export const ROW = {
  /** no ordinary line: its object is there */
  special: 1,
  /** an error drops it */
  dropped: 2,
  /** counted in BigInt: only about right in the columns */
  inBigInt: 4,
  /** some month's exact quantity of hours is no whole number */
  partial: 8,
} as const;

/** In place of a SKU's name: the line is dropped, or paid with a node. */
export const NOT_USABLE = -1;

export interface UsageChunk {
  readonly typed: TypedChunk;
  /** place of the SKU's name, or NOT_USABLE */
  readonly sku: Int32Array;
  readonly flags: Uint8Array;
  /** position in the horizon of the first active month */
  readonly first: Uint8Array;
  /** number of active months; they are consecutive */
  readonly length: Uint8Array;
  /** where the list costs of the active months stand */
  readonly from: Int32Array;
  readonly hi: Float64Array;
  /** null: all are 0 */
  readonly lo: Float64Array | null;
  /** number of dropped rows */
  readonly dropped: number;
  /** by row, of those that somebody has asked for */
  readonly works: (UsageWork | undefined)[];
}
