/** The one place that chooses how a line is counted. */
import type { DoubleSlabs } from '../../numeric/slabs.ts';
import type { Horizon } from '../horizon.ts';
import type { UsableUsage } from '../read/readUsage.ts';
import { makeFlatLine } from './flatLine.ts';
import { GeneralLine } from './generalLine.ts';
import type { RatedLine } from './ratedLine.ts';

export const rateLine = (usage: UsableUsage, horizon: Horizon, slabs: DoubleSlabs): RatedLine =>
  makeFlatLine(usage, horizon, slabs) ?? new GeneralLine(usage, horizon);
