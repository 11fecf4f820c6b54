/** The rows on screen and what is selected among them: reads the model, paints through AG Grid, finds cells and moves. */
import type { GridApi } from 'ag-grid-community';
import { type AgGrid, openAgGrid } from './agGrid.ts';
import { ShownAxes } from './axes.ts';
import { cellElement, rowsBox, showHover, tintHeader } from './cellElements.ts';
import { fittedWidth } from './columnFit.ts';
import { keepSelection } from './keepSelection.ts';
import { type Move, moveFrom, type Shape } from './navigation.ts';
import { type PaintedSelection, type Preview, paintSelection } from './paintedSelection.ts';
import { sameRows } from './rowChanges.ts';
import { type Axes, activate, type CellRange, emptySelection, headOf, type Selection } from './selection.ts';
import {
  BLANK_ROW,
  type CellRef,
  type CellView,
  type ColumnId,
  type GridColumn,
  type GridHandlers,
  type GridModel,
  type GridRow,
  type GridTexts,
  type RowId,
  TOTAL_ROW,
} from './types.ts';

export interface SheetViewInput<R extends GridRow> {
  readonly api: GridApi<GridRow>;
  readonly host: HTMLElement;
  readonly label: string;
  readonly texts: GridTexts;
  readonly model: GridModel<R>;
  readonly initial: CellRef | null;
  readonly handlers: Pick<GridHandlers, 'onResize'>;
}

export class SheetView<R extends GridRow> {
  readonly #input: SheetViewInput<R>;
  readonly #ag: AgGrid<R>;
  #model: GridModel<R>;
  #axes: ShownAxes;
  #selection: Selection = emptySelection;
  #paint: PaintedSelection;
  #preview: Preview | null = null;
  #copied: readonly CellRange[] = [];
  /** became active, or the corner of a growing range, but may be out of sight */
  #unseen: CellRef | null = null;
  /** height of the rows that are seen */
  #room = 0;

