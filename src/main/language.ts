import { ok, type Result } from '../shared/core/result.ts';
import type { Locale } from '../shared/ipc/contract.ts';
import type { Store } from './store/createStore.ts';

export interface Language {
  current(): Locale;
  /** false: follows the system */
  isChosen(): boolean;
  choose(locale: Locale): Result<null>;
}
interface LanguageInput {
  readonly store: Store;
  /** COSTBOOK_LOCALE */
  readonly override: Locale | null;
  readonly system: Locale;
  readonly onChange: (locale: Locale) => void;
}

/** A choice is kept; the override of this run gives way to it. */
export const createLanguage = ({ store, override, system, onChange }: LanguageInput): Language => {
  let forced = override;
  return {
    current: () => forced ?? store.locale() ?? system,
    isChosen: () => store.locale() !== null,
    choose: (locale) => {
      const kept = store.setLocale(locale);
      if (!kept.ok) return kept;
      forced = null;
      onChange(locale);
      return ok(null);
    },
  };
};
