/**
 * An immutable list of which a copy with a few other items costs little, however long it is: it shares all other chunks.
 * For lists of one item per line, of which a key press changes one.
 */

const CHUNK = 512;

export class ChunkedList<T> {
  readonly length: number;
  readonly #chunks: readonly (readonly T[])[];

  private constructor(length: number, chunks: readonly (readonly T[])[]) {
    this.length = length;
    this.#chunks = chunks;
  }

  static make<T>(length: number, makeItem: (position: number) => T): ChunkedList<T> {
    const chunks: T[][] = [];
    for (let start = 0; start < length; start += CHUNK) {
      const chunk: T[] = [];
      for (let position = start; position < Math.min(start + CHUNK, length); position += 1) chunk.push(makeItem(position));
      chunks.push(chunk);
    }
    return new ChunkedList(length, chunks);
  }

  /** undefined outside the list */
  at(position: number): T | undefined {
    return this.#chunks[Math.floor(position / CHUNK)]?.[position % CHUNK];
  }

  /** The list with other items at some positions, all of them inside it. */
  with(positions: readonly number[], makeItem: (position: number) => T): ChunkedList<T> {
    if (positions.length === 0) return this;
    const chunks = [...this.#chunks];
    const copied = new Map<number, T[]>();
    for (const position of positions) {
      const at = Math.floor(position / CHUNK);
      const chunk = copied.get(at) ?? [...(chunks[at] ?? [])];
      copied.set(at, chunk);
      chunks[at] = chunk;
      chunk[position % CHUNK] = makeItem(position);
    }
    return new ChunkedList(this.length, chunks);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (const chunk of this.#chunks) yield* chunk;
  }
}
