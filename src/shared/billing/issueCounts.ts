/** How much there is to say about lines, as sums that can be added and taken off. */
import type { Issue } from '../core/issue.ts';
import type { SheetId } from '../scenario/types.ts';
import type { IssueCounts } from './bill.ts';

export const NO_COUNTS: IssueCounts = { errors: 0, problems: 0, assumptions: 0, errorLines: { nodes: 0, usage: 0, packs: 0 } };

/** Of one line. */
export const countIssues = (sheet: SheetId, issues: readonly Issue[]): IssueCounts => {
  if (issues.length === 0) return NO_COUNTS;
  const assumptions = issues.filter(({ code }) => code === 'ASSUMPTION').length;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return {
    errors,
    problems: issues.length - assumptions,
    assumptions,
    errorLines: { ...NO_COUNTS.errorLines, [sheet]: errors === 0 ? 0 : 1 },
  };
};

export const addCounts = (a: IssueCounts, b: IssueCounts): IssueCounts => combine(a, b, 1);
export const subtractCounts = (a: IssueCounts, b: IssueCounts): IssueCounts => combine(a, b, -1);
/** Of as many lines that have the same. */
export const timesCounts = (counts: IssueCounts, lines: number): IssueCounts => combine(NO_COUNTS, counts, lines);

const combine = (a: IssueCounts, b: IssueCounts, times: number): IssueCounts =>
  b === NO_COUNTS
    ? a
    : {
        errors: a.errors + times * b.errors,
        problems: a.problems + times * b.problems,
        assumptions: a.assumptions + times * b.assumptions,
        errorLines: {
          nodes: a.errorLines.nodes + times * b.errorLines.nodes,
          usage: a.errorLines.usage + times * b.errorLines.usage,
          packs: a.errorLines.packs + times * b.errorLines.packs,
        },
      };
