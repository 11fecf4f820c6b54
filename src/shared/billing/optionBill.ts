/**
 * An option's bill as others see it. Totals are there; lines, packs and issues are looked up in what the bill was made of, so that an
 * edit does not have to list 100,000 lines again.
 *
 * Units: bill.ts.
 */
import type { Issue } from '../core/issue.ts';
import type { Option } from '../scenario/types.ts';
import type { DroppedLine, IssueCounts, MonthTotals, OptionBill, OptionTotals, PackBill, PackBurn, PackKey } from './bill.ts';
import type { BurntOption } from './burnOption.ts';
import type { Horizon } from './horizon.ts';
import type { LineBills } from './lineBills.ts';
import type { OptionIssues } from './optionIssues.ts';
import { burnOfPack } from './packBurn.ts';
import type { ReadOption } from './readOption.ts';

export interface OptionBillParts {
  readonly option: Option;
  readonly read: ReadOption;
  readonly burnt: BurntOption;
  readonly horizon: Horizon;
  readonly months: readonly MonthTotals[];
  readonly totals: OptionTotals;
  readonly lines: LineBills;
  readonly packs: ReadonlyMap<string, PackBill>;
  readonly issues: OptionIssues;
}

export class LazyOptionBill implements OptionBill {
  readonly id: string;
  readonly name: string;
  readonly complete: boolean;
  readonly months: readonly MonthTotals[];
  readonly totals: OptionTotals;
  readonly packs: ReadonlyMap<string, PackBill>;
  readonly #parts: OptionBillParts;
  #dropped: readonly DroppedLine[] | null = null;

  constructor(parts: OptionBillParts) {
    const { option, read, months, totals, packs } = parts;
    this.id = option.id;
    this.name = option.name;
    this.complete = isComplete(read);
    this.months = months;
    this.totals = totals;
    this.packs = packs;
    this.#parts = parts;
  }

  get lines(): LineBills {
    return this.#parts.lines;
  }

  get issues(): readonly Issue[] {
    return this.#parts.issues.all;
  }

  get issueCounts(): IssueCounts {
    return this.#parts.issues.counts;
  }

  get dropped(): readonly DroppedLine[] {
    this.#dropped ??= this.complete ? [] : findDropped(this.#parts);
    return this.#dropped;
  }

  burnOf(pack: PackKey): PackBurn | null {
    const { burnt, option, horizon } = this.#parts;
    return burnOfPack(burnt, option, horizon, pack);
  }

  issuesOf(line: string): readonly Issue[] {
    const { lines, issues } = this.#parts;
    const place = lines.placeOf(line);
    if (place === null) return issues.ofPack(line);
    return place.sheet === 'nodes' ? issues.ofNode(place.position) : issues.ofUsage(place.position);
  }
}

const isComplete = ({ nodes, usage, packs }: ReadOption): boolean =>
  usage.dropped === 0 && nodes.every(({ usable }) => usable !== null) && packs.every(({ usable }) => usable !== null);

const findDropped = ({ option, read }: OptionBillParts): readonly DroppedLine[] => {
  const nodes = option.nodes.filter((_, position) => read.nodes[position]?.usable === null);
  const usage = read.usage.dropped === 0 ? [] : option.usage.filter((_, position) => read.usage.isDropped(position));
  const packs = option.packs.filter((_, position) => read.packs[position]?.usable === null);
  return [
    ...nodes.map(({ id }) => ({ sheet: 'nodes' as const, line: id })),
    ...usage.map(({ id }) => ({ sheet: 'usage' as const, line: id })),
    ...packs.map(({ id }) => ({ sheet: 'packs' as const, line: id })),
  ];
};
