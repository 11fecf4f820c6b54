/** Which months the ledger was last looked at: kept while the window is open, so that changing sheets does not forget it. */
import type { Month } from '../../../shared/scenario/types.ts';
import { createStore } from '../../state/store.ts';

export interface LedgerView {
  /** null: all, as far as they can be shown together */
  readonly month: Month | null;
}
export const ledgerView = createStore<LedgerView>(() => ({ month: null }));
