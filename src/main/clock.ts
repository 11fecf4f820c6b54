/** The only reader of the clock, beside the log's and the store's stamps through it. */
import type { CivilDate, Month } from '../shared/time/calendar.ts';

export const now = (): Date => new Date();

/** Day in China Standard Time (UTC+8), as billing.md dates everything. */
export const dateInChina = (instant: Date): CivilDate => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

export const monthInChina = (instant: Date): Month => dateInChina(instant).slice(0, 7);
