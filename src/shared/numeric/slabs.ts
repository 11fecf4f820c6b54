/**
 * Room for many short lists of doubles in few arrays: 100,000 small arrays of their own would be as many objects for the garbage
 * collector to move, and as many places of memory to wait for.
 *
 * A slab lives as long as one of its lists does: for lists that come and go one by one, take slabs of size 0, one for each list.
 */
export class DoubleSlabs {
  /** where the room that was last taken is */
  slab = new Float64Array(0);
  readonly #size: number;
  #next = 0;

  /** `size`: doubles in a slab, at least; a longer list gets one of its own */
  constructor(size: number) {
    this.#size = size;
  }

  /** Position in `slab` from which on `length` zeros stand. */
  take(length: number): number {
    if (this.#next + length > this.slab.length) {
      this.slab = new Float64Array(Math.max(this.#size, length));
      this.#next = 0;
    }
    const from = this.#next;
    this.#next += length;
    return from;
  }
}
