/** What to say after a gesture that changed many cells: what was left out, and which of the new values are wrong. */
import type { SheetId } from '../../shared/scenario/types.ts';
import type { BatchLoss, GridBatch, RowId } from '../grid/types.ts';
import type { CellAddress, Notice } from '../state/ui.ts';
import type { AppStores } from '../ui/appContext.tsx';
import type { SheetSource } from './sheetSource.ts';

interface Input<S extends SheetId> {
  readonly stores: Pick<AppStores, 'ui'>;
  readonly source: SheetSource<S>;
  readonly sheet: S;
  readonly batch: GridBatch;
  /** ids of the new lines */
  readonly added: readonly RowId[];
  readonly loss: BatchLoss;
}

/** null: everything went in, and nothing of it is wrong. */
export const batchNotice = <S extends SheetId>({ stores: { ui }, source, sheet, batch, added, loss }: Input<S>): Notice | null => {
  const changed: readonly CellAddress[] = [
    ...batch.edits.filter(({ text }) => text !== ''),
    ...batch.added.flatMap((cells, at) => cells.map(({ column }) => ({ row: added[at] ?? '', column }))),
  ];
  const { issues } = source.context();
  // A new row without its item is wrong too, though nothing was pasted there.
  const named = new Set(changed.flatMap(({ row, column }) => (column === 'sku' ? [row] : [])));
  const items = added.flatMap((row) => (named.has(row) ? [] : [{ row, column: 'sku' }]));
  const wrong = [...changed, ...items].filter(({ row, column }) => issues.find(row, column).some(({ severity }) => severity === 'error'));
  const [first] = wrong;
  if (first === undefined && loss.skipped + loss.clipped === 0) return null;
  const params = {
    count: String(changed.length),
    wrong: String(wrong.length),
    skipped: String(loss.skipped),
    clipped: String(loss.clipped),
  };
  const run = (): void => {
    if (first !== undefined) ui.setState({ reveal: { sheet, row: first.row, column: first.column } });
  };
  const message = { key: 'batch', params };
  if (first === undefined) return { message, action: null };
  return { message, action: { key: 'goToFirst', run }, rejected: { option: source.context().option.id, sheet, cells: wrong } };
};
