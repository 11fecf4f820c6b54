/**
 * Texts in both languages side by side, so that a missing sentence does not compile. Placeholders are `{name}`; `{name|row|rows}` is the
 * word for one or for several of them.
 * The language is the caller's: the window's, or that of a file.
 */
import type { Locale } from '../ipc/contract.ts';
import { groupDigits } from './digits.ts';

export type Texts<K extends string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;
export type Translate<K extends string> = (key: K, params?: Readonly<Record<string, string | number>>) => string;

export const defineTexts = <K extends string>(zh: Readonly<Record<K, string>>, en: Readonly<Record<NoInfer<K>, string>>): Texts<K> => ({
  'zh-CN': zh,
  en,
});

export const translate =
  <K extends string>(texts: Texts<K>, locale: Locale): Translate<K> =>
  (key, params = {}) =>
    texts[locale][key].replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, several?: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (one !== undefined && several !== undefined) return String(value) === '1' ? one : several;
      return COUNTS.has(name) ? groupDigits(String(value)) : String(value);
    });

/** Placeholders that say how many: read with their thousands grouped. */
const COUNTS: ReadonlySet<string> = new Set(['count', 'wrong', 'skipped', 'clipped', 'shown', 'all', 'cells', 'good', 'bad']);
