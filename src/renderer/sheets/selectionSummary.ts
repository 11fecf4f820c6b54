/**
 * Sum, average, count, lowest and highest of the selected cells. A large selection is read in slices, the first of them behind the frame that
 * shows it selected, so that the keys stay quick.
 */
import { Aggregator } from '../grid/aggregate.ts';
import type { SelectionReport } from '../grid/types.ts';
import type { SelectionSummary } from '../state/ui.ts';

const SLICE = 4_000;
/** Cells that are read at once. */
const SMALL = 200;

/** `onDone` comes at once where the selection is small; null where fewer than two cells are selected. Returns a function that gives it up. */
export const summarize = (report: SelectionReport, onDone: (summary: SelectionSummary | null) => void): (() => void) => {
  if (report.cells < 2) {
    onDone(null);
    return () => undefined;
  }
  const aggregator = new Aggregator();
  const values = report.values()[Symbol.iterator]();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readSlice = (): void => {
    for (let read = 0; read < SLICE; read += 1) {
      const { value, done } = values.next();
      if (done === true) {
        onDone({ cells: report.cells, ...aggregator.result });
        return;
      }
      aggregator.add(value);
    }
    timer = setTimeout(readSlice, 0);
  };
  if (report.cells <= SMALL) readSlice();
  else timer = setTimeout(readSlice, 0);
  return () => clearTimeout(timer);
};
