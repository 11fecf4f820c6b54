/** The name that somebody probably meant: the one with the fewest changed letters. Pure. */

/** null where none is near: more than a third of the letters, or more than three, differ. */
export const nearestName = (typed: string, names: Iterable<string>): string | null => {
  const wanted = typed.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | null = null;
  // Of several as near it is the first of the alphabet: the order of the drivers means nothing.
  for (const name of [...names].sort()) {
    const distance = distanceOf(wanted, name.toLowerCase());
    if (best === null || distance < best.distance) best = { name, distance };
  }
  return best !== null && best.distance <= Math.min(Math.ceil(wanted.length / 3), 3) ? best.name : null;
};

/** Letters to change, add or leave out (Levenshtein). */
const distanceOf = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
