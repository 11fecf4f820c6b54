import type { GridSource } from '../grid/controller.ts';
import type { GridRow } from '../grid/types.ts';
import type { AppStores } from '../ui/appContext.tsx';

/** What a sheet shows comes from the document and from the window's state: a change of either is a change of the sheet. */
export const followStores =
  ({ document, ui }: Pick<AppStores, 'document' | 'ui'>): GridSource<GridRow>['subscribe'] =>
  (listener) => {
    const stops = [document.store.subscribe(listener), ui.subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  };
