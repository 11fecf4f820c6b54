/**
 * The lines of a component of packs: rows of a table. Their objects are made when somebody asks for one.
 *
 * A burn-down that is kept after an edit looks at the same lines in the table that followed, so that it keeps no earlier table alive.
 *
 * Units: as in packs/.
 */
import { WideColumn } from '../../numeric/wide.ts';
import type { RatedLine } from '../lines/ratedLine.ts';
import type { BurnLines } from '../packs/pack.ts';
import type { UsageTable } from './UsageTable.ts';
import { CHUNK, firstOf, fromOf, hasFlag, monthsOf, ROW } from './usageChunk.ts';

/** One value, used for every line in BigInt. */
const EXACT = new WideColumn(1);

export class LineRows implements BurnLines {
  #table: UsageTable;
  #positions: readonly number[];

  /** `positions`: of usable lines in the table, ascending */
  constructor(table: UsageTable, positions: readonly number[]) {
    this.#table = table;
    this.#positions = positions;
  }

  get table(): UsageTable {
    return this.#table;
  }

  get positions(): readonly number[] {
    return this.#positions;
  }

  /** The same lines, row by row, in another table. */
  follow(table: UsageTable, positions: readonly number[]): void {
    this.#table = table;
    this.#positions = positions;
  }

  get length(): number {
    return this.#positions.length;
  }

  at(row: number): RatedLine {
    const rated = this.#table.at(this.#positions[row] ?? -1)?.rated ?? null;
    if (rated === null) throw new Error(`no usable line in row ${row}`);
    return rated;
  }

  areWide(): boolean {
    for (let row = 0; row < this.#positions.length; row += 1) if (this.#isInBigInt(row) && !this.at(row).isWide) return false;
    return true;
  }

  addMonths(to: WideColumn): void {
    for (let row = 0; row < this.#positions.length; row += 1) {
      const position = this.#positions[row] ?? 0;
      const chunk = this.#table.chunks[Math.floor(position / CHUNK)];
      if (chunk === undefined) continue;
      const place = position % CHUNK;
      const { hi, lo } = chunk;
      const first = firstOf(chunk, place);
      const months = monthsOf(chunk, place);
      const from = fromOf(chunk, place);
      for (let at = 0; at < months; at += 1) {
        const cost = hi[from + at] ?? 0;
        if (Number.isNaN(cost)) {
          EXACT.set(0, this.at(row).listCostOf(at));
          to.add(first + at, EXACT.hi[0] ?? 0, EXACT.lo[0] ?? 0);
        } else to.add(first + at, cost, lo === null ? 0 : (lo[from + at] ?? 0));
      }
    }
  }

  #isInBigInt(row: number): boolean {
    const position = this.#positions[row] ?? 0;
    const chunk = this.#table.chunks[Math.floor(position / CHUNK)];
    return chunk !== undefined && hasFlag(chunk, position % CHUNK, ROW.inBigInt);
  }
}
