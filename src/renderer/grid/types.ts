/** What the grid shows and says: rows with stable ids, columns as data, cells as text with a tone. Nothing here knows a domain. */
export type RowId = string;
export type ColumnId = string;
/** In pixels. */
export type ColumnWidths = Readonly<Record<ColumnId, number>>;

/** Row id of the blank last row: typing into it adds a row. */
export const BLANK_ROW: RowId = '__new__';
/** Row id of the pinned totals row: never active. */
export const TOTAL_ROW: RowId = '__total__';
/** Column id of the row numbers. */
export const NUMBER_COLUMN: ColumnId = '__row__';

export interface CellRef {
  readonly row: RowId;
  readonly column: ColumnId;
}
export interface GridRow {
  readonly id: RowId;
}
/**
 * `typed`: by the user; `formula`: the result of one; `own`: by the user, in place of something computed; `computed`: not by the user; `bad`: wrong or
 * missing; `warn`: uncertain; `hint`: says what to do; `total`: in the totals row.
 */
export type Tone = 'typed' | 'formula' | 'own' | 'computed' | 'bad' | 'warn' | 'hint' | 'total';

/** A small label behind a cell's text. */
export interface Mark {
  readonly text: string;
  readonly tone: 'warn' | 'bad' | 'plain';
  readonly title: string;
}
/** One bar of a small chart in a cell: its parts from the foot up, as shares of the full height. The cell's text says what it shows. */
export type CellBar = readonly CellBarPart[];
export interface CellBarPart {
  readonly share: number;
  readonly tone: 'kept' | 'used' | 'lost';
}
export interface CellView {
  readonly text: string;
  readonly tone: Tone;
  /** what editing begins with; the text itself where it is absent */
  readonly edit?: string;
  /** shown on hover: the exact value, the source. Asked for when it is needed: most cells are never hovered. */
  readonly title?: string | (() => string);
  /** the exact number where the text is rounded */
  readonly value?: () => string;
  /** quiet text behind the value: a unit that differs by row */
  readonly suffix?: string;
  readonly mark?: Mark;
  /** before the text */
  readonly bars?: readonly CellBar[];
  /** shown under the cell while it is active, and read aloud */
  readonly problem?: () => string;
  /** what somebody wrote about the cell: a mark in its corner, its text on hover and focus */
  readonly note?: string;
}
export interface GridColumn {
  readonly id: ColumnId;
  readonly header: string;
  /** second line of the header */
  readonly unit?: string;
  /** hover text of the header */
  readonly headerTitle?: string;
  readonly width: number;
  readonly align: 'left' | 'right';
  /** stays at that side while the rest scrolls */
  readonly pinned?: 'left' | 'right';
  /** `none`: the cells are computed; `choice`: text with a list to choose from */
  readonly editor: 'none' | 'text' | 'choice';
  /** the cells may have a suffix, a mark or bars */
  readonly rich?: boolean;
  /** the first of a group: a stronger line at its left */
  readonly groupStart?: boolean;
}
/** One entry of a list to choose from. */
export interface Choice {
  /** what is committed */
  readonly value: string;
  readonly text: string;
  /** second line */
  readonly detail?: string;
  /** at the right of the first line */
  readonly aside?: string;
  /** at the right of the second line */
  readonly asideDetail?: string;
  readonly marks?: readonly Mark[];
  /** what it is called elsewhere: in the other language */
  readonly names?: readonly string[];
  /** text that a query is looked for in, beside `value` and `text` */
  readonly search?: string;
}
export interface GridModel<R extends GridRow> {
  readonly columns: readonly GridColumn[];
  /** those that are shown, in their order on screen; unchanged rows keep their identity */
  readonly rows: readonly R[];
  /** places of the rows in the whole sheet; null: all are shown in their own order */
  readonly places: ReadonlyMap<RowId, number> | null;
  readonly cell: (row: R, column: ColumnId) => CellView;
  /** how the row's number looks: `bad` where something is wrong in the row */
  readonly rowTone: (row: R) => 'bad' | null;
  /** what the last row shows, where rows are added; null: the sheet is only read and has no such row */
  readonly blank: ((column: ColumnId) => CellView) | null;
  readonly total: (column: ColumnId) => CellView;
  /** entries for a cell of a `choice` column; null for the blank row */
  readonly choices: (row: R | null, column: ColumnId) => readonly Choice[];
  /** what is stored in the cell, '' where nothing is: what fill, clear and our own clipboard work with */
  readonly raw: (row: R, column: ColumnId) => string;
  /** what the cell says in full: an unrounded number without separators, or its text; for other programs, sums and sorting */
  readonly value: (row: R, column: ColumnId) => string;
  /** the note on a cell, '' where there is none */
  readonly note: (row: R, column: ColumnId) => string;
  /** what could be typed on at the caret; null: nothing */
  readonly complete: (column: ColumnId, text: string, caret: number) => TextCompletions | null;
}
/** `from`: the place in the text that is replaced, up to the caret. */
export interface TextCompletions {
  readonly from: number;
  readonly items: readonly { readonly insert: string; readonly label: string }[];
}
export interface GridEdit extends CellRef {
  /** as typed */
  readonly text: string;
  /** `text` is a stored value, not typed by a person */
  readonly raw?: boolean;
  /** comes along with the text; '' takes away what is there, absent leaves it */
  readonly note?: string;
}
/** A cell of a row that does not exist yet. */
export type NewCell = Omit<GridEdit, 'row'>;

