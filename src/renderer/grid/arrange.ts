/**
 * Which rows are shown, and in which order: a view, the rows themselves stay where they are. Pure.
 *
 * Numbers sort by their exact value before texts, texts by the collator, empty cells come last in either direction; equal cells keep their
 * order. A filter keeps the rows in which every word occurs, whatever their case and width.
 */
import { toAtoms } from './exactText.ts';
import type { ColumnId, GridRow, RowId } from './types.ts';

export interface Sort {
  readonly column: ColumnId;
  readonly descending: boolean;
}
interface ArrangeInput<R extends GridRow> {
  readonly sort: Sort | null;
  readonly filter: string;
  /** full text of a cell */
  readonly value: (row: R, column: ColumnId) => string;
  /** everything that a row shows */
  readonly text: (row: R) => string;
  readonly compareTexts: (a: string, b: string) => number;
}

export const arrangeRows = <R extends GridRow>(rows: readonly R[], input: ArrangeInput<R>): readonly R[] => {
  const words = plain(input.filter)
    .split(' ')
    .filter((word) => word !== '');
  const kept = words.length === 0 ? rows : rows.filter((row) => hasWords(plain(input.text(row)), words));
  return input.sort === null ? kept : sortRows(kept, input.sort, input);
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

const hasWords = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

interface Key<R> {
  readonly row: R;
  readonly text: string;
  readonly number: bigint | null;
}

const sortRows = <R extends GridRow>(
  rows: readonly R[],
  { column, descending }: Sort,
  { value, compareTexts }: Pick<ArrangeInput<R>, 'value' | 'compareTexts'>,
): readonly R[] => {
  const keys = rows.map((row): Key<R> => {
    const text = value(row, column);
    return { row, text, number: toAtoms(text) };
  });
  const direction = descending ? -1 : 1;
  const compare = (a: Key<R>, b: Key<R>): number => {
    if (a.text === '' || b.text === '') return a.text === b.text ? 0 : a.text === '' ? 1 : -1;
    if (a.number !== null && b.number !== null) return a.number === b.number ? 0 : a.number < b.number ? -direction : direction;
    if (a.number !== null || b.number !== null) return a.number === null ? direction : -direction;
    return direction * compareTexts(a.text, b.text);
  };
  return keys.sort(compare).map(({ row }) => row);
};

/** After an edit rows stay where they are on screen, as in Excel: gone ones vanish, new ones come behind the row before them. */
export const keepArrangement = <R extends GridRow>(
  shown: readonly RowId[],
  before: ReadonlySet<RowId>,
  rows: readonly R[],
): readonly R[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const followers = new Map<RowId | null, R[]>();
  let last: RowId | null = null;
  const visible = new Set(shown);
  for (const row of rows) {
    if (visible.has(row.id)) last = row.id;
    else if (!before.has(row.id)) followers.set(last, [...(followers.get(last) ?? []), row]);
  }
  const kept = shown.flatMap((id) => {
    const row = byId.get(id);
    return [...(row === undefined ? [] : [row]), ...(followers.get(id) ?? [])];
  });
  return [...(followers.get(null) ?? []), ...kept];
};
