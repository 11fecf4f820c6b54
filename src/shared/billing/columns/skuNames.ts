/** The names of SKUs that stand in lines, numbered in the order in which they come up: so that a column holds a name as a number. */
export class SkuNames {
  readonly #names: string[] = [];
  readonly #places = new Map<string, number>();

  at(place: number): string | undefined {
    return this.#names[place];
  }

  placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.#names.length);
    this.#names.push(name);
    return this.#names.length - 1;
  }
}
