/** Which table of Compare was last looked at: kept while the window is open. */
import { createStore } from '../../state/store.ts';

export const compareView = createStore<{ readonly rows: 'category' | 'month' }>(() => ({ rows: 'category' }));
