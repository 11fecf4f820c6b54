/** Sentences of issues in the language of the window, with the names of the open price book. */
import type { Issue } from '../../shared/core/issue.ts';
import { useDocument, useUi } from './appContext.tsx';
import { issueText } from './issueTexts.ts';

/** For lists and callbacks. */
export const useIssueTexts = (): ((issue: Issue) => string) => {
  const locale = useUi((ui) => ui.locale);
  const priceBook = useDocument((document) => document.priceBook);
  return (issue) => issueText(issue, { locale, priceBook });
};

export const useIssueText = (issue: Issue): string => useIssueTexts()(issue);
