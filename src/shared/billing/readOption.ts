/**
 * The lines of an option as numbers, with their issues, in the order of the option.
 *
 * Rule: nodes first, because a usage line on a node needs it usable; packs do not look at lines. Lines that an edit left alone keep what
 * was read of them.
 * Source: billing.md, 3, 4, 5 and 7.
 */
import type { ChunkedList } from '../core/chunkedList.ts';
import { DoubleSlabs } from '../numeric/slabs.ts';
import type { PriceBookIndex } from '../pricebook/find.ts';
import type { Option, UsageLine } from '../scenario/types.ts';
import { type Alignment, alignLines, alignNothing, carry } from './align.ts';
import { createGrowthTable, type GrowthTable } from './growth.ts';
import type { Horizon } from './horizon.ts';
import { rateLine } from './lines/rateLine.ts';
import { UsageWork } from './lines/usageWork.ts';
import { createRateTable, type RateTable } from './rate/rate.ts';
import { type ReadNode, readNode } from './read/readNode.ts';
import { type ReadPack, readPack } from './read/readPack.ts';
import { readUsage } from './read/readUsage.ts';

export interface OptionContext {
  readonly index: PriceBookIndex;
  readonly horizon: Horizon;
}
export interface ReadOption {
  readonly nodes: readonly ReadNode[];
  /** ids of the node lines that are not dropped */
  readonly usableNodes: ReadonlySet<string>;
  readonly usage: ChunkedList<UsageWork>;
  /** of the usage lines against the option before the edit */
  readonly alignment: Alignment;
  readonly packs: readonly ReadPack[];
  /** number of usage lines that an error dropped */
  readonly droppedUsage: number;
  readonly tables: Tables;
}
/** What lines share: powers of a growth and parsed prices. */
interface Tables {
  readonly growths: GrowthTable;
  readonly rates: RateTable;
}
/** What the option was before, read in the same context. */
export interface FormerRead {
  readonly option: Option;
  readonly read: ReadOption;
}

/** Lines that are read one at a time are also replaced one at a time. */
const FEW_LINES = 100;
const SLAB = 8_192;

export const readOption = (option: Option, context: OptionContext, former: FormerRead | null): ReadOption => {
  const { index, horizon } = context;
  const tables = former?.read.tables ?? { growths: createGrowthTable(), rates: createRateTable() };
  const nodes = carryLines(option.nodes, former && { lines: former.option.nodes, values: former.read.nodes }, (line) =>
    readNode(line, index, horizon),
  );
  const packs = carryLines(option.packs, former && { lines: former.option.packs, values: former.read.packs }, (line) =>
    readPack(line, index, horizon),
  );
  const usableNodes =
    nodes === former?.read.nodes ? former.read.usableNodes : new Set(nodes.flatMap(({ usable }) => usable?.line.id ?? []));
  const alignment = alignUsage(option, usableNodes, former);
  const slabs = new DoubleSlabs(alignment.changed.length < FEW_LINES ? 0 : SLAB);
  const usage = carry(alignment, former?.read.usage ?? null, (position) => {
    const read = readUsage({ line: at(option.usage, position), index, horizon, usableNodes, ...tables });
    return new UsageWork(read, read.kind === 'usable' ? rateLine(read.usable, horizon, slabs) : null);
  });
  return { nodes, usableNodes, usage, alignment, packs, droppedUsage: countDropped(usage, alignment, former), tables };
};

/** Nodes and packs are few: those that an edit left alone are found by looking. */
const carryLines = <L extends object, T>(
  lines: readonly L[],
  former: { readonly lines: readonly L[]; readonly values: readonly T[] } | null,
  read: (line: L) => T,
): readonly T[] => {
  if (former === null) return lines.map(read);
  if (lines === former.lines) return former.values;
  const known = new Map(former.lines.map((line, position) => [line, former.values[position]]));
  return lines.map((line) => known.get(line) ?? read(line));
};

const alignUsage = (option: Option, usableNodes: ReadonlySet<string>, former: FormerRead | null): Alignment => {
  if (former === null) return alignNothing(option.usage.length);
  const before = former.read.usableNodes;
  // A line on a node also depends on whether that node is usable.
  const hasSameNode = ({ onNodes }: UsageLine): boolean => onNodes === null || usableNodes.has(onNodes) === before.has(onNodes);
  return alignLines(option.usage, former.option.usage, usableNodes === before ? null : hasSameNode);
};

const countDropped = (usage: ChunkedList<UsageWork>, { changed, gone }: Alignment, former: FormerRead | null): number => {
  const isDropped = (work: UsageWork | undefined): number => (work?.read.kind === 'dropped' ? 1 : 0);
  let count = former?.read.droppedUsage ?? 0;
  for (const position of changed) count += isDropped(usage.at(position));
  for (const position of gone) count -= isDropped(former?.read.usage.at(position));
  return count;
};

const at = <T>(items: readonly T[], position: number): T => {
  const item = items[position];
  if (item === undefined) throw new Error(`no line at ${position}`);
  return item;
};
