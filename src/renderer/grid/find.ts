/** Looking for a text in cells, and putting another in its place. Pure; it reads data, never the page. */
export interface FindOptions {
  readonly matchCase: boolean;
  /** the whole cell, not a part of it */
  readonly wholeCell: boolean;
}
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Full-width and half-width are the same to a search; case too unless it matters. */
const normalOf = (text: string, { matchCase }: FindOptions): string => {
  const normal = text.normalize('NFKC');
  return matchCase ? normal : normal.toLowerCase();
};

export const createMatcher = (query: string, options: FindOptions): ((text: string) => boolean) => {
  const wanted = normalOf(query, options);
  if (wanted === '') return () => false;
  return (text) => {
    const normal = normalOf(text, options);
    return options.wholeCell ? normal === wanted : normal.includes(wanted);
  };
};

/** Every occurrence literally replaced; a text in which there is none stays as it is. */
export const replaceIn = (text: string, query: string, replacement: string, options: FindOptions): string => {
  if (!createMatcher(query, options)(text)) return text;
  if (options.wholeCell) return replacement;
  const wanted = normalOf(query, options);
  let replaced = '';
  let at = 0;
  while (at < text.length) {
    const end = endOfMatch(text, at, wanted, options);
    replaced += end === null ? text[at] : replacement;
    at = end ?? at + 1;
  }
  return replaced;
};

/** Where the occurrence that begins at `from` ends; a normalized text may be shorter or longer than what was typed. */
const endOfMatch = (text: string, from: number, wanted: string, options: FindOptions): number | null => {
  for (let end = from + 1; end <= text.length; end += 1) {
    const normal = normalOf(text.slice(from, end), options);
    if (normal === wanted) return end;
    if (!wanted.startsWith(normal)) return null;
  }
  return null;
};

/** The hit after a place (or before it), round the end; hits are in reading order. -1: none. */
export const nextHit = (hits: readonly CellPlace[], from: CellPlace | null, by: 1 | -1): number => {
  if (hits.length === 0) return -1;
  if (from === null) return by === 1 ? 0 : hits.length - 1;
  const order = ({ row, column }: CellPlace): number => row - from.row || column - from.column;
  if (by === 1) {
    const next = hits.findIndex((hit) => order(hit) > 0);
    return Math.max(next, 0);
  }
  const former = hits.findLastIndex((hit) => order(hit) < 0);
  return former < 0 ? hits.length - 1 : former;
};
