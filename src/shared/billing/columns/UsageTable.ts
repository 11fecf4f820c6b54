/**
 * The usage lines of an option at list price, in chunks of columns. After an edit all chunks without a changed line are shared.
 *
 * Units: usageChunk.ts, days.
 */
import type { UsageSku } from '../../pricebook/types.ts';
import type { UsageLine } from '../../scenario/types.ts';
import type { DayNumber } from '../../time/calendar.ts';
import type { Alignment } from '../align.ts';
import type { UsageWork } from '../lines/usageWork.ts';
import { ChunkBuilder, type RateInput } from './ChunkBuilder.ts';
import type { OrdinarySkus } from './ordinarySkus.ts';
import { NOT_GIVEN, TypedChunk } from './typedChunk.ts';
import { CHUNK, hasFlag, NOT_USABLE, ROW, skuOf, type UsageChunk } from './usageChunk.ts';

export interface UsageTableInput extends RateInput {
  readonly lines: readonly UsageLine[];
}
export interface FormerTable {
  readonly table: UsageTable;
  /** of the lines against those of `table` */
  readonly alignment: Alignment;
  /** of the same price book and horizon; else only what is typed is known */
  readonly isRated: boolean;
}

export class UsageTable {
  readonly length: number;
  readonly chunks: readonly UsageChunk[];
  readonly #input: UsageTableInput;
  #usedSkus: readonly UsageSku[] | null = null;

  private constructor(input: UsageTableInput, chunks: readonly UsageChunk[]) {
    this.length = input.lines.length;
    this.chunks = chunks;
    this.#input = input;
  }

  static make(input: UsageTableInput, former: FormerTable | null): UsageTable {
    const isKept = former === null ? () => false : keptChunks(former);
    const chunks: UsageChunk[] = [];
    for (let start = 0; start < input.lines.length; start += CHUNK) {
      const kept = isKept(start, Math.min(start + CHUNK, input.lines.length)) ? former?.table.chunks[chunks.length] : undefined;
      if (kept === undefined) chunks.push(buildChunk(input, start, former));
      else chunks.push(former?.isRated === true ? kept : ChunkBuilder.rate(start, kept.typed, input));
    }
    return new UsageTable(input, chunks);
  }

  get skus(): OrdinarySkus {
    return this.#input.skus;
  }

  /** undefined outside the table */
  at(position: number): UsageWork | undefined {
    const chunk = this.chunks[Math.floor(position / CHUNK)];
    if (chunk === undefined || position >= this.length) return undefined;
    const row = position % CHUNK;
    const known = chunk.works[row];
    if (known !== undefined) return known;
    const made = this.#input.makeWork(position);
    chunk.works[row] = made;
    return made;
  }

  /** undefined: the line is not usable */
  skuAt(position: number): UsageSku | undefined {
    const chunk = this.chunks[Math.floor(position / CHUNK)];
    return chunk === undefined ? undefined : this.#input.skus.at(skuOf(chunk, position % CHUNK))?.sku;
  }

  /** Of the usable lines, each once. */
  get usedSkus(): readonly UsageSku[] {
    this.#usedSkus ??= [...new Set(this.chunks.flatMap(({ skus }) => skus))].flatMap((place) => this.skus.at(place)?.sku ?? []);
    return this.#usedSkus;
  }

  isDropped(position: number): boolean {
    const chunk = this.chunks[Math.floor(position / CHUNK)];
    return chunk !== undefined && hasFlag(chunk, position % CHUNK, ROW.dropped);
  }

  /** How many lines an error drops. */
  get dropped(): number {
    return this.chunks.reduce((sum, { dropped }) => sum + dropped, 0);
  }

  /** The highest list cost of a line that is not in BigInt. */
  get highest(): number {
    return this.chunks.reduce((most, { highest }) => Math.max(most, highest), 0);
  }

  /** The days inside the horizon on which a usable line starts or ends, each once. */
  get cuts(): readonly DayNumber[] {
    const { horizon } = this.#input;
    const isCut = new Uint8Array(horizon.end - horizon.start);
    const mark = (day: DayNumber): void => {
      if (day > horizon.start && day < horizon.end) isCut[day - horizon.start] = 1;
    };
    for (const chunk of this.chunks) {
      const { typed, works } = chunk;
      for (let row = 0; row < chunk.length; row += 1) {
        if (skuOf(chunk, row) === NOT_USABLE) continue;
        const rated = hasFlag(chunk, row, ROW.special) ? works[row]?.rated : null;
        mark(rated ? rated.start : (typed.from[row] ?? NOT_GIVEN));
        mark(rated ? rated.end : (typed.to[row] ?? NOT_GIVEN));
      }
    }
    const days: DayNumber[] = [];
    for (const [at, flag] of isCut.entries()) if (flag === 1) days.push(horizon.start + at);
    return days;
  }
}

/** Whether the lines in [start, end) are what they were, at their places. */
const keptChunks = ({ table, alignment }: FormerTable): ((start: number, end: number) => boolean) => {
  if (alignment.shift === 0) {
    const changed = new Set(alignment.changed.map((position) => Math.floor(position / CHUNK)));
    return (start) => !changed.has(Math.floor(start / CHUNK));
  }
  return (start, end) => {
    if ((table.chunks[Math.floor(start / CHUNK)]?.length ?? 0) !== end - start) return false;
    for (let position = start; position < end; position += 1) if (alignment.placeBefore(position) !== position) return false;
    return true;
  };
};

const buildChunk = (input: UsageTableInput, start: number, former: FormerTable | null): UsageChunk => {
  const { lines } = input;
  const end = Math.min(start + CHUNK, lines.length);
  const builder = new ChunkBuilder(new TypedChunk(end - start), input);
  const known = former?.isRated === true ? former : null;
  const placeBefore = known?.alignment.placeBefore ?? (() => -1);
  let position = start;
  while (position < end) {
    const before = placeBefore(position);
    const source = known?.table.chunks[Math.floor(before / CHUNK)];
    const line = lines[position];
    if (line === undefined) break;
    let count = 1;
    if (source === undefined) builder.add(position, line);
    else {
      // Neighbours that were neighbours before.
      while (position + count < end && (before + count) % CHUNK !== 0 && placeBefore(position + count) === before + count) count += 1;
      builder.copy(source, before % CHUNK, count);
    }
    position += count;
  }
  return builder.build();
};
