/** What is wrong, uncertain or assumed about the line behind the number. */
import { useDocument } from '../../ui/appContext.tsx';
import { useIssueTexts } from '../../ui/useIssueTexts.ts';
import type { WhyText } from './texts.ts';

interface Props {
  readonly option: string;
  readonly line: string;
  readonly text: WhyText;
}

export const LineNotes = ({ option, line, text }: Props) => {
  const bill = useDocument((document) => document.bill);
  const issueText = useIssueTexts();
  const issues = bill.options.find(({ id }) => id === option)?.issuesOf(line) ?? [];
  if (issues.length === 0) return null;
  return (
    <>
      <h4>{text('issues')}</h4>
      <ul className="why-issues">
        {issues.map((issue) => (
          <li key={`${issue.code}:${issue.field ?? ''}:${JSON.stringify(issue.params)}`} data-severity={issue.severity}>
            {issueText(issue)}
          </li>
        ))}
      </ul>
    </>
  );
};
