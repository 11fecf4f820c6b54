/** Gestures that change many cells, as the edits they are. Pure: it reads the model and the selection, and changes nothing. */
import { planPaste } from './paste.ts';
import { type Area, type Axes, cellCount, inArea } from './selection.ts';
import { fillSeries, fillSeriesBack, type SeriesMode } from './series.ts';
import type { BatchKind, BatchLoss, GridBatch, GridEdit, GridModel, GridRow } from './types.ts';

export interface BatchInput<R extends GridRow> {
  readonly model: GridModel<R>;
  readonly axes: Axes;
}
export interface PlannedBatch {
  readonly batch: GridBatch;
  readonly loss: BatchLoss;
  /** what is selected afterwards */
  readonly area: Area | null;
}
/** One cell of a clipboard: `raw` where it comes from a cell of our own, of the column `column`. */
export interface PastedCell {
  readonly text: string;
  readonly raw?: string;
  readonly column?: string;
  readonly note?: string;
}

const NO_LOSS: BatchLoss = { skipped: 0, clipped: 0 };

const isComputed = <R extends GridRow>({ columns }: GridModel<R>, column: number): boolean => columns[column]?.editor === 'none';

/** Every cell of the areas once, by rows. */
function* cellsOf(areas: readonly Area[]): Generator<{ readonly row: number; readonly column: number }> {
  for (const [at, area] of areas.entries()) {
    const before = areas.slice(0, at);
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (!before.some((other) => inArea(other, row, column))) yield { row, column };
      }
    }
  }
}

/** The same text into every selected cell: '' with Delete, what was typed with Ctrl+Enter. */
export const setAll = <R extends GridRow>(
  { model, axes }: BatchInput<R>,
  areas: readonly Area[],
  { kind, ...value }: { readonly kind: BatchKind; readonly text: string; readonly note?: string },
): PlannedBatch => {
  const edits: GridEdit[] = [];
  let skipped = 0;
  for (const cell of cellsOf(areas)) {
    const isTotal = cell.row > model.rows.length;
    if (isTotal || isComputed(model, cell.column)) skipped += 1;
    else if (cell.row < model.rows.length) {
      edits.push({ row: axes.rowAt(cell.row), column: axes.columnAt(cell.column), ...value });
    }
  }
  return { batch: { kind, edits, added: [] }, loss: { ...NO_LOSS, skipped: edits.length === 0 ? skipped : 0 }, area: null };
};

/**
 * Ctrl+D and Ctrl+R: the first row or column of each area into the others; a single row or column takes what is before it, where there is
 * anything.
 */
export const fillFromEdge = <R extends GridRow>(input: BatchInput<R>, areas: readonly Area[], to: 'down' | 'right'): PlannedBatch => {
  const parts = areas.flatMap((area) => {
    const single = to === 'down' ? area.top === area.bottom : area.left === area.right;
    const source = to === 'down' ? { ...area, bottom: area.top } : { ...area, right: area.left };
    const before =
      to === 'down' ? { ...source, top: area.top - 1, bottom: area.top - 1 } : { ...source, left: area.left - 1, right: area.left - 1 };
    if (single && (before.top < 0 || before.left < 0)) return [];
    return [fillArea(input, { source: single ? before : source, target: area, mode: 'copy' })];
  });
  return mergeBatches('fill', parts);
};

/**
 * Continues `source` over `target`, which holds it and is larger in one direction only. Stored values are continued, so that a name in a
 * cell stays the item it stands for; the kind of series is read from each row or column by itself. Computed cells hold nothing that could be
 * continued beside them.
 */
