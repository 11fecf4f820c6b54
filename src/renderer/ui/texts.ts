/**
 * Texts of the window: each feature keeps its own, both languages side by side, so that a missing sentence does not compile.
 * Placeholders are `{name}`.
 */
import type { Locale } from '../../shared/ipc/contract.ts';
import { useUi } from './appContext.tsx';

export type Texts<K extends string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;
export type Translate<K extends string> = (key: K, params?: Readonly<Record<string, string | number>>) => string;

export const defineTexts = <K extends string>(zh: Readonly<Record<K, string>>, en: Readonly<Record<NoInfer<K>, string>>): Texts<K> => ({
  'zh-CN': zh,
  en,
});

/** Translator outside React (charts, announcements). */
export const translate =
  <K extends string>(texts: Texts<K>, locale: Locale): Translate<K> =>
  (key, params = {}) =>
    texts[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

export const useTexts = <K extends string>(texts: Texts<K>): Translate<K> => {
  const locale = useUi((ui) => ui.locale);
  return translate(texts, locale);
};
