/**
 * Which items of a list stood in its former version, so that what was made of them can be kept.
 *
 * Rule: an item is the same where it is the same object at the same place, counted from the start or from the end. So one look for each
 * item finds every line that an edit, a paste, an insertion or a deletion left alone; a line that was missed is only made again. Where
 * the patch has told which lines it set (scenario/lineage.ts), not even that look is needed.
 */
import { findChanged } from '../scenario/lineage.ts';
import type { Line } from '../scenario/types.ts';

export interface Alignment {
  /** how many items there are now */
  readonly length: number;
  /** what an unchanged item's place has to be moved by, to find its former one; 0 where it counts from the start */
  readonly shift: number;
  /** positions of the items that are new, ascending */
  readonly changed: readonly number[];
  /** former positions of the items that are gone, ascending */
  readonly gone: readonly number[];
  /** the place that an item had, -1 where it is new */
  readonly placeBefore: (position: number) => number;
}

/** Lines are distinct objects. `mayKeep` refuses lines that are the same, but made of something else that changed. */
export const alignLines = <L extends Line>(
  after: readonly L[],
  before: readonly L[],
  mayKeep: ((line: L) => boolean) | null = null,
): Alignment => {
  const known = mayKeep === null ? findChanged(after, before) : null;
  if (known !== null) {
    const isChanged = new Set(known);
    const placeBefore = (position: number) => (isChanged.has(position) ? -1 : position);
    return { length: after.length, shift: 0, changed: known, gone: known, placeBefore };
  }
  const shift = before.length - after.length;
  const place = (item: L, position: number): number => {
    if (before[position] === item && position < before.length) return position;
    return position + shift >= 0 && before[position + shift] === item ? position + shift : -1;
  };
  const placeBefore = (position: number): number => {
    const item = after[position];
    if (item === undefined) return -1;
    const found = place(item, position);
    return found >= 0 && (mayKeep === null || mayKeep(item)) ? found : -1;
  };
  const changed: number[] = [];
  const isKept = new Uint8Array(shift === 0 ? 0 : before.length);
  for (let position = 0; position < after.length; position += 1) {
    const found = placeBefore(position);
    if (found < 0) changed.push(position);
    else if (shift !== 0) isKept[found] = 1;
  }
  return { length: after.length, shift, changed, gone: shift === 0 ? changed : zerosOf(isKept), placeBefore };
};

const zerosOf = (flags: Uint8Array): readonly number[] => {
  const zeros: number[] = [];
  for (let at = 0; at < flags.length; at += 1) if (flags[at] === 0) zeros.push(at);
  return zeros;
};
