import { describe, expect, test } from 'vitest';
import { columnDrop, columnsMoved } from '../../../src/renderer/grid/columnMoves.ts';
import type { GridColumn } from '../../../src/renderer/grid/types.ts';

/** '<' pinned to the left, '>' to the right */
const COLUMNS: readonly GridColumn[] = ['<a', '<b', 'c', 'd', 'e', 'f', '>g'].map((id) => ({
  id: id.replace(/[<>]/, ''),
  header: id,
  width: 50,
  align: 'left',
  editor: 'text',
  ...(id.startsWith('<') ? { pinned: 'left' as const } : id.startsWith('>') ? { pinned: 'right' as const } : {}),
}));
const place = (id: string): number => COLUMNS.findIndex((column) => column.id === id);
/** null: they do not go there */
const moved = (columns: string, over: string): string | null => {
  const drop = columnDrop(COLUMNS, [...columns], place(over));
  return drop === null ? null : columnsMoved(COLUMNS, [...columns], drop).join('');
};

describe('columns that are dragged', () => {
  test.each([
    ['one to the right comes behind the one it is over', 'c', 'e', 'abdecfg'],
    ['one to the left comes before it', 'f', 'd', 'abcfdeg'],
    ['several keep their order', 'cd', 'f', 'abefcdg'],
    ['several that stand apart come together', 'cf', 'd', 'abcfdeg'],
    ['beyond the frozen border they come next to it', 'e', 'a', 'abecdfg'],
    ['and at the other side too', 'c', 'g', 'abdefcg'],
    ['frozen ones move among themselves', 'a', 'b', 'bacdefg'],
  ])('%s', (_, columns, over, expected) => {
    expect(moved(columns, over)).toBe(expected);
  });

  test.each([
    ['over themselves', 'c', 'c'],
    ['over one of themselves', 'cd', 'd'],
    ['where they stand already', 'c', 'a'],
    ['of both sides of the border', 'bc', 'e'],
    ['that are not shown', 'x', 'c'],
  ])('stay: %s', (_, columns, over) => {
    expect(moved(columns, over)).toBeNull();
  });
});