export type BatchKind = 'paste' | 'cut' | 'clear' | 'fill' | 'enter' | 'replace';
/** Many edits that are one gesture. */
export interface GridBatch {
  readonly kind: BatchKind;
  readonly edits: readonly GridEdit[];
  /** rows to add at the end */
  readonly added: readonly (readonly NewCell[])[];
}
/** What a gesture could not do. */
export interface BatchLoss {
  /** cells that are computed and were left alone */
  readonly skipped: number;
  /** cells beyond the last column */
  readonly clipped: number;
}
/** The selection as it is shown elsewhere. */
export interface SelectionReport {
  readonly cells: number;
  readonly rows: number;
  readonly columns: number;
  /** in reading order, each cell once; text as `GridModel.value` gives it */
  readonly values: () => Iterable<string>;
}
/**
 * `copyShape`: the ranges share neither rows nor columns; `computed`: no cell of them can be changed; `arranged`: rows are sorted or filtered;
 * `readOnly`: the sheet is only read.
 */
export type Refusal = 'copyShape' | 'nothingToPaste' | 'computed' | 'arranged' | 'readOnly';
/** Rectangles by their corners, to show a selection again. */
export interface RangeRef {
  readonly from: CellRef;
  readonly to: CellRef;
}
export interface GridHandlers {
  /** Returns the row that now holds the text (for the blank row: the new one), null where the edit was refused. */
  readonly onEdit: (edit: GridEdit) => RowId | null;
  /** Returns the rows that were added, null where the gesture was refused. */
  readonly onBatch: (batch: GridBatch, loss: BatchLoss) => readonly RowId[] | null;
  /** The note on these cells; '' deletes. */
  readonly onNotes: (cells: readonly CellRef[], text: string) => void;
  readonly onDeleteRows: (rows: readonly RowId[]) => void;
  /** `before`: the row above which they come, null = at the end. These return the rows that were made or moved. */
  readonly onInsertRows: (input: { readonly count: number; readonly before: RowId | null }) => readonly RowId[];
  readonly onDuplicateRows: (rows: readonly RowId[]) => readonly RowId[];
  readonly onMoveRows: (input: { readonly rows: readonly RowId[]; readonly before: RowId | null }) => readonly RowId[];
  /** Columns were made wider or narrower; in pixels. */
  readonly onResize: (widths: ColumnWidths) => void;
  /** Columns were moved: all that are shown, from the left. */
  readonly onReorder: (columns: readonly ColumnId[]) => void;
  /** Why a gesture does nothing. */
  readonly onRefused: (why: Refusal) => void;
  /** Asked for at most once a frame. */
  readonly onSelection: (report: SelectionReport, ranges: readonly RangeRef[]) => void;
  /** `open`: the user asks for an explanation; `follow`: the cell became active. */
  readonly onActive: (cell: CellRef, why: 'open' | 'follow') => void;
}
/** Sentences of the grid itself. */
export interface GridTexts {
  readonly rowNumber: string;
  readonly nothingFound: string;
  /** `{row}` and `{column}` */
  readonly cell: string;
  readonly blankRow: string;
  readonly totalRow: string;
  readonly menu: string;
  /** `{cells}`, `{rows}` and `{columns}` */
  readonly range: string;
  /** before the text of a note that is read aloud */
  readonly note: string;
  /** which keys end the writing of a note */
  readonly noteKeys: string;
}

/** Everything there is to read about a cell beside its text. */
export const hoverText = ({ problem, title, mark }: CellView): string =>
  [problem?.(), typeof title === 'function' ? title() : title, mark?.title].filter((line) => line !== undefined && line !== '').join('\n');

/** Whether two views look the same; what is said on hover does not count. */
export const sameView = (a: CellView | undefined, b: CellView | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.text === b.text &&
    a.tone === b.tone &&
    a.suffix === b.suffix &&
    (a.note === undefined) === (b.note === undefined) &&
    a.mark?.text === b.mark?.text &&
    a.mark?.tone === b.mark?.tone &&
    sameBars(a.bars, b.bars));

const sameBars = (a: CellView['bars'], b: CellView['bars']): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
