/** Texts of the window: each feature keeps its own, and takes what it needs for them from here. */
import { type Texts, type Translate, translate } from '../../shared/wording/texts.ts';
import { useUi } from './appContext.tsx';

export { defineTexts, type Texts, type Translate, translate } from '../../shared/wording/texts.ts';

export const useTexts = <K extends string>(texts: Texts<K>): Translate<K> => {
  const locale = useUi((ui) => ui.locale);
  return translate(texts, locale);
};
