/** The plain bill of a whole plan, on one kind of number. */
import type { UsageLine } from '../../../src/shared/scenario/types.ts';
import type { Arithmetic } from './arithmetic.ts';
import { burnGroup, MONTHS, type PlainGroup, type PlainResult, rateLine, readPacks } from './plainBill.ts';
import type { Shape } from './shapes.ts';

export class PlainProgram<N> {
  readonly #numbers: Arithmetic<N>;
  readonly #shape: Shape;
  readonly #prices: ReadonlyMap<string, N>;
  /** of the first group, in the last run: what an edit of one of its lines costs, beside rating that line */
  burnMs = 0;

  constructor(numbers: Arithmetic<N>, shape: Shape) {
    this.#numbers = numbers;
    this.#shape = shape;
    const priced = shape.priceBook.skus.flatMap((sku) => (sku.kind === 'usage' && typeof sku.price === 'string' ? [sku] : []));
    this.#prices = new Map(priced.map(({ sku, price }) => [sku, numbers.read(String(price))]));
  }

  full(): readonly PlainResult<N>[] {
    const groups = this.#shape.groups.map(
      ({ lines, packs }): PlainGroup<N> => ({
        amounts: lines.map((line) => this.#rate(line)),
        packs: readPacks(this.#numbers, packs),
      }),
    );
    return groups.map((group, at) => {
      const start = performance.now();
      const result = burnGroup(this.#numbers, group);
      if (at === 0) this.burnMs = performance.now() - start;
      return result;
    });
  }

  /** Payable of each month, then what each pack has paid, as text. */
  moneyOf(results: readonly PlainResult<N>[]): readonly string[] {
    const { add, text, zero } = this.#numbers;
    const payable = Array.from({ length: MONTHS }, (_, month) =>
      text(results.reduce((sum, result) => add(sum, result.payable[month] ?? zero), zero)),
    );
    return [...payable, ...results.flatMap(({ used }) => used.map(text))];
  }

  #rate(line: UsageLine): readonly N[] {
    return rateLine(this.#numbers, line, this.#prices.get(line.sku) ?? this.#numbers.zero);
  }
}
