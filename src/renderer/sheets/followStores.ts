import type { GridSource } from '../grid/controller.ts';
import type { GridRow } from '../grid/types.ts';
import type { StoreApi } from '../state/store.ts';
import type { AppStores } from '../ui/appContext.tsx';

/** What a sheet shows comes from the document, the window's state and `others` of its own: a change of any is a change of the sheet. */
export const followStores =
  (
    { document, ui }: Pick<AppStores, 'document' | 'ui'>,
    ...others: readonly Pick<StoreApi<unknown>, 'subscribe'>[]
  ): GridSource<GridRow>['subscribe'] =>
  (listener) => {
    const stops = [document.store, ui, ...others].map(({ subscribe }) => subscribe(listener));
    return () => {
      for (const stop of stops) stop();
    };
  };
