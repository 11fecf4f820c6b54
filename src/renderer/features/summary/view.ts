/** How Summary was last looked at: kept while the window is open, so that changing sheets does not forget it. */
import { createStore } from '../../state/store.ts';
import type { MonthKey } from '../../ui/report/amounts.ts';

export interface SummaryView {
  readonly scope: 'option' | 'all';
  readonly measure: MonthKey;
  readonly show: 'chart' | 'table';
}
export const summaryView = createStore<SummaryView>(() => ({ scope: 'option', measure: 'cash', show: 'chart' }));
