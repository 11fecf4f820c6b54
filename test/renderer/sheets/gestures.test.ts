import { beforeEach, describe, expect, test } from 'vitest';
import { nodesSheet } from '../../../src/renderer/features/nodes/columns.ts';
import { BLANK_ROW, TOTAL_ROW } from '../../../src/renderer/grid/types.ts';
import { node, option } from '../reportScenario.ts';
import { type OpenSheet, openSheet } from './openSheet.ts';

let sheet: OpenSheet<'nodes'>;
const ids = (): string =>
  sheet.source
    .get()
    .rows.map(({ id }) => id)
    .join(' ');
const lastPlaces = () => sheet.document.store.getState()?.history.done.at(-1);

beforeEach(() => {
  sheet = openSheet(nodesSheet, { option: option('A', { nodes: [node('n1', {}), node('n2', {}), node('n3', {})] }) });
});

describe('edits', () => {
  test('reach the rows before the grid goes on, and only the edited row is another one', () => {
    const [first, second] = sheet.source.get().rows;
    expect(sheet.handlers.onEdit({ row: 'n1', column: 'count', text: '４' })).toBe('n1');
    expect(sheet.text('n1', 'count')).toBe('4');
    expect(sheet.source.get().rows[0]).not.toBe(first);
    expect(sheet.source.get().rows[1]).toBe(second);
  });
  test('are one history entry each, with the cell to come back to', () => {
    sheet.handlers.onEdit({ row: 'n2', column: 'count', text: '4' });
    const place = { option: 'A', sheet: 'nodes', row: 'n2', column: 'count' };
    expect(lastPlaces()).toMatchObject({ label: { key: 'edit', params: { field: 'count' } }, before: place, after: place });
  });
  test('in the blank row add a line and say which', () => {
    expect(sheet.handlers.onEdit({ row: BLANK_ROW, column: 'sku', text: 'ti-ems.node.24c48g' })).toBe('n4');
    expect(ids()).toBe('n1 n2 n3 n4');
    expect(lastPlaces()).toMatchObject({ before: { row: BLANK_ROW }, after: { row: 'n4', column: 'sku' } });
  });
  test('that change nothing leave no trace', () => {
    sheet.handlers.onEdit({ row: 'n1', column: 'count', text: '' });
    expect(lastPlaces()).toBeUndefined();
  });
});

describe('deleting rows', () => {
  test('can be undone from the notice, at their old places', () => {
    sheet.handlers.onDeleteRows(['n3', 'n1']);
    expect(ids()).toBe('n2');
    const { notice } = sheet.ui.getState();
    expect(notice?.message).toMatchObject({ key: 'linesDeleted', params: { count: '2' } });
    notice?.action?.run();
    expect(ids()).toBe('n1 n2 n3');
    expect(sheet.ui.getState()).toMatchObject({ notice: null, reveal: { sheet: 'nodes', row: 'n3' } });
  });
  test('is no longer offered once another gesture followed', () => {
    sheet.handlers.onDeleteRows(['n1']);
    sheet.handlers.onEdit({ row: 'n2', column: 'count', text: '9' });
    expect(sheet.ui.getState().notice).toBeNull();
  });
  test('the notice takes back nothing but the deletion', () => {
    sheet.handlers.onDeleteRows(['n1']);
    const { notice } = sheet.ui.getState();
    sheet.handlers.onEdit({ row: 'n2', column: 'count', text: '9' });
    notice?.action?.run();
    expect(ids()).toBe('n2 n3');
    expect(sheet.text('n2', 'count')).toBe('9');
  });
});

describe('the active cell', () => {
  test('is remembered for its sheet', () => {
    sheet.handlers.onActive({ row: 'n2', column: 'count' }, 'follow');
    expect(sheet.ui.getState().cells).toEqual({ nodes: { row: 'n2', column: 'count' } });
  });
  test('changes what an open panel explains; only asking opens it', () => {
    sheet.ui.setState({ whyOpen: false });
    sheet.handlers.onActive({ row: 'n1', column: 'purchase' }, 'follow');
    expect(sheet.ui.getState()).toMatchObject({ whyOpen: false, subject: null });
    sheet.handlers.onActive({ row: 'n1', column: 'purchase' }, 'open');
    expect(sheet.ui.getState()).toMatchObject({ whyOpen: true, subject: { kind: 'node', option: 'A', line: 'n1' } });
    sheet.handlers.onActive({ row: 'n2', column: 'purchase' }, 'follow');
    expect(sheet.ui.getState()).toMatchObject({ subject: { line: 'n2' } });
  });
  test('a total explains itself', () => {
    sheet.handlers.onActive({ row: TOTAL_ROW, column: 'purchase' }, 'open');
    expect(sheet.ui.getState()).toMatchObject({ subject: { kind: 'lines', total: 'purchases' }, cells: {} });
  });
});
