/** An edition's price book: the open scenario's at once, another one from the store. */
import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/core/result.ts';
import type { PriceBook } from '../../../shared/pricebook/types.ts';
import { useApp, useDocument } from '../../ui/appContext.tsx';

export type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly book: PriceBook }
  | { readonly state: 'failed'; readonly error: AppError };

export const usePriceBook = (edition: string): Loaded => {
  const { bridge } = useApp();
  const current = useDocument((document) => document.priceBook);
  const [answer, setAnswer] = useState<{ readonly edition: string; readonly loaded: Loaded } | null>(null);
  const isCurrent = current.edition === edition;
  useEffect(() => {
    if (isCurrent) return;
    let wanted = true;
    const load = async (): Promise<void> => {
      const got = await bridge.invoke('edition.get', { edition });
      const loaded: Loaded = got.ok ? { state: 'ready', book: got.value } : { state: 'failed', error: got.error };
      if (wanted) setAnswer({ edition, loaded });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [bridge, edition, isCurrent]);
  if (isCurrent) return { state: 'ready', book: current };
  return answer?.edition === edition ? answer.loaded : { state: 'loading' };
};
