/** The only reader of the clock, beside the log's and the store's stamps through it. */
import type { Month } from '../shared/time/calendar.ts';

export const now = (): Date => new Date();

/** Calendar month in China Standard Time (UTC+8), as billing.md dates everything. */
export const monthInChina = (instant: Date): Month => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
