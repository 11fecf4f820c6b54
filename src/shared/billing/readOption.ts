/**
 * The lines of an option as numbers, with their issues, in the order of the option.
 *
 * Rule: nodes first, because a usage line on a node needs it usable; packs do not look at lines.
 * Source: billing.md, 3, 4, 5 and 7.
 */
import type { PriceBookIndex } from '../pricebook/find.ts';
import type { Option, UsageLine } from '../scenario/types.ts';
import { mapChanged } from './align.ts';
import { createGrowthTable } from './growth.ts';
import type { Horizon } from './horizon.ts';
import { createRateTable } from './rate/rate.ts';
import { type ReadNode, readNode } from './read/readNode.ts';
import { type ReadPack, readPack } from './read/readPack.ts';
import { type ReadUsage, readUsage } from './read/readUsage.ts';

export interface OptionContext {
  readonly index: PriceBookIndex;
  readonly horizon: Horizon;
}
export interface ReadOption {
  readonly nodes: readonly ReadNode[];
  /** ids of the node lines that are not dropped */
  readonly usableNodes: ReadonlySet<string>;
  readonly usage: readonly ReadUsage[];
  readonly packs: readonly ReadPack[];
}
/** What the option was before, read in the same context: lines that stayed as they are keep what was read of them. */
export interface FormerRead {
  readonly option: Option;
  readonly read: ReadOption;
}

export const readOption = (option: Option, { index, horizon }: OptionContext, former: FormerRead | null): ReadOption => {
  const formerOf = <S extends 'nodes' | 'usage' | 'packs'>(sheet: S) =>
    former === null ? null : { items: former.option[sheet], values: former.read[sheet] };
  const nodes = mapChanged<Option['nodes'][number], ReadNode>(option.nodes, formerOf('nodes'), (line) => readNode(line, index, horizon));
  const usableNodes = new Set(nodes.flatMap(({ usable }) => usable?.line.id ?? []));
  const tables = { growths: createGrowthTable(), rates: createRateTable() };
  // A line on a node also depends on whether that node is usable.
  const sameNode = ({ onNodes }: UsageLine): boolean =>
    onNodes === null || usableNodes.has(onNodes) === former?.read.usableNodes.has(onNodes);
  return {
    nodes,
    usableNodes,
    usage: mapChanged<UsageLine, ReadUsage>(
      option.usage,
      formerOf('usage'),
      (line) => readUsage({ line, index, horizon, usableNodes, ...tables }),
      sameNode,
    ),
    packs: mapChanged<Option['packs'][number], ReadPack>(option.packs, formerOf('packs'), (line) => readPack(line, index, horizon)),
  };
};
