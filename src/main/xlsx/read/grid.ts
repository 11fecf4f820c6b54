/** What comes out of the parsers: plain values by row and column, nothing of the library. */
import type { Grid } from '../../../shared/importing/table.ts';

/** Sheet name -> its cells. */
export type Grids = Readonly<Record<string, Grid>>;

export const GRID_LIMITS = { rows: 200_000, columns: 256 } as const;
