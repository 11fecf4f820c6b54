/**
 * Copy, cut and paste with other programs and with ourselves. Text with tabs is what every spreadsheet reads, a table in HTML keeps long
 * numbers and months as they are in Excel, and our own type keeps what is stored in each cell. Of others the text is read: their HTML
 * carries rounded numbers.
 */
import { moveBlock, type PastedCell, type PlannedBatch, pasteBlock, setAll } from './batches.ts';
import { formatHtml, type HtmlCell } from './clipboardHtml.ts';
import { formatTsv, parseTsv } from './clipboardText.ts';
import { type Area, areasOf, blockOf } from './selection.ts';
import type { SheetView } from './sheetView.ts';
import type { GridModel, GridRow } from './types.ts';

const OWN_TYPE = 'application/x-costbook-cells';

interface OwnBlock {
  /** columns of the cells, from the left */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly { readonly text: string; readonly raw: string; readonly note?: string }[])[];
}

/** Puts the selected cells there; false: they are no block (ranges that share neither their rows nor their columns). */
export const copyCells = <R extends GridRow>(view: SheetView<R>, data: DataTransfer): boolean => {
  const lanes = blockOf(areasOf(view.selection, view.axes));
  if (lanes === null) return false;
  const { model, axes } = view;
  const columns = lanes.columns.map((column) => axes.columnAt(column));
  const rows = lanes.rows.flatMap((row) => model.rows[row] ?? []);
  const cells = rows.map((row) => columns.map((column) => cellOf(model, row, column)));
  const texts = cells.map((line) => line.map(({ text }) => text));
  const isRight = columns.map((column) => view.column(column)?.align === 'right');
  setTable(
    data,
    texts.map((line) => line.map((text, at) => ({ text, align: isRight[at] === true ? 'right' : 'left' }))),
  );
  const own: OwnBlock = { columns, cells };
  data.setData(OWN_TYPE, JSON.stringify(own));
  return true;
};

/** What every other program reads: text with tabs, and a table. */
export const setTable = (data: DataTransfer, cells: readonly (readonly HtmlCell[])[]): void => {
  data.setData('text/plain', formatTsv(cells.map((line) => line.map(({ text }) => text))));
  data.setData('text/html', formatHtml(cells));
};

const cellOf = <R extends GridRow>(model: GridModel<R>, row: R, column: string): OwnBlock['cells'][number][number] => {
  const note = model.note(row, column);
  const cell = { text: model.value(row, column), raw: model.raw(row, column) };
  return note === '' ? cell : { ...cell, note };
};

/** What a paste over the selection would do; null: nothing to paste. `moved`: the cells that were cut, which it empties. */
export const pasteCells = <R extends GridRow>(
  view: SheetView<R>,
  data: DataTransfer,
  moved: readonly Area[] | null,
): PlannedBatch | null => {
  const block = readBlock(data);
  const target = areasOf(view.selection, view.axes).at(-1);
  if (block === null || target === undefined) return null;
  const paste = pasteBlock(view, target, block);
  return moved === null ? paste : moveBlock(paste, setAll(view, moved, { kind: 'cut', text: '', note: '' }));
};

const readBlock = (data: DataTransfer): readonly (readonly PastedCell[])[] | null => {
  const own = readOwn(data.getData(OWN_TYPE));
  if (own !== null) return own.cells.map((line) => line.map((cell, at) => ({ ...cell, column: own.columns[at] ?? '' })));
  const block = parseTsv(data.getData('text/plain'));
  return block.length === 0 ? null : block.map((line) => line.map((text) => ({ text })));
};

/** Any program can write our type: what does not have its form is none. */
const readOwn = (json: string): OwnBlock | null => {
  if (json === '') return null;
  try {
    const value: unknown = JSON.parse(json);
    return isOwn(value) && value.cells.length > 0 ? value : null;
  } catch {
    return null;
  }
};

const isOwn = (value: unknown): value is OwnBlock => {
  if (!isRecord(value) || !Array.isArray(value.columns) || !Array.isArray(value.cells)) return false;
  const { columns, cells } = value;
  return columns.every((column) => typeof column === 'string') && cells.every((line) => isOwnLine(line, columns.length));
};

const isOwnLine = (line: unknown, length: number): boolean =>
  Array.isArray(line) &&
  line.length === length &&
  line.every((cell) => isRecord(cell) && typeof cell.text === 'string' && typeof cell.raw === 'string' && isNote(cell.note));

const isNote = (note: unknown): boolean => note === undefined || typeof note === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
