/**
 * The lines of an option as numbers, with their issues, in the order of the option.
 *
 * Rule: nodes first, because a usage line on a node needs it usable; packs do not look at lines.
 * Source: billing.md, 3, 4, 5 and 7.
 */
import type { PriceBookIndex } from '../pricebook/find.ts';
import type { Option } from '../scenario/types.ts';
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
  readonly usage: readonly ReadUsage[];
  readonly packs: readonly ReadPack[];
}

export const readOption = (option: Option, { index, horizon }: OptionContext): ReadOption => {
  const nodes = option.nodes.map((line) => readNode(line, index, horizon));
  const usableNodes = new Set(nodes.flatMap(({ usable }) => usable?.line.id ?? []));
  const tables = { growths: createGrowthTable(), rates: createRateTable() };
  return {
    nodes,
    usage: option.usage.map((line) => readUsage({ line, index, horizon, usableNodes, ...tables })),
    packs: option.packs.map((line) => readPack(line, index, horizon)),
  };
};