  constructor(input: SheetViewInput<R>) {
    this.#input = input;
    this.#model = input.model;
    this.#axes = new ShownAxes(input.model, null, false);
    this.#selection = activate(this.nearest(input.initial));
    this.#paint = paintSelection(this.#selection, this.#axes, null);
    this.#ag = openAgGrid<R>({
      api: input.api,
      host: input.host,
      label: input.label,
      rowNumber: input.texts.rowNumber,
      columns: input.model.columns,
      rows: input.model.rows,
      hasBlankRow: input.model.blank !== null,
      view: (row, column) => this.view(row, column),
      isActive: (row, column) => this.active?.row === row && this.active.column === column,
      isActiveRow: (row) => this.active?.row === row,
      paint: (row, column) => this.#paint.cell(row, column),
      rowPaint: (row) => this.#paint.row(row),
      numberOf: (row, index) => (this.#model.places?.get(row) ?? index) + 1,
      onResize: input.handlers.onResize,
      onRoom: () => this.#keepInSight(),
      isBad: ({ id }) => {
        const row = this.row(id);
        return row !== null && this.#model.rowTone(row) === 'bad';
      },
    });
  }

  get selection(): Selection {
    return this.#selection;
  }

  get active(): CellRef | null {
    return this.#selection.active;
  }

  get axes(): Axes {
    return this.#axes;
  }

  get model(): GridModel<R> {
    return this.#model;
  }

  /** Nothing in it can be changed. */
  get isReadOnly(): boolean {
    return this.#model.blank === null;
  }

  /** false: nothing changed */
  setModel(model: GridModel<R>): boolean {
    const before = this.#model;
    if (model === before) return false;
    this.#model = model;
    const same = model.rows === before.rows || sameRows(before.rows, model.rows);
    const axes = this.#axes;
    if (!same || model.columns !== before.columns) this.#axes = new ShownAxes(model, axes, same);
    if (model.columns !== before.columns) this.#ag.setColumns(model.columns);
    if (!same) this.#ag.setRows(before.rows, model.rows);
    if (this.#axes !== axes) this.select(this.#whereOpen(keepSelection(this.#selection, axes.order, this.#axes.order)));
    this.#ag.refresh();
    return true;
  }

  #whereOpen(selection: Selection): Selection {
    return selection.active === null ? activate(this.nearest(null)) : selection;
  }

  /** Paints what changed; a new active cell or a new corner comes into sight with the next `showActive`. */
  select(selection: Selection): void {
    const before = this.#selection;
    const painted = this.#paint;
    this.#selection = selection;
    this.#paint = paintSelection(selection, this.#axes, this.#preview, this.#copied);
    if (painted.areas.length === 0 && this.#paint.areas.length === 0) {
      const cells = [before.active, selection.active].filter((cell) => cell !== null);
      this.#ag.repaint(new Set(cells.map(({ row }) => row)), [...new Set(cells.map(({ column }) => column))]);
    } else {
      this.#ag.repaint(null, null);
    }
    const head = headOf(selection);
    if (selection.active !== before.active) this.#unseen = selection.active;
    else if (head !== headOf(before)) this.#unseen = head;
  }

  /** What a drag under way would do; null: none is. */
  showPreview(preview: Preview | null): void {
    if (preview === this.#preview) return;
    this.#preview = preview;
    this.#paint = paintSelection(this.#selection, this.#axes, preview, this.#copied);
    this.#ag.repaint(null, null);
    this.tintHeader();
  }

  /** A frame round what was copied or cut; none: away with it. */
  showCopied(ranges: readonly CellRange[]): void {
    if (ranges.length === 0 && this.#copied.length === 0) return;
    this.#copied = ranges;
    this.#paint = paintSelection(this.#selection, this.#axes, this.#preview, ranges);
    this.#ag.repaint(null, null);
  }

  /** Once per frame: looking where things are makes the browser lay the page out, which a key press should not wait for. */
  showActive(): void {
    if (this.#unseen !== null) this.reveal(this.#unseen);
    this.#unseen = null;
  }

  /** In pixels, so that nothing in it is cut; null: no such column is shown. */
  fittedWidth(id: ColumnId): number | null {
    const column = this.column(id);
    return column === undefined ? null : fittedWidth(this.#input.host, column, this.#model);
  }

  reveal(cell: CellRef): void {
    this.#ag.reveal(cell);
  }

  /** The grid has less room than before: an active cell that was in sight stays so. */
  #keepInSight(): void {
    const rows = rowsBox(this.#input.host);
    const cell = this.active === null ? null : (this.element(this.active)?.getBoundingClientRect() ?? null);
    const before = this.#room;
    this.#room = rows === null ? 0 : rows.bottom - rows.top;
    const wasSeen = rows !== null && cell !== null && cell.bottom > rows.top && cell.top < rows.top + before;
    if (wasSeen && this.active !== null) this.reveal(this.active);
  }

  view(row: RowId, column: ColumnId): CellView {
    const { blank } = this.#model;
    if (row === BLANK_ROW && blank !== null) return blank(column);
    const line = row === TOTAL_ROW ? null : this.row(row);
    return line === null ? this.#model.total(column) : this.#model.cell(line, column);
  }

  row(id: RowId): R | null {
    return this.#model.rows[this.#axes.rowIndex(id) ?? -1] ?? null;
  }

  column(id: ColumnId): GridColumn | undefined {
    return this.#model.columns[this.#axes.columnIndex(id) ?? -1];
  }

  isEditable({ row, column }: CellRef): boolean {
    const editor = this.column(column)?.editor;
    return row !== TOTAL_ROW && editor !== undefined && editor !== 'none';
  }

  has(row: RowId): boolean {
    return this.#axes.rowIndex(row) !== null;
  }

  /** null where none can stand; '' where there is none. */
  note({ row: id, column }: CellRef): string | null {
    const row = this.row(id);
    return row === null || !this.isEditable({ row: id, column }) ? null : this.#model.note(row, column);
  }

  choices(cell: CellRef): ReturnType<GridModel<R>['choices']> {
    return this.#model.choices(this.row(cell.row), cell.column);
  }

  /** The cell itself, or where there is none of that name the first one that can be edited. */
  nearest(cell: CellRef | null): CellRef {
    const { columns } = this.#model;
    const first = (columns.find(({ editor }) => editor !== 'none') ?? columns[0])?.id ?? '';
    if (cell === null) return { row: this.#axes.rowAt(0), column: first };
    const row = this.has(cell.row) ? cell.row : this.#axes.rowAt(0);
    return { row, column: this.column(cell.column) === undefined ? first : cell.column };
  }

  /** Where a move leads from a cell; null: out of the grid. */
  target(from: CellRef, move: Move, tabOrigin: ColumnId | null): CellRef | null {
    const place = (column: ColumnId): number => this.#axes.columnIndex(column) ?? 0;
    const at = { row: this.#axes.rowIndex(from.row) ?? 0, column: place(from.column) };
    const to = moveFrom(this.#shape(), at, move, tabOrigin === null ? null : place(tabOrigin));
    return to === null ? null : { row: this.#axes.rowAt(to.row), column: this.#axes.columnAt(to.column) };
  }

  /** null while it is not on screen. */
  element(cell: CellRef): HTMLElement | null {
    return cellElement(this.#input.host, cell);
  }

  /** The active cell in words: where it is, what it holds, what is wrong with it. */
  describe(): string {
    const { label, texts } = this.#input;
    const { active } = this;
    if (active === null) return label;
    const view = this.view(active.row, active.column);
    const names: Readonly<Record<RowId, string>> = { [BLANK_ROW]: texts.blankRow, [TOTAL_ROW]: texts.totalRow };
    const place = this.#model.places?.get(active.row) ?? this.#axes.rowIndex(active.row) ?? 0;
    const row = names[active.row] ?? String(place + 1);
    const where = texts.cell.replace('{column}', this.column(active.column)?.header ?? '').replace('{row}', row);
    const text = active.row === BLANK_ROW ? '' : `${view.text} ${view.suffix ?? ''}`.trim();
    const note = view.note === undefined ? undefined : `${texts.note}: ${view.note}`;
    return [where, text, view.mark?.text, view.problem?.(), note].filter((part) => part !== undefined && part !== '').join(', ');
  }

  showHover(target: EventTarget | null): void {
    showHover(target, (cell) => this.view(cell.row, cell.column));
  }

  tintHeader(): void {
    tintHeader(this.#input.host, this.active?.column ?? null, this.#paint);
  }

  #shape(): Shape {
    const { columns } = this.#model;
    return {
      rowCount: this.#axes.rowCount,
      dataRowCount: this.#axes.dataRowCount,
      columnCount: columns.length,
      pageRows: () => this.#ag.visibleRowCount(),
      isTabStop: (column) => this.isReadOnly || columns[column]?.editor !== 'none',
      isFilled: ({ row, column }) => {
        const id = this.#axes.rowAt(row);
        return id !== BLANK_ROW && this.view(id, columns[column]?.id ?? '').text !== '';
      },
    };
  }
}