export const fillArea = <R extends GridRow>(
  { model, axes }: BatchInput<R>,
  { source, target, mode }: { readonly source: Area; readonly target: Area; readonly mode: SeriesMode },
): PlannedBatch => {
  const edits: GridEdit[] = [];
  const raw = (row: number, column: number): string => {
    const line = model.rows[row];
    return line === undefined ? '' : model.raw(line, axes.columnAt(column));
  };
  const put = (row: number, column: number, text: string): void => {
    const id = axes.rowAt(row);
    if (!isComputed(model, column) && model.rows[row] !== undefined) {
      edits.push({ row: id, column: axes.columnAt(column), text, raw: true });
    }
  };
  const vertical = target.top < source.top || target.bottom > source.bottom;
  const given = Array.from({ length: source.right - source.left + 1 }, (_, at) => source.left + at);
  if (!vertical && given.some((column) => isComputed(model, column))) {
    return { batch: { kind: 'fill', edits, added: [] }, loss: { ...NO_LOSS, skipped: cellCount(target) }, area: target };
  }
  const [from, to] = vertical ? [source.left, source.right] : [source.top, source.bottom];
  const [first, last] = vertical ? [source.top, source.bottom] : [source.left, source.right];
  const [low, high] = vertical ? [target.top, target.bottom] : [target.left, target.right];
  for (let lane = from; lane <= to; lane += 1) {
    const at = (place: number): readonly [number, number] => (vertical ? [place, lane] : [lane, place]);
    const texts: string[] = [];
    for (let place = first; place <= last; place += 1) texts.push(raw(...at(place)));
    const ahead = fillSeries(texts, Math.max(high - last, 0), mode);
    for (const [step, text] of ahead.entries()) put(...at(last + 1 + step), text);
    const back = fillSeriesBack(texts, Math.max(first - low, 0), mode);
    for (const [step, text] of back.entries()) put(...at(first - 1 - step), text);
  }
  return { batch: { kind: 'fill', edits, added: [] }, loss: NO_LOSS, area: target };
};

/** A block from the clipboard over the selection. */
export const pasteBlock = <R extends GridRow>(
  { model, axes }: BatchInput<R>,
  target: Area,
  block: readonly (readonly PastedCell[])[],
): PlannedBatch => {
  // The totals row stands below the blank one, and takes nothing.
  if (target.top > model.rows.length) {
    const skipped = block.reduce((sum, cells) => sum + cells.length, 0);
    return { batch: { kind: 'paste', edits: [], added: [] }, loss: { ...NO_LOSS, skipped }, area: null };
  }
  const plan = planPaste({
    block,
    target: { top: target.top, left: target.left, rows: target.bottom - target.top + 1, columns: target.right - target.left + 1 },
    rowCount: model.rows.length,
    columnCount: axes.columnCount,
    isEditable: (column) => !isComputed(model, column),
  });
  const edits: GridEdit[] = [];
  const added: { column: string; text: string; raw?: boolean; note?: string }[][] = Array.from({ length: plan.newRows }, () => []);
  for (const { row, column, cell } of plan.cells) {
    const id = axes.columnAt(column);
    const own = cell.raw !== undefined && cell.column === id;
    const note = cell.note === undefined ? {} : { note: cell.note };
    const value = own ? { column: id, text: cell.raw ?? '', raw: true, ...note } : { column: id, text: cell.text, ...note };
    if (row < model.rows.length) edits.push({ ...value, row: axes.rowAt(row) });
    else added[row - model.rows.length]?.push(value);
  }
  const { top, left, rows, columns } = plan.area;
  return {
    batch: { kind: 'paste', edits, added: added.filter((cells) => cells.some(({ text }) => text.trim() !== '')) },
    loss: { skipped: plan.skipped, clipped: plan.clipped },
    area: { top, left, bottom: top + rows - 1, right: left + columns - 1 },
  };
};

/** A paste of what was cut; `emptied`: the cells that it came from. Where a part would get lost on the way they keep it: it is a copy. */
export const moveBlock = (paste: PlannedBatch, emptied: PlannedBatch): PlannedBatch => {
  if (paste.loss.skipped + paste.loss.clipped > 0) return paste;
  const key = ({ row, column }: GridEdit): string => `${row}\n${column}`;
  const overwritten = new Set(paste.batch.edits.map(key));
  const left = emptied.batch.edits.filter((edit) => !overwritten.has(key(edit)));
  return { ...paste, batch: { ...paste.batch, kind: 'cut', edits: [...left, ...paste.batch.edits] } };
};

const mergeBatches = (kind: BatchKind, parts: readonly PlannedBatch[]): PlannedBatch => ({
  batch: { kind, edits: parts.flatMap(({ batch }) => batch.edits), added: parts.flatMap(({ batch }) => batch.added) },
  loss: {
    skipped: parts.reduce((sum, { loss }) => sum + loss.skipped, 0),
    clipped: parts.reduce((sum, { loss }) => sum + loss.clipped, 0),
  },
  area: parts.at(-1)?.area ?? null,
});
