/**
 * One option: read its lines, rate the usage, burn the packs down, charge, settle, total.
 *
 * Rule: billing.md, sections 3 to 7. A line with an error is dropped, the others compute, and the option is not complete.
 * Units and rounding: bill.ts; each step names its own.
 */
import type { Amount } from '../numeric/fixed.ts';
import type { PackClass } from '../pricebook/types.ts';
import type { Option } from '../scenario/types.ts';
import type { NodeLineBill, OptionBill } from './bill.ts';
import { billNode } from './billNode.ts';
import { billPack, type PackUse } from './billPack.ts';
import { type BurntOption, burnOption } from './burnOption.ts';
import { LineBills } from './lineBills.ts';
import { LazyOptionBill } from './optionBill.ts';
import { OptionIssues } from './optionIssues.ts';
import type { OptionWork } from './optionWork.ts';
import { type Pool, poolPacks } from './poolPacks.ts';
import { type OptionContext, type ReadOption, readOption } from './readOption.ts';
import { totalOption } from './totals.ts';
import { UsageBills } from './usageBills.ts';
import { sumPayables, sumUsage } from './usageSums.ts';

/** An option's bill with what it was made of: what the next one keeps of it. */
export interface BilledOption {
  readonly option: Option;
  readonly context: OptionContext;
  readonly work: OptionWork;
  readonly lines: LineBills;
  readonly issues: OptionIssues;
  readonly bill: OptionBill;
}

/**
 * `former`: the option before an edit. What the edit left alone is kept; in another context, only what is typed. The bill is the same
 * without it.
 */
export const billOption = (option: Option, context: OptionContext, former: BilledOption | null): BilledOption => {
  const isSameContext = former?.context === context;
  const read = readOption(option, context, former && { option: former.option, read: former.work.read, isSameContext });
  return billRead(read, option, context, isSameContext ? former : null);
};

const billRead = (read: ReadOption, option: Option, context: OptionContext, former: BilledOption | null): BilledOption => {
  const work = workOption(read, context, former?.work ?? null);
  const { nodes, usageBills, usageSums, packs, packBills, burnt } = work;
  const payables = sumPayables(usageSums, burnt, context.horizon.length);
  const { months, totals } = totalOption({
    horizon: context.horizon,
    nodes: nodes.filter((node) => node !== null),
    listCost: (month) => usageSums.listCosts.get(month),
    payable: (month) => payables.get(month),
    covered: (packClass, month) => coveredBy(burnt, packClass, month),
    packs: packBills,
  });
  const lineBills = { option, nodes: nodes.map((node) => node?.bill ?? DROPPED_NODE), usage: usageBills };
  const lines = new LineBills(lineBills, former !== null && hasSameIds(option, former.option, read) ? former.lines : null);
  const issues = new OptionIssues({ option, work, context, payable: totals.payable }, former?.issues ?? null);
  const packsById = new Map(packs.flatMap(({ line }, position) => entryOf(line.id, packBills[position])));
  const bill = new LazyOptionBill({ option, read, burnt, horizon: context.horizon, months, totals, lines, packs: packsById, issues });
  return { option, context, work, lines, issues, bill };
};

/** `before`: in the same context. */
const workOption = (read: ReadOption, context: OptionContext, before: OptionWork | null): OptionWork => {
  const { index, horizon } = context;
  const { alignment, usage } = read;
  const nodes = before?.read.nodes === read.nodes ? before.nodes : read.nodes.map(({ usable }) => usable && billNode(usable, horizon));
  const packs = read.packs.flatMap(({ usable }) => usable ?? []);
  const hasSameSkus =
    alignment?.shift === 0 && alignment.changed.every((position) => usage.skuAt(position) === before?.read.usage.skuAt(position));
  const pool = poolPacks({ packs, usage, index, former: hasSameSkus ? before : null });
  const burnt = burnOption({ pool, usage, horizon, former: before && alignment && { burnt: before.burnt, alignment } });
  const usageSums = sumUsage({ usage, burnt, months: horizon.length, former: before && alignment && { ...before, alignment } });
  const usageBills = new UsageBills({ read, burnt, context }, before?.usageBills ?? null);
  const packUses = usesOf(pool, burnt);
  const packBills = packs.map((pack, position) => {
    const use = packUses[position] ?? { used: [], balance: 0n, ranOut: [] };
    const isSame = before?.packs[position] === pack && before.packUses[position] === use;
    return (isSame ? before?.packBills[position] : undefined) ?? billPack(pack, use, horizon);
  });
  return { read, nodes, packs, pool, burnt, usageBills, usageSums, packUses, packBills };
};

const DROPPED_NODE: NodeLineBill = { kind: 'node', purchase: null, purchaseMonth: null, expense: new Map() };

const usesOf = ({ packs }: Pool, { components }: BurntOption): readonly PackUse[] => {
  const uses = new Map<object, PackUse>();
  for (const component of components) {
    for (const [at, pack] of component.packs.entries()) {
      const use = component.burnt.packs[at];
      if (use !== undefined) uses.set(pack, use);
    }
  }
  // A pack without usage in its scope is in no component: nothing of it is used.
  return packs.map((pack) => uses.get(pack) ?? { used: [], balance: pack.opening, ranOut: [] });
};

const coveredBy = ({ components }: BurntOption, packClass: PackClass, month: number): Amount => {
  let sum = 0n;
  for (const { burnt } of components) {
    const part = burnt.drawn.coveredByClass(packClass, month);
    if (part !== 0n) sum += part;
  }
  return sum;
};

const entryOf = <T>(id: string, value: T | undefined): readonly (readonly [string, T])[] => (value === undefined ? [] : [[id, value]]);

const hasSameIds = (option: Option, former: Option, { alignment }: ReadOption): boolean =>
  alignment?.shift === 0 &&
  hasSameIdAt(option.usage, former.usage, alignment.changed) &&
  option.nodes.length === former.nodes.length &&
  hasSameIdAt(option.nodes, former.nodes, option.nodes.keys());

const hasSameIdAt = (lines: readonly Identified[], former: readonly Identified[], positions: Iterable<number>): boolean => {
  for (const position of positions) if (lines[position]?.id !== former[position]?.id) return false;
  return true;
};
interface Identified {
  readonly id: string;
}
