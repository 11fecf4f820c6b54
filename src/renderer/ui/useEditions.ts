/** The price-book editions with their titles in the language of the window. */
import type { EditionSummary } from '../../shared/ipc/contract.ts';
import { useCatalog, useUi } from './appContext.tsx';

interface Editions {
  readonly editions: readonly EditionSummary[];
  readonly titleOf: (summary: EditionSummary) => string;
}

export const useEditions = (): Editions => {
  const editions = useCatalog((catalog) => catalog.editions);
  const locale = useUi((ui) => ui.locale);
  return { editions, titleOf: ({ title }) => (locale === 'en' ? title.en : title.zh) };
};
