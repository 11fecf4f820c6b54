/** Ascending lists of positions. */

/** Positions that are in some of the lists, each once, ascending. */
export const mergeAscending = (lists: readonly (readonly number[])[]): readonly number[] => {
  const [first = [], ...others] = lists;
  if (others.length === 0) return first;
  const isIn = new Uint8Array(lists.reduce((most, list) => Math.max(most, (list.at(-1) ?? -1) + 1), 0));
  for (const list of lists) for (const position of list) isIn[position] = 1;
  const merged: number[] = [];
  for (let position = 0; position < isIn.length; position += 1) if (isIn[position] === 1) merged.push(position);
  return merged;
};
