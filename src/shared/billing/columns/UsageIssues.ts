/**
 * What there is to say about usage lines, without an object for each line that has nothing to say.
 *
 * Rule: what is said of an ordinary line (typedChunk.ts) depends on its SKU, on whether it has a price of its own, on whether it is active
 * in the horizon, and on whether its hours are whole. So lines that agree in these have as many issues of each kind as one of them.
 */
import type { Issue } from '../../core/issue.ts';
import type { IssueCounts } from '../bill.ts';
import { addCounts, countIssues, NO_COUNTS, timesCounts } from '../issueCounts.ts';
import { NOT_GIVEN } from './typedChunk.ts';
import type { UsageTable } from './UsageTable.ts';
import { CHUNK, hasFlag, monthsOf, ROW, skuOf, type UsageChunk } from './usageChunk.ts';

const NO_ISSUES: readonly Issue[] = [];

export class UsageIssues {
  readonly #table: UsageTable;
  /** of one line of each kind */
  readonly #known = new Map<number, IssueCounts>();

  constructor(table: UsageTable) {
    this.#table = table;
  }

  of(position: number): readonly Issue[] {
    const chunk = this.#table.chunks[Math.floor(position / CHUNK)];
    if (chunk === undefined || position >= this.#table.length) return NO_ISSUES;
    const row = position % CHUNK;
    return isSpecial(chunk, row) || this.#countsOf(chunk, row, position) !== NO_COUNTS ? this.#find(position) : NO_ISSUES;
  }

  /** In the order of the lines. */
  all(): readonly Issue[] {
    const issues: Issue[] = [];
    for (const [at, chunk] of this.#table.chunks.entries()) {
      for (let row = 0; row < chunk.length; row += 1) {
        issues.push(...this.of(at * CHUNK + row));
      }
    }
    return issues;
  }

  count(): IssueCounts {
    const lines = new Map<number, { rows: number; readonly counts: IssueCounts }>();
    let counts = NO_COUNTS;
    for (const [at, chunk] of this.#table.chunks.entries()) {
      for (let row = 0; row < chunk.length; row += 1) {
        if (isSpecial(chunk, row)) {
          counts = addCounts(counts, countIssues('usage', this.#find(at * CHUNK + row)));
          continue;
        }
        const kind = kindOf(chunk, row);
        const same = lines.get(kind);
        if (same === undefined) lines.set(kind, { rows: 1, counts: this.#countsOf(chunk, row, at * CHUNK + row) });
        else same.rows += 1;
      }
    }
    for (const { rows, counts: each } of lines.values()) counts = addCounts(counts, timesCounts(each, rows));
    return counts;
  }

  #countsOf(chunk: UsageChunk, row: number, position: number): IssueCounts {
    const kind = kindOf(chunk, row);
    const counts = this.#known.get(kind) ?? countIssues('usage', this.#find(position));
    this.#known.set(kind, counts);
    return counts;
  }

  #find(position: number): readonly Issue[] {
    return this.#table.at(position)?.issues ?? NO_ISSUES;
  }
}

const isSpecial = (chunk: UsageChunk, row: number): boolean => hasFlag(chunk, row, ROW.special);

/** Of an ordinary line: what its issues depend on. */
const kindOf = (chunk: UsageChunk, row: number): number => {
  const hasPrice = chunk.typed.price[row] === NOT_GIVEN ? 0 : 1;
  const isOutside = monthsOf(chunk, row) === 0 ? 2 : 0;
  const isPartial = hasFlag(chunk, row, ROW.partial) ? 4 : 0;
  return skuOf(chunk, row) * 8 + hasPrice + isOutside + isPartial;
};
