/** There is no number: the line was changed or deleted, has an error, or runs on a node and costs nothing. */
import type { WhySubject } from '../../state/subject.ts';
import { useDocument } from '../../ui/appContext.tsx';
import type { WhyContext } from './context.ts';

export const Gone = ({ subject, context }: { readonly subject: WhySubject; readonly context: WhyContext }) => {
  const { text } = context;
  const line = subject.kind === 'lines' ? subject.lines[0] : 'line' in subject ? subject.line : undefined;
  const found = useDocument((document) => document.bill)
    .options.find(({ id }) => id === subject.option)
    ?.lines.get(line ?? '');
  const node = found?.kind === 'usage' ? found.onNodes : null;
  if (node !== null) {
    return (
      <p className="why-note" data-why="onNodes">
        {text('onNodes', { node })}{' '}
        <button type="button" className="report-link" onClick={() => context.open({ kind: 'node', option: subject.option, line: node })}>
          {text('showNode')}
        </button>
      </p>
    );
  }
  const dropped = found !== undefined && (found.kind === 'node' ? found.purchase : found.listCost) === null;
  return (
    <p className="why-note" data-why="gone">
      {text(dropped ? 'dropped' : 'gone')}
    </p>
  );
};
