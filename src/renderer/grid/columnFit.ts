/**
 * As wide as a column needs to be to cut nothing. Every row is looked at, since AG Grid knows only those that it has drawn; the few that may
 * be the widest are laid out and measured.
 */
import { cellParts, headerParts } from './agParts.ts';
import type { CellView, ColumnId, GridColumn, GridModel, GridRow } from './types.ts';

const MEASURED = 12;
const WIDTHS = { least: 44, most: 640 } as const;
const BORDERS = 2;

/** Of the column's cells, the blank row's and the total among them, those that may be the widest. Pure. */
export const widestViews = <R extends GridRow>({ rows, cell, blank, total }: GridModel<R>, column: ColumnId): readonly CellView[] => {
  const others = [total(column), ...(blank === null ? [] : [blank(column)])];
  const lengths = rows.map((row, place) => ({ place, length: roughLength(cell(row, column)) }));
  const longest = lengths.sort((a, b) => b.length - a.length || a.place - b.place).slice(0, MEASURED);
  return [...longest.flatMap(({ place }) => (rows[place] === undefined ? [] : [cell(rows[place], column)])), ...others];
};

/** Latin letters count one, Chinese characters about two. */
const roughLength = ({ text, suffix = '', mark }: CellView): number => {
  const all = `${text}${suffix}${mark?.text ?? ''}`;
  let length = all.length;
  for (let at = 0; at < all.length; at += 1) if (all.charCodeAt(at) > 0x2e7f) length += 1;
  return length;
};

/** In pixels; `host` gives the style. */
export const fittedWidth = <R extends GridRow>(host: HTMLElement, column: GridColumn, model: GridModel<R>): number => {
  const box = document.createElement('div');
  box.className = 'grid-measure';
  box.append(measuredHeader(column), ...widestViews(model, column.id).map((view) => measuredCell(column, view)));
  // Inside, where AG Grid's theme is.
  (host.querySelector('.ag-root-wrapper') ?? host).append(box);
  const widths = [...box.children].map((child) => child.getBoundingClientRect().width);
  box.remove();
  return Math.min(Math.max(Math.ceil(Math.max(...widths)) + BORDERS, WIDTHS.least), WIDTHS.most);
};

const measuredHeader = (column: GridColumn): HTMLElement => {
  const header = document.createElement('div');
  header.className = 'ag-header-cell';
  header.append(...headerParts(column));
  return header;
};

const measuredCell = (column: GridColumn, view: CellView): HTMLElement => {
  const cell = document.createElement('div');
  cell.className = `ag-cell tone-${view.tone}`;
  if (column.rich === true) {
    const rich = document.createElement('span');
    rich.className = 'grid-rich';
    rich.append(...cellParts(view));
    cell.append(rich);
  } else {
    cell.append(view.text);
  }
  return cell;
};
