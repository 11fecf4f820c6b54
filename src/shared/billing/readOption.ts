/**
 * The lines of an option as numbers, with their issues, in the order of the option.
 *
 * Rule: nodes first, because a usage line on a node needs it usable; packs do not look at lines. Lines that an edit left alone keep what
 * was read of them.
 * Source: billing.md, 3, 4, 5 and 7.
 */
import { DoubleSlabs } from '../numeric/slabs.ts';
import type { PriceBookIndex } from '../pricebook/find.ts';
import type { Option, UsageLine } from '../scenario/types.ts';
import { type Alignment, alignLines } from './align.ts';
import { OrdinarySkus } from './columns/ordinarySkus.ts';
import { SkuNames } from './columns/skuNames.ts';
import { UsageTable } from './columns/UsageTable.ts';
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
  readonly usage: UsageTable;
  /** of the usage lines against the option before the edit; null: everything is new */
  readonly alignment: Alignment | null;
  readonly packs: readonly ReadPack[];
  readonly tables: Tables;
}
/** What lines share. */
interface Tables {
  /** powers of a growth */
  readonly growths: GrowthTable;
  /** parsed prices */
  readonly rates: RateTable;
  readonly names: SkuNames;
  readonly skus: OrdinarySkus;
  /** where the numbers of lines go that are counted as objects */
  readonly slabs: DoubleSlabs;
}
/** What the option was before. */
export interface FormerRead {
  readonly option: Option;
  readonly read: ReadOption;
  /** with the same price book and horizon; else only what is typed is known */
  readonly isSameContext: boolean;
}

const SLAB = 8_192;

export const readOption = (option: Option, context: OptionContext, former: FormerRead | null): ReadOption => {
  const { index, horizon } = context;
  const before = former?.isSameContext === true ? former : null;
  const tables = before?.read.tables ?? createTables(index, former?.read.tables ?? null);
  const nodes = carryLines(option.nodes, before && { lines: before.option.nodes, values: before.read.nodes }, (line) =>
    readNode(line, index, horizon),
  );
  const packs = carryLines(option.packs, before && { lines: before.option.packs, values: before.read.packs }, (line) =>
    readPack(line, index, horizon),
  );
  const usableNodes =
    before !== null && nodes === before.read.nodes
      ? before.read.usableNodes
      : new Set(nodes.flatMap(({ usable }) => usable?.line.id ?? []));
  const alignment = before && alignUsage(option, usableNodes, before);
  const lines = option.usage;
  const makeWork = (position: number): UsageWork => {
    const read = readUsage({ line: at(lines, position), index, horizon, usableNodes, ...tables });
    return new UsageWork(read, read.kind === 'usable' ? rateLine(read.usable, horizon, tables.slabs) : null);
  };
  const typed = former && {
    table: former.read.usage,
    alignment: alignment ?? alignLines(lines, former.option.usage),
    isRated: before !== null,
  };
  const usage = UsageTable.make({ lines, horizon, ...tables, makeWork }, typed);
  return { nodes, usableNodes, usage, alignment, packs, tables };
};

/** `former`: of another price book or horizon. */
const createTables = (index: PriceBookIndex, former: Tables | null): Tables => {
  const { growths, names } = former ?? { growths: createGrowthTable(), names: new SkuNames() };
  const rates = createRateTable();
  return { growths, rates, names, skus: new OrdinarySkus(names, index, rates), slabs: new DoubleSlabs(SLAB) };
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

const alignUsage = (option: Option, usableNodes: ReadonlySet<string>, former: FormerRead): Alignment => {
  const before = former.read.usableNodes;
  // A line on a node also depends on whether that node is usable.
  const hasSameNode = ({ onNodes }: UsageLine): boolean => onNodes === null || usableNodes.has(onNodes) === before.has(onNodes);
  return alignLines(option.usage, former.option.usage, usableNodes === before ? null : hasSameNode);
};

const at = <T>(items: readonly T[], position: number): T => {
  const item = items[position];
  if (item === undefined) throw new Error(`no line at ${position}`);
  return item;
};
