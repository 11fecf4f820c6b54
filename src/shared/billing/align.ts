/**
 * Which items of a list stood in its former version, so that what was made of them can be kept.
 *
 * Rule: an item is the same where it is the same object at the same place, counted from the start or from the end. So one look for each
 * item finds every line that an edit, a paste, an insertion or a deletion left alone; a line that was missed is only made again.
 */
export interface Former<L, T> {
  readonly items: readonly L[];
  /** one for each item */
  readonly values: readonly T[];
}

/** The place that an item had, -1 where it is new. Items are distinct objects. */
export const alignItems = (after: readonly unknown[], before: readonly unknown[]): ((position: number) => number) => {
  const shift = before.length - after.length;
  return (position) => {
    const item = after[position];
    if (position < before.length && before[position] === item) return position;
    return before[position + shift] === item && position + shift >= 0 && item !== undefined ? position + shift : -1;
  };
};

/** `make` of each item; of an item that stood there before, its former value, where `mayKeep` does not refuse it. */
export const mapChanged = <L, T>(
  items: readonly L[],
  former: Former<L, T> | null,
  make: (item: L, position: number) => T,
  mayKeep: (item: L, position: number, before: number) => boolean = () => true,
): readonly T[] => {
  if (former === null) return items.map(make);
  const placeBefore = alignItems(items, former.items);
  return items.map((item, position) => {
    const before = placeBefore(position);
    const value = before < 0 || !mayKeep(item, position, before) ? undefined : former.values[before];
    return value === undefined ? make(item, position) : value;
  });
};
