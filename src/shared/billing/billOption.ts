/**
 * One option: read its lines, rate the usage, burn the packs down, charge, settle, total.
 *
 * Rule: billing.md, sections 3 to 7. A line with an error is dropped, the others compute, and the option is not complete.
 * Units and rounding: bill.ts; each step names its own.
 */
import type { Issue } from '../core/issue.ts';
import type { Fen } from '../numeric/fixed.ts';
import type { Option } from '../scenario/types.ts';
import { mapChanged } from './align.ts';
import type { LineBill, NodeLineBill, OptionBill, PackBill, UsageLineBill } from './bill.ts';
import { type BilledNode, billNode } from './billNode.ts';
import { billPack } from './billPack.ts';
import { type BurntOption, burnOption } from './burnOption.ts';
import { type ChargeInput, chargeUsage, roundingOf } from './charge.ts';
import { findNodeIssues, findUsageIssues } from './lineFindings.ts';
import { findPackIssues } from './packFindings.ts';
import { checkPackLimits } from './packLimits.ts';
import { type Pool, poolPacks } from './poolPacks.ts';
import { type RatedUsage, rateUsage } from './rateUsage.ts';
import type { UsablePack } from './read/readPack.ts';
import type { ReadUsage } from './read/readUsage.ts';
import { type OptionContext, type ReadOption, readOption } from './readOption.ts';
import { tieIssues } from './tieFindings.ts';
import { sumUsage, totalOption, type UsageSums } from './totals.ts';

/** Everything that a bill is made of. */
interface OptionWork {
  readonly read: ReadOption;
  readonly nodes: readonly (BilledNode | undefined)[];
  readonly rated: readonly (RatedUsage | undefined)[];
  /** of each usage line, its own and what its months show */
  readonly usageIssues: readonly (readonly Issue[])[];
  readonly packs: readonly UsablePack[];
  readonly pool: Pool;
  readonly burnt: BurntOption;
  readonly usageBills: readonly UsageLineBill[];
  readonly usageSums: UsageSums;
  /** of the usable packs, in their order */
  readonly packBills: readonly PackBill[];
}
/** An option's bill with what it was made of: what the next one keeps of it. */
export interface BilledOption {
  readonly option: Option;
  readonly context: OptionContext;
  readonly work: OptionWork;
  readonly bill: OptionBill;
}

/** `former`: the option before an edit, in the same context. What the edit left alone is kept; the bill is the same without it. */
export const billOption = (option: Option, context: OptionContext, former: BilledOption | null): BilledOption => {
  const work = workOption(option, context, former);
  const { read, nodes, usageSums, packs, packBills } = work;
  const sums = totalOption({
    horizon: context.horizon,
    nodes: nodes.filter((node) => node !== undefined),
    usage: usageSums,
    packs: packBills,
  });
  const bill = {
    id: option.id,
    name: option.name,
    complete: isComplete(read),
    ...sums,
    lines: linesOf(option, work),
    packs: new Map(packs.flatMap(({ line }, position) => entryOf(line.id, packBills[position]))),
    issues: issuesOf(option, work, { ...context, payable: sums.totals.payable }),
  };
  return { option, context, work, bill };
};

