import { describe, expect, it } from 'vitest';
import { widestViews } from '../../../src/renderer/grid/columnFit.ts';
import type { CellView, GridModel, GridRow } from '../../../src/renderer/grid/types.ts';

interface Row extends GridRow {
  readonly view: CellView;
}
const view = (text: string, more: Partial<CellView> = {}): CellView => ({ text, tone: 'typed', ...more });
const model = (views: readonly CellView[], blank: string | null = 'type here'): GridModel<Row> => ({
  columns: [],
  rows: views.map((one, place) => ({ id: `r${place}`, view: one })),
  places: null,
  cell: (row) => row.view,
  rowTone: () => null,
  blank: blank === null ? null : () => view(blank),
  total: () => view('total'),
  choices: () => [],
  raw: () => '',
  value: () => '',
  note: () => '',
  complete: () => null,
});
const texts = (of: GridModel<Row>): readonly string[] => widestViews(of, 'c').map(({ text }) => text);

describe('the cells that may be the widest of a column', () => {
  it('are the longest of all rows, wherever they stand, the total and the blank row', () => {
    const views = Array.from({ length: 5_000 }, (_, place) => view(String(place % 10)));
    views[4_321] = view('the longest of all of them');
    expect(texts(model(views))[0]).toBe('the longest of all of them');
    expect(texts(model(views)).slice(-2)).toEqual(['total', 'type here']);
    expect(texts(model(views))).toHaveLength(14);
  });

  it('count a Chinese character as two letters, and what stands behind the text too', () => {
    expect(texts(model([view('1234567'), view('专享资源')]))[0]).toBe('专享资源');
    expect(texts(model([view('1234567'), view('1', { suffix: 'GPU seconds' })]))[0]).toBe('1');
    expect(texts(model([view('1234567'), view('2', { mark: { text: 'not priced', tone: 'bad', title: '' } })]))[0]).toBe('2');
  });

  it('are the total alone where nothing stands and nothing can be added', () => {
    expect(texts(model([], null))).toEqual(['total']);
  });
});
