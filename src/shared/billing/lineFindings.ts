/**
 * What is worth saying about node and usage lines that work.
 *
 * Rule: OUTSIDE_HORIZON: a line with nothing inside the horizon. ASSUMPTION `startedHour`: a quantity in hours is billed as it is,
 * because the source names an hourly billing cycle, not that a started hour is charged.
 * Source: billing.md, 4.2 and 7; seed 002 ("计费周期按小时").
 */
import type { Issue } from '../core/issue.ts';
import type { UsageSku } from '../pricebook/types.ts';
import type { BilledNode } from './billNode.ts';
import { assumptionOf, issueOf } from './issues.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import type { UsableNode } from './read/readNode.ts';

export const findNodeIssues = (node: UsableNode | null, billed: BilledNode | null): readonly Issue[] =>
  node !== null && billed?.outside === true ? [issueOf({ code: 'OUTSIDE_HORIZON', line: node.line.id })] : NO_ISSUES;

export const findUsageIssues = (rated: RatedLine): readonly Issue[] => {
  const { line, sku } = rated.usage;
  if (rated.length === 0) return [issueOf({ code: 'OUTSIDE_HORIZON', line: line.id })];
  return countsHours(sku) && rated.hasPartialUnits() ? [assumptionOf(line.id, 'startedHour', { sku: sku.sku })] : NO_ISSUES;
};

/** Hours as they are: a started one may be counted in full. */
export const countsHours = ({ increment, unit }: UsageSku): boolean => increment === undefined && unit.endsWith('-hour');

const NO_ISSUES: readonly Issue[] = [];
