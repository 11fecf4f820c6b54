/**
 * Everything worth saying about an option: as a list in the order of its lines, of one line, and how much there is. The lists are made
 * when somebody asks; the counts follow an edit by differences, because the window shows them at every key press.
 *
 * Source: billing.md, 7; each finding names its own.
 */
import type { Issue } from '../core/issue.ts';
import type { Fen } from '../numeric/fixed.ts';
import type { Option } from '../scenario/types.ts';
import type { Alignment } from './align.ts';
import type { IssueCounts } from './bill.ts';
import { UsageIssues } from './columns/UsageIssues.ts';
import { addCounts, countIssues, NO_COUNTS, subtractCounts } from './issueCounts.ts';
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

export class OptionIssues {
  readonly #input: OptionIssuesInput;
  readonly #usage: UsageIssues;
  #all: readonly Issue[] | null = null;
  #ofPacks: ReadonlyMap<string, readonly Issue[]> | null = null;
  #usageCounts: IssueCounts | null = null;
  #counts: IssueCounts | null = null;

  /** `former`: of the option before the edit. */
  constructor(input: OptionIssuesInput, former: OptionIssues | null) {
    this.#input = input;
    this.#usage = new UsageIssues(input.work.read.usage);
    // Where nobody asked for the counts, nobody waits for them.
    const { alignment } = input.work.read;
    if (alignment !== null && former !== null && former.#usageCounts !== null) {
      this.#usageCounts = this.#followCounts(former, former.#usageCounts, alignment);
    }
  }

  /** Nodes, usage, packs. */
  get all(): readonly Issue[] {
    if (this.#all === null) {
      const { read } = this.#input.work;
      const issues = read.nodes.flatMap((_, position) => this.ofNode(position));
      for (const issue of this.#usage.all()) issues.push(issue);
      for (const found of this.#packs().values()) for (const issue of found) issues.push(issue);
      this.#all = issues;
    }
    return this.#all;
  }

  ofNode(position: number): readonly Issue[] {
    const { read, nodes } = this.#input.work;
    const node = read.nodes[position];
    return node === undefined ? [] : [...node.issues, ...findNodeIssues(node.usable, nodes[position] ?? null)];
  }

  ofUsage(position: number): readonly Issue[] {
    return this.#usage.of(position);
  }

  ofPack(id: string): readonly Issue[] {
    return this.#packs().get(id) ?? [];
  }

  get counts(): IssueCounts {
    this.#counts ??= this.#count();
    return this.#counts;
  }

  #count(): IssueCounts {
    const { read } = this.#input.work;
    const nodes = read.nodes.reduce((sum, _, position) => addCounts(sum, countIssues('nodes', this.ofNode(position))), NO_COUNTS);
    this.#usageCounts ??= this.#usage.count();
    let counts = addCounts(nodes, this.#usageCounts);
    for (const issues of findPacks(this.#input, []).values()) counts = addCounts(counts, countIssues('packs', issues));
    // What the choice among tied packs changes is not computed in order to count the ties.
    const ties = this.#input.work.burnt.components.reduce((sum, component) => sum + (component.ties()?.groups.length ?? 0), 0);
    return { ...counts, problems: counts.problems + ties };
  }

  #followCounts(former: OptionIssues, before: IssueCounts, { changed, gone }: Alignment): IssueCounts {
    let counts = before;
    for (const position of gone) counts = subtractCounts(counts, countIssues('usage', former.ofUsage(position)));
    for (const position of changed) counts = addCounts(counts, countIssues('usage', this.ofUsage(position)));
    return counts;
  }

  #packs(): ReadonlyMap<string, readonly Issue[]> {
    const { work, payable } = this.#input;
    this.#ofPacks ??= findPacks(
      this.#input,
      tieIssues(
        work.burnt.components.map(({ ties }) => ties()),
        payable,
      ),
    );
    return this.#ofPacks;
  }
}

/** By pack line, in their order. */
const findPacks = ({ option, work, context }: OptionIssuesInput, ties: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> => {
  const { read, packs, packBills, pool } = work;
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
  add(ties);
  return ofPacks;
};
