/**
 * Everything worth saying about an option, in the order of its lines: nodes, usage, packs.
 *
 * Source: billing.md, 7; each finding names its own.
 */
import type { Issue } from '../core/issue.ts';
import type { Fen } from '../numeric/fixed.ts';
import type { Option } from '../scenario/types.ts';
import { findNodeIssues } from './lineFindings.ts';
import type { OptionWork } from './optionWork.ts';
import { findPackIssues } from './packFindings.ts';
import { checkPackLimits } from './packLimits.ts';
import type { OptionContext } from './readOption.ts';
import { tieIssues } from './tieFindings.ts';

export interface OptionIssuesInput {
  readonly option: Option;
  readonly work: OptionWork;
  readonly context: OptionContext;
  readonly payable: Fen;
}

export const findOptionIssues = ({ option, work, context, payable }: OptionIssuesInput): readonly Issue[] => {
  const { read, nodes, packs, packBills, pool, burnt } = work;
  const issues: Issue[] = [];
  for (const [position, { issues: found, usable }] of read.nodes.entries()) {
    issues.push(...found, ...findNodeIssues(usable, nodes[position] ?? null));
  }
  for (const { issues: found } of read.usage) for (const issue of found) issues.push(issue);
  const ofPacks = new Map<string, Issue[]>(option.packs.map(({ id }) => [id, []]));
  const add = (found: readonly Issue[]): void => {
    for (const issue of found) ofPacks.get(issue.line)?.push(issue);
  };
  for (const { issues: found } of read.packs) add(found);
  add(checkPackLimits(packs));
  for (const [position, pack] of packs.entries()) {
    const bill = packBills[position];
    const inScope = pool.packs[position]?.lines ?? [];
    const ratedAt = (at: number) => read.usage.at(at)?.rated ?? null;
    if (bill !== undefined) add(findPackIssues({ pack, bill, inScope, ratedAt, horizon: context.horizon }));
  }
  add(
    tieIssues(
      burnt.components.map(({ ties }) => ties()),
      payable,
    ),
  );
  return [...issues, ...[...ofPacks.values()].flat()];
};
