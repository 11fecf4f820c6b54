/** Sentences of issues in the language of the window, with the names of the open price book. */
import type { Issue } from '../../shared/core/issue.ts';
import { issueText } from '../../shared/wording/issueTexts.ts';
import { useDocument, useUi } from './appContext.tsx';

/** For lists and callbacks; the line's SKU makes some sentences more precise. */
export const useIssueTexts = (): ((issue: Issue, sku?: string) => string) => {
  const locale = useUi((ui) => ui.locale);
  const priceBook = useDocument((document) => document.priceBook);
  return (issue, sku) => issueText(issue, { locale, priceBook, ...(sku === undefined ? {} : { sku }) });
};
