/** How Summary was last looked at: kept while the window is open, so that changing sheets does not forget it. */
import { createStore } from '../../state/store.ts';
import type { Measure } from './measures.ts';

export interface SummaryView {
  readonly scope: 'option' | 'all';
  readonly measure: Measure;
  readonly show: 'chart' | 'table';
}
export const summaryView = createStore<SummaryView>(() => ({ scope: 'option', measure: 'cash', show: 'chart' }));
