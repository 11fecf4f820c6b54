/** The rows on screen and what is selected among them: reads the model, paints through AG Grid, finds cells and moves. */
import type { GridApi } from 'ag-grid-community';
import { type AgGrid, openAgGrid } from './agGrid.ts';
import { cellAt } from './dom.ts';
import { type Move, moveFrom, type Shape } from './navigation.ts';
import { sameRows } from './rowChanges.ts';
import { activate, emptySelection, keepExisting, type Selection } from './selection.ts';
import {
  BLANK_ROW,
  type CellRef,
  type CellView,
  type ColumnId,
  type GridColumn,
  type GridModel,
  type GridRow,
  type GridTexts,
  hoverText,
  NUMBER_COLUMN,
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
}

export class SheetView<R extends GridRow> {
  readonly #input: SheetViewInput<R>;
  readonly #ag: AgGrid<R>;
  #model: GridModel<R>;
  #indexes: ReadonlyMap<RowId, number>;
  #selection: Selection = emptySelection;
  /** became active, but may be out of sight */
  #unseen: CellRef | null = null;

  constructor(input: SheetViewInput<R>) {
    this.#input = input;
    this.#model = input.model;
    this.#indexes = indexRows(input.model.rows);
    this.#selection = activate(this.nearest(input.initial));
    this.#ag = openAgGrid<R>({
      api: input.api,
      host: input.host,
      label: input.label,
      rowNumber: input.texts.rowNumber,
      columns: input.model.columns,
      rows: input.model.rows,
      view: (row, column) => this.view(row, column),
      isActive: (row, column) => this.active?.row === row && this.active.column === column,
      isActiveRow: (row) => this.active?.row === row,
      isSelected: (row) => this.#selection.rows.has(row),
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

  get rows(): readonly R[] {
    return this.#model.rows;
  }

  /** false: nothing changed */
  setModel(model: GridModel<R>): boolean {
    const before = this.#model;
    if (model === before) return false;
    this.#model = model;
    if (model.columns !== before.columns) {
      this.#ag.setColumns(model.columns);
      if (this.active !== null) this.#selection = { ...this.#selection, active: this.nearest(this.active) };
    }
    if (model.rows !== before.rows && !sameRows(before.rows, model.rows)) {
      this.#indexes = indexRows(model.rows);
      this.#ag.setRows(before.rows, model.rows);
      this.#keepSelection(before.rows);
    }
    this.#ag.refresh();
    return true;
  }

  /** Rows came or went: what was active or selected may have gone with them. */
  #keepSelection(before: readonly R[]): void {
    this.select(keepExisting(this.#selection, rowOrder(before), rowOrder(this.#model.rows)));
  }

  /** Paints what changed; a new active cell comes into sight with the next `showActive`. */
  select(selection: Selection): void {
    const before = this.#selection;
    this.#selection = selection;
    const cells = [before.active, selection.active].filter((cell) => cell !== null);
    this.#ag.repaint(new Set(cells.map(({ row }) => row)), [...new Set(cells.map(({ column }) => column))]);
    if (before.rows !== selection.rows) this.#ag.repaint(new Set([...before.rows, ...selection.rows]), null);
    if (selection.active !== before.active) this.#unseen = selection.active;
  }

  /** Once per frame: looking where things are makes the browser lay the page out, which a key press should not wait for. */
  showActive(): void {
    if (this.#unseen !== null) this.reveal(this.#unseen);
    this.#unseen = null;
  }

  reveal(cell: CellRef): void {
    this.#ag.reveal(cell);
  }

  view(row: RowId, column: ColumnId): CellView {
    if (row === BLANK_ROW) return this.#model.blank(column);
    const line = row === TOTAL_ROW ? null : this.row(row);
    return line === null ? this.#model.total(column) : this.#model.cell(line, column);
  }

  row(id: RowId): R | null {
    return this.#model.rows[this.#indexes.get(id) ?? -1] ?? null;
  }

  column(id: ColumnId): GridColumn | undefined {
    return this.#model.columns.find((column) => column.id === id);
  }

  /** Place among the rows, the blank one last; null where there is no such row. */
  indexOf(row: RowId): number | null {
    return row === BLANK_ROW ? this.#model.rows.length : (this.#indexes.get(row) ?? null);
  }

  /** All rows in their order, the blank one last. */
  order(): readonly RowId[] {
    return rowOrder(this.#model.rows);
  }

  choices(cell: CellRef): ReturnType<GridModel<R>['choices']> {
    return this.#model.choices(this.row(cell.row), cell.column);
  }

  /** The cell itself, or where there is none of that name the first one that can be edited. */
  nearest(cell: CellRef | null): CellRef {
    const first = this.#model.columns.find(({ editor }) => editor !== 'none')?.id ?? '';
    if (cell === null) return { row: this.#rowAt(0), column: first };
    const row = this.indexOf(cell.row) === null ? this.#rowAt(0) : cell.row;
    return { row, column: this.column(cell.column) === undefined ? first : cell.column };
  }

  /** Where a move leads from a cell; null: out of the grid. */
  target(from: CellRef, move: Move, tabOrigin: ColumnId | null): CellRef | null {
    const { columns } = this.#model;
    const place = (column: ColumnId): number => columns.findIndex(({ id }) => id === column);
    const at = { row: this.indexOf(from.row) ?? 0, column: place(from.column) };
    const to = moveFrom(this.#shape(), at, move, tabOrigin === null ? null : place(tabOrigin));
    return to === null ? null : { row: this.#rowAt(to.row), column: columns[to.column]?.id ?? from.column };
  }

  /** null while it is not on screen. */
  element({ row, column }: CellRef): HTMLElement | null {
    const selector = `.ag-row[row-id="${CSS.escape(row)}"] .ag-cell[col-id="${CSS.escape(column)}"]`;
    return this.#input.host.querySelector<HTMLElement>(selector);
  }

  /** The active cell in words: where it is, what it holds, what is wrong with it. */
  describe(): string {
    const { label, texts } = this.#input;
    const { active } = this;
    if (active === null) return label;
    const view = this.view(active.row, active.column);
    const row = active.row === BLANK_ROW ? texts.blankRow : String((this.indexOf(active.row) ?? 0) + 1);
    const place = texts.cell.replace('{column}', this.column(active.column)?.header ?? '').replace('{row}', row);
    const text = active.row === BLANK_ROW ? '' : `${view.text} ${view.suffix ?? ''}`.trim();
    return [place, text, view.mark?.text, view.problem?.()].filter((part) => part !== undefined && part !== '').join(', ');
  }

  /** The browser's own tooltip, made when the pointer comes: making it for every cell beforehand costs more than drawing them. */
  showHover(target: EventTarget | null): void {
    const cell = cellAt(target);
    const element = target instanceof Element ? target.closest<HTMLElement>('.ag-cell') : null;
    if (cell === null || element === null || cell.column === NUMBER_COLUMN) return;
    const text = hoverText(this.view(cell.row, cell.column));
    if (text === '') element.removeAttribute('title');
    else element.title = text;
  }

  tintHeader(): void {
    for (const cell of this.#input.host.querySelectorAll('.ag-header-cell')) {
      cell.classList.toggle('header-active', cell.getAttribute('col-id') === this.active?.column);
    }
  }

  #rowAt(index: number): RowId {
    return this.#model.rows[index]?.id ?? BLANK_ROW;
  }

  #shape(): Shape {
    const { columns, rows } = this.#model;
    return {
      rowCount: rows.length + 1,
      columnCount: columns.length,
      pageRows: () => this.#ag.visibleRowCount(),
      isEditable: (column) => columns[column]?.editor !== 'none',
      isFilled: ({ row, column }) => {
        const id = this.#rowAt(row);
        return id !== BLANK_ROW && this.view(id, columns[column]?.id ?? '').text !== '';
      },
    };
  }
}

const indexRows = (rows: readonly GridRow[]): ReadonlyMap<RowId, number> => new Map(rows.map(({ id }, index) => [id, index]));
/** The blank row is the last. */
const rowOrder = (rows: readonly GridRow[]): readonly RowId[] => [...rows.map(({ id }) => id), BLANK_ROW];
