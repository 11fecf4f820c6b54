/** The bills of an option's node and usage lines by id, without listing 100,000 lines again at every edit. */
import type { Option } from '../scenario/types.ts';
import type { LineBill, NodeLineBill } from './bill.ts';

export interface LineBillsInput {
  readonly option: Option;
  /** by position of the node line */
  readonly nodes: readonly NodeLineBill[];
  /** by position of the usage line */
  readonly usage: { readonly at: (position: number) => LineBill | undefined };
}

/** Bills by line id: nodes, then usage. The ids are looked at when the first line is asked for, and not again while they stay. */
export class LineBills implements ReadonlyMap<string, LineBill> {
  readonly #input: LineBillsInput;
  readonly #places: () => ReadonlyMap<string, number>;

  /** `former`: of an option whose lines have the same ids in the same places. */
  constructor(input: LineBillsInput, former: LineBills | null) {
    this.#input = input;
    let places: ReadonlyMap<string, number> | null = null;
    this.#places =
      former === null
        ? () => {
            places ??= placesOf(input.option);
            return places;
          }
        : former.#places;
  }

  get size(): number {
    return this.#places().size;
  }

  get(id: string): LineBill | undefined {
    const place = this.#places().get(id);
    return place === undefined ? undefined : this.#at(place);
  }

  /** null: no node and no usage line */
  placeOf(id: string): { readonly sheet: 'nodes' | 'usage'; readonly position: number } | null {
    const place = this.#places().get(id);
    const { length } = this.#input.nodes;
    if (place === undefined) return null;
    return place < length ? { sheet: 'nodes', position: place } : { sheet: 'usage', position: place - length };
  }

  has(id: string): boolean {
    return this.#places().has(id);
  }

  forEach(visit: (bill: LineBill, id: string, map: ReadonlyMap<string, LineBill>) => void): void {
    for (const [id, bill] of this) visit(bill, id, this);
  }

  keys(): MapIterator<string> {
    return this.#places().keys();
  }

  *values(): MapIterator<LineBill> {
    for (const [, bill] of this) yield bill;
  }

  *entries(): MapIterator<[string, LineBill]> {
    for (const [id, place] of this.#places()) {
      const bill = this.#at(place);
      if (bill !== undefined) yield [id, bill];
    }
  }

  [Symbol.iterator](): MapIterator<[string, LineBill]> {
    return this.entries();
  }

  #at(place: number): LineBill | undefined {
    const { nodes, usage } = this.#input;
    return place < nodes.length ? nodes[place] : usage.at(place - nodes.length);
  }
}

const placesOf = ({ nodes, usage }: Option): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const [position, { id }] of nodes.entries()) places.set(id, position);
  for (const [position, { id }] of usage.entries()) places.set(id, nodes.length + position);
  return places;
};