const workOption = (option: Option, context: OptionContext, former: BilledOption | null): OptionWork => {
  const { index, horizon } = context;
  const before = former?.work ?? null;
  const read = readOption(option, context, former === null ? null : { option: former.option, read: former.work.read });
  const kept = <T>(values: (work: OptionWork) => readonly T[]) =>
    before === null ? null : { items: before.read.usage, values: values(before) };
  const nodes = read.nodes.map(({ usable }) => (usable === null ? undefined : billNode(usable, horizon)));
  const rated = mapChanged<ReadUsage, RatedUsage | undefined>(
    read.usage,
    kept((work) => work.rated),
    (line) => (line.kind === 'usable' ? rateUsage(line.usable, horizon) : undefined),
  );
  const usageIssues = mapChanged<ReadUsage, readonly Issue[]>(
    read.usage,
    kept((work) => work.usageIssues),
    (line, position) => [...line.issues, ...findUsageIssues(rated[position])],
  );
  const packs = read.packs.flatMap(({ usable }) => usable ?? []);
  const skus = rated.map((each) => each?.usage.sku);
  const pool = poolPacks({ packs, skus, index, horizon, former: before });
  const burnt = burnOption({ pool, rated, horizon, roundingOf: (sku) => roundingOf(index, sku), former: before?.burnt ?? null });
  const usageBills = mapChanged<ReadUsage, UsageLineBill>(
    read.usage,
    kept((work) => work.usageBills),
    (line, position) => billUsage(line, rated[position], burnt.draws.get(position), context),
    (_, position, formerly) => burnt.draws.get(position) === before?.burnt.draws.get(formerly),
  );
  const usageSums = sumUsage(usageBills, horizon, before === null ? null : { usage: before.usageBills, sums: before.usageSums });
  const packBills = packs.map((pack, position) => {
    const burnPack = pool.packs[position];
    const use = burnPack === undefined ? undefined : burnt.uses.get(burnPack);
    // A pack without usage in its scope is in no component: nothing of it is used.
    return billPack(pack, use ?? { used: [], balance: burnPack?.opening ?? 0n }, horizon);
  });
  return { read, nodes, rated, usageIssues, packs, pool, burnt, usageBills, usageSums, packBills };
};

const NO_CHARGES: UsageLineBill['charges'] = new Map();

const billUsage = (
  read: ReadUsage,
  rated: RatedUsage | undefined,
  draws: ChargeInput['draws'],
  { index, horizon }: OptionContext,
): UsageLineBill => {
  if (rated !== undefined) {
    return chargeUsage({ rated, draws, rounding: roundingOf(index, rated.usage.sku), horizon });
  }
  if (read.kind === 'onNodes') return { kind: 'usage', listCost: 0n, payable: 0n, onNodes: read.node, charges: NO_CHARGES };
  return { kind: 'usage', listCost: null, payable: null, onNodes: null, charges: NO_CHARGES };
};

const DROPPED_NODE: NodeLineBill = { kind: 'node', purchase: null, purchaseMonth: null, expense: new Map() };

const linesOf = (option: Option, { nodes, usageBills }: OptionWork): ReadonlyMap<string, LineBill> => {
  const lines = new Map<string, LineBill>();
  for (const [position, { id }] of option.nodes.entries()) lines.set(id, nodes[position]?.bill ?? DROPPED_NODE);
  for (const [position, { id }] of option.usage.entries()) {
    const bill = usageBills[position];
    if (bill !== undefined) lines.set(id, bill);
  }
  return lines;
};

const entryOf = <T>(id: string, value: T | undefined): readonly (readonly [string, T])[] => (value === undefined ? [] : [[id, value]]);

const isComplete = ({ nodes, usage, packs }: ReadOption): boolean =>
  nodes.every(({ usable }) => usable !== null) &&
  usage.every(({ kind }) => kind !== 'dropped') &&
  packs.every(({ usable }) => usable !== null);

/** In the order of the lines: nodes, usage, packs. */
const issuesOf = (option: Option, work: OptionWork, context: OptionContext & { readonly payable: Fen }): readonly Issue[] => {
  const { read, nodes, rated, usageIssues, packs, packBills, pool, burnt } = work;
  const { horizon, payable } = context;
  const issues: Issue[] = [];
  for (const [position, { issues: found, usable }] of read.nodes.entries()) {
    issues.push(...found, ...findNodeIssues(usable, nodes[position]));
  }
  for (const found of usageIssues) for (const issue of found) issues.push(issue);
  const ofPacks = new Map<string, Issue[]>(option.packs.map(({ id }) => [id, []]));
  const add = (found: readonly Issue[]): void => {
    for (const issue of found) ofPacks.get(issue.line)?.push(issue);
  };
  for (const { issues: found } of read.packs) add(found);
  add(checkPackLimits(packs));
  for (const [position, pack] of packs.entries()) {
    const bill = packBills[position];
    const inScope = pool.packs[position]?.lines ?? [];
    if (bill !== undefined) add(findPackIssues({ pack, bill, inScope, rated, horizon }));
  }
  add(
    tieIssues(
      burnt.components.map(({ ties }) => ties),
      payable,
    ),
  );
  return [...issues, ...[...ofPacks.values()].flat()];
};
