/** What every sheet does with a grid, also one that is only read: what is selected, what is explained, how wide the columns are. */
import { type CellRef, type GridHandlers, TOTAL_ROW } from '../grid/types.ts';
import type { WhySubject } from '../state/subject.ts';
import type { Tab, UiStore } from '../state/ui.ts';
import { changeLayout } from './layout.ts';
import { summarize } from './selectionSummary.ts';

export interface ViewGesturesInput {
  readonly ui: UiStore;
  readonly sheet: Tab;
  /** `open`: asked for, `follow`: the cell became active */
  readonly explain: (cell: CellRef, why: 'open' | 'follow') => void;
}

export const viewGestures = ({
  ui,
  sheet,
  explain,
}: ViewGesturesInput): Pick<GridHandlers, 'onResize' | 'onReorder' | 'onRefused' | 'onActive' | 'onSelection'> => {
  let giveUpSummary = (): void => undefined;
  return {
    onResize: (widths) => {
      const rounded = Object.entries(widths).map(([column, width]) => [column, Math.round(width)]);
      changeLayout(ui, sheet, (settings) => ({ ...settings, widths: { ...settings.widths, ...Object.fromEntries(rounded) } }));
    },
    onReorder: (order) => changeLayout(ui, sheet, (settings) => ({ ...settings, order })),
    onRefused: (why) => ui.setState({ notice: { message: { key: why, params: {} }, action: null } }),
    onActive: (cell, why) => {
      if (cell.row !== TOTAL_ROW) ui.setState(({ cells }) => ({ cells: { ...cells, [sheet]: cell } }));
      explain(cell, why);
    },
    onSelection: (report, ranges) => {
      giveUpSummary();
      const before = ui.getState().ranges[sheet] ?? [];
      if (ranges.length > 0 || before.length > 0) ui.setState((state) => ({ ranges: { ...state.ranges, [sheet]: ranges } }));
      giveUpSummary = summarize(report, (selection) => {
        if (selection !== null || ui.getState().selection !== null) ui.setState({ selection });
      });
    },
  };
};

/** Of a sheet that is only read: the grid refuses every change before it comes here. */
export const readOnlyGestures = (input: ViewGesturesInput): GridHandlers => ({
  ...viewGestures(input),
  onEdit: () => null,
  onBatch: () => null,
  onNotes: () => undefined,
  onDeleteRows: () => undefined,
  onInsertRows: () => [],
  onDuplicateRows: () => [],
  onMoveRows: () => [],
});

/** Shows why the number is what it is: in the panel that is open, or opening it where somebody asks. */
export const showSubject = (ui: UiStore, subject: WhySubject | undefined, why: 'open' | 'follow'): void => {
  if (subject === undefined) return;
  if (why === 'open') ui.setState({ subject, whyOpen: true });
  else if (ui.getState().whyOpen) ui.setState({ subject });
};
