/**
 * Any gestures on a sheet against a plain array of texts: what Excel would hold after them, and after undo and redo.
 * Restarts: test/main/ipc/history.test.ts.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodesSheet } from '../../../src/renderer/features/nodes/columns.ts';
import { ShownAxes } from '../../../src/renderer/grid/axes.ts';
import { fillArea, fillFromEdge, pasteBlock, setAll } from '../../../src/renderer/grid/batches.ts';
import { BLANK_ROW } from '../../../src/renderer/grid/types.ts';
import { node, option } from '../reportScenario.ts';
import { openSheet } from './openSheet.ts';

const COLUMNS = ['count', 'start', 'months', 'price'];
type Table = readonly (readonly string[])[];

const small = fc.integer({ min: 0, max: 6 });
const text = fc.constantFrom('1', '2', '30', '4.5', 'lots', '');
const gesture = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), row: small, column: fc.integer({ min: 0, max: 3 }), text }),
  fc.record({ kind: fc.constant('add' as const), text: fc.constantFrom('1', '7') }),
  fc.record({
    kind: fc.constant('paste' as const),
    row: small,
    column: fc.integer({ min: 0, max: 3 }),
    block: fc
      .integer({ min: 1, max: 2 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 })),
  }),
  fc.record({
    kind: fc.constantFrom('fillDown' as const, 'fillRight' as const, 'series' as const, 'clear' as const),
    row: small,
    rows: small,
    column: fc.integer({ min: 0, max: 3 }),
    columns: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    kind: fc.constantFrom('insert' as const, 'duplicate' as const, 'remove' as const),
    row: small,
    rows: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({ kind: fc.constant('move' as const), row: small, before: small }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
);
type Gesture = typeof gesture extends fc.Arbitrary<infer G> ? G : never;

const blankRow = (): string[] => COLUMNS.map(() => '');
const withCell = (table: Table, row: number, column: number, value: string): Table =>
  table.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells));

/** What a gesture makes of the plain table; null: nothing to do. */
const expected = (table: Table, g: Gesture): Table | null => {
  switch (g.kind) {
    case 'edit':
      return g.row < table.length ? withCell(table, g.row, g.column, g.text) : null;
    case 'add':
      return [...table, [g.text, ...blankRow().slice(1)]];
    case 'paste': {
      let result: Table = table;
      const { row, column, block } = g;
      if (row > table.length) return null;
      const fresh: string[][] = [];
      for (const [down, cells] of block.entries()) {
        const added = blankRow();
        for (const [right, value] of cells.entries()) {
          if (column + right >= COLUMNS.length) continue;
          if (row + down < table.length) result = withCell(result, row + down, column + right, value);
          else added[column + right] = value;
        }
        if (row + down >= table.length && added.some((value) => value !== '')) fresh.push(added);
      }
      return [...result, ...fresh];
    }
    case 'fillDown':
    case 'fillRight':
    case 'series':
    case 'clear': {
      const last = Math.min(g.row + g.rows, table.length - 1);
      const right = Math.min(g.column + g.columns, COLUMNS.length - 1);
      if (g.row >= table.length) return null;
      let result: Table = table;
      for (let row = g.row; row <= last; row += 1) {
        for (let column = g.column; column <= right; column += 1) {
          const above = g.kind === 'fillDown' || g.kind === 'series' ? table[g.row]?.[column] : table[row]?.[g.column];
          result = withCell(result, row, column, g.kind === 'clear' ? '' : (above ?? ''));
        }
      }
      return result;
    }
    case 'insert':
      return g.row <= table.length ? table.toSpliced(g.row, 0, ...Array.from({ length: g.rows + 1 }, blankRow)) : null;
    case 'duplicate': {
      const copies = table.slice(g.row, g.row + g.rows + 1);
      return copies.length === 0 ? null : table.toSpliced(g.row + copies.length, 0, ...copies);
    }
    case 'remove':
      return g.row < table.length ? table.toSpliced(g.row, g.rows + 1) : null;
    case 'move': {
      const moved = table[g.row];
      if (moved === undefined || g.before > table.length || g.before === g.row) return null;
      return table.toSpliced(g.row, 1).toSpliced(g.before > g.row ? g.before - 1 : g.before, 0, moved);
    }
    default:
      return null;
  }
};

