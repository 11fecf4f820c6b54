/** What to say after a gesture that changed many cells: what was left out, and which of the new values are wrong. */
import type { BatchLoss, GridBatch, RowId } from '../grid/types.ts';
import type { Rejected } from '../state/rejected.ts';
import type { CellAddress, Notice } from '../state/ui.ts';
import type { AppStores } from '../ui/appContext.tsx';

interface Input extends Omit<Rejected, 'cells'> {
  readonly ui: AppStores['ui'];
  readonly batch: GridBatch;
  /** ids of the new rows */
  readonly added: readonly RowId[];
  readonly loss: BatchLoss;
  /** column without which a new row is wrong, though nothing was put there */
  readonly needed: string;
  readonly isWrong: (cell: CellAddress) => boolean;
}

/** null: everything went in, and nothing of it is wrong. */
export const batchNotice = ({ ui, sheet, option, batch, added, loss, needed, isWrong }: Input): Notice | null => {
  const changed: readonly CellAddress[] = [
    ...batch.edits.filter(({ text }) => text !== ''),
    ...batch.added.flatMap((cells, at) => cells.map(({ column }) => ({ row: added[at] ?? '', column }))),
  ];
  const given = new Set(changed.flatMap(({ row, column }) => (column === needed ? [row] : [])));
  const lacking = added.flatMap((row) => (given.has(row) ? [] : [{ row, column: needed }]));
  const wrong = [...changed, ...lacking].filter(isWrong);
  const [first] = wrong;
  if (first === undefined && loss.skipped + loss.clipped === 0) return null;
  const params = {
    count: String(changed.length),
    wrong: String(wrong.length),
    skipped: String(loss.skipped),
    clipped: String(loss.clipped),
  };
  const message = { key: 'batch', params };
  if (first === undefined) return { message, action: null };
  const run = (): void => ui.setState({ reveal: { sheet, row: first.row, column: first.column } });
  return { message, action: { key: 'goToFirst', run }, rejected: { option, sheet, cells: wrong } };
};
