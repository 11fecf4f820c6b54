/** The selection of one table: keys, presses and drags change it, the status bar sums it, a copy takes it along. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Aggregator } from '../grid/aggregate.ts';
import { setTable } from '../grid/clipboard.ts';
import { type Area, type Axes, emptySelection, headOf, type RangeKind, type Selection } from '../grid/selection.ts';
import type { SelectionSummary } from '../state/ui.ts';
import { useApp, useUi } from '../ui/appContext.tsx';
import { followDrag } from './followDrag.ts';
import { cellElement, pressedAt } from './tableElements.ts';
import {
  activeCell,
  afterDrag,
  afterKey,
  afterPress,
  cellValue,
  copiedCells,
  type Modifiers,
  type NumberTable,
  numberRows,
  rangeAreas,
  selectedIn,
  tableAxes,
} from './tableSelection.ts';

export interface TableSelection {
  readonly axes: Axes;
  readonly areas: readonly Area[];
  /** the one cell that Tab leads to */
  readonly stop: { readonly row: string; readonly column: string };
  /** a cell took the focus */
  readonly onFocus: (row: string, column: string) => void;
  /** of the table as a whole */
  readonly events: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onMouseDown: (event: MouseEvent) => void;
    readonly onClickCapture: (event: MouseEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

export const useTableSelection = (element: RefObject<HTMLTableElement | null>, table: NumberTable, corner: string): TableSelection => {
  const { ui } = useApp();
  const [selection, setSelection] = useState<Selection>(emptySelection);
  const axes = useMemo(() => tableAxes(table), [table]);
  const areas = useMemo(() => rangeAreas(selection, axes), [selection, axes]);
  useReport(table, areas);
  useCopy(element, (data) => {
    const cells = copiedCells(table, { ...selection, active: activeCell(selection, axes) }, corner);
    if (cells === null) ui.setState({ notice: { message: { key: 'copyShape', params: {} }, action: null } });
    else setTable(data, cells);
  });
  const focus = useCallback((row: string, column: string) => cellElement(element.current, row, column)?.focus(), [element]);
  const show = (next: Selection): void => {
    setSelection(next);
    const active = activeCell(next, axes);
    focus(active.row, active.column);
    const head = headOf(next);
    if (head !== null) cellElement(element.current, head.row, head.column)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = event.altKey ? null : afterKey(selection, event.key, modifiersOf(event), axes);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    show(next);
  };
  const onMouseDown = (event: MouseEvent): void => {
    const pressed = pressedAt(event.target);
    if (pressed === null || event.button !== 0) return;
    const modifiers = modifiersOf(event);
    // The cell takes the focus below: the browser would give it to what was pressed, and select text.
    event.preventDefault();
    const next = afterPress(selection, pressed, modifiers, axes);
    show(next);
    if (pressed.kind === 'all' || element.current === null) return;
    const drag: RangeKind = pressed.kind;
    followDrag(element.current, event.nativeEvent, (over) => setSelection((latest) => afterDrag(latest, drag, over, axes)));
  };
  const onClickCapture = (event: MouseEvent): void => {
    // A range is no question.
    if (event.shiftKey || event.ctrlKey || event.metaKey) event.stopPropagation();
  };
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    const other = relatedTarget instanceof Element ? relatedTarget.closest('.report') : null;
    if (other !== null && other !== element.current) setSelection(({ active }) => ({ ...emptySelection, active }));
  };
  const onFocus = useCallback((row: string, column: string) => {
    setSelection((latest) =>
      latest.active?.row === row && latest.active.column === column ? latest : { ...emptySelection, active: { row, column } },
    );
  }, []);
  return {
    axes,
    areas,
    stop: activeCell(selection, axes),
    onFocus,
    events: { onKeyDown, onMouseDown, onClickCapture, onBlur },
  };
};

const modifiersOf = (event: KeyboardEvent | MouseEvent): Modifiers => ({ shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });

/**
 * Copies while the focus is in the table. The browser sends these events to where text is selected, which is nowhere here, so they are heard
 * for the whole page; without an answer to the first of them it offers no copy.
 */
const useCopy = (element: RefObject<HTMLTableElement | null>, copy: (data: DataTransfer) => void): void => {
  const latest = useRef(copy);
  useEffect(() => {
    latest.current = copy;
  });
  useEffect(() => {
    const isHere = (): boolean => element.current?.contains(document.activeElement) === true;
    const offer = (event: Event): void => {
      if (isHere()) event.preventDefault();
    };
    const onCopy = (event: ClipboardEvent): void => {
      if (!isHere() || event.clipboardData === null) return;
      event.preventDefault();
      latest.current(event.clipboardData);
    };
    document.addEventListener('beforecopy', offer);
    document.addEventListener('copy', onCopy);
    return () => {
      document.removeEventListener('beforecopy', offer);
      document.removeEventListener('copy', onCopy);
    };
  }, [element]);
};

/** Tells the status bar what is selected; nothing once the table is gone. */
const useReport = (table: NumberTable, areas: readonly Area[]): void => {
  const { ui } = useApp();
  const sheet = useUi((state) => state.sheet);
  useEffect(() => {
    if (areas.length === 0) return;
    ui.setState(({ ranges }) => ({ selection: summaryOf(table, areas), ranges: { ...ranges, [sheet]: [] } }));
    return () => ui.setState(({ ranges: { [sheet]: _, ...ranges } }) => ({ selection: null, ranges }));
  }, [ui, sheet, table, areas]);
};

const summaryOf = (table: NumberTable, areas: readonly Area[]): SelectionSummary | null => {
  const aggregator = new Aggregator();
  let cells = 0;
  for (const [place, row] of numberRows(table).entries()) {
    for (const column of selectedIn(areas, place, table.columns.length)) {
      cells += 1;
      aggregator.add(cellValue(row.cells[column] ?? null));
    }
  }
  return cells < 2 ? null : { cells, ...aggregator.result };
};