test('any gestures, undone and redone: the sheet holds what a plain table holds', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 25 }), (gestures) => {
      const start = option('A', { nodes: [node('n1', {}), node('n2', {}), node('n3', {})] });
      const sheet = openSheet(nodesSheet, { option: start });
      const { handlers, source, document } = sheet;
      const read = (): Table => source.get().rows.map((row) => COLUMNS.map((column) => source.get().raw(row, column)));
      const steps = (): number => document.store.getState()?.history.done.length ?? 0;
      const done: Table[] = [];
      const undone: Table[] = [];
      let table = read();
      for (const g of gestures) {
        if (g.kind === 'undo' || g.kind === 'redo') {
          const [from, to] = g.kind === 'undo' ? [done, undone] : [undone, done];
          const next = from.pop();
          if (next !== undefined) {
            to.push(table);
            table = next;
          }
          document[g.kind]();
        } else {
          const after = expected(table, g);
          if (after === null) continue;
          const before = steps();
          apply(g, source.get(), handlers);
          // Rows that look the same may have changed places: a step, though the table says nothing of it.
          expect(steps() > before || JSON.stringify(after) === JSON.stringify(table)).toBe(true);
          if (steps() > before) {
            done.push(table);
            undone.length = 0;
          }
          table = after;
        }
        expect(read()).toEqual(table);
      }
    }),
    { numRuns: 200 },
  );
});

type Sheet = ReturnType<typeof openSheet<'nodes'>>;

const apply = (g: Gesture, whole: ReturnType<Sheet['source']['get']>, handlers: Sheet['handlers']): void => {
  // Only the four columns of the table, in its order.
  const model = { ...whole, columns: COLUMNS.flatMap((id) => whole.columns.find((column) => column.id === id) ?? []) };
  const axes = new ShownAxes(model, null, false);
  const input = { model, axes };
  const idAt = (place: number): string => model.rows[place]?.id ?? BLANK_ROW;
  const idsFrom = (from: number, count: number): string[] => model.rows.slice(from, from + count).map(({ id }) => id);
  const beforeOf = (place: number): string | null => model.rows[place]?.id ?? null;
  switch (g.kind) {
    case 'edit':
      handlers.onEdit({ row: idAt(g.row), column: COLUMNS[g.column] ?? '', text: g.text });
      return;
    case 'add':
      handlers.onEdit({ row: BLANK_ROW, column: 'count', text: g.text });
      return;
    case 'paste': {
      const area = { top: g.row, left: g.column, bottom: g.row, right: g.column };
      const { batch, loss } = pasteBlock(
        input,
        area,
        g.block.map((cells) => cells.map((value) => ({ text: value }))),
      );
      handlers.onBatch(batch, loss);
      return;
    }
    case 'fillDown':
    case 'fillRight':
    case 'series':
    case 'clear': {
      const area = {
        top: g.row,
        left: g.column,
        bottom: Math.min(g.row + g.rows, model.rows.length - 1),
        right: Math.min(g.column + g.columns, COLUMNS.length - 1),
      };
      const single = { down: area.top === area.bottom, right: area.left === area.right };
      if (g.kind === 'clear') handlers.onBatch(setAll(input, [area], { kind: 'clear', text: '' }).batch, { skipped: 0, clipped: 0 });
      else if (g.kind === 'series') {
        const source = { ...area, bottom: area.top };
        if (!single.down) handlers.onBatch(fillArea(input, { source, target: area, mode: 'copy' }).batch, { skipped: 0, clipped: 0 });
      } else {
        const to = g.kind === 'fillDown' ? 'down' : 'right';
        // A single row or column takes what is before it: that is no part of this table's rule.
        if (!single[to]) handlers.onBatch(fillFromEdge(input, [area], to).batch, { skipped: 0, clipped: 0 });
      }
      return;
    }
    case 'insert':
      handlers.onInsertRows({ count: g.rows + 1, before: beforeOf(g.row) });
      return;
    case 'duplicate':
      handlers.onDuplicateRows(idsFrom(g.row, g.rows + 1));
      return;
    case 'remove':
      handlers.onDeleteRows(idsFrom(g.row, g.rows + 1));
      return;
    case 'move':
      handlers.onMoveRows({ rows: [idAt(g.row)], before: beforeOf(g.before) });
      return;
    default:
  }
};
