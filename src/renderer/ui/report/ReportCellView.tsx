/** One number of a report: a button where it can be explained, a plain cell that takes focus where it cannot. */
import type { WhySubject } from '../../state/subject.ts';
import { subjectKey } from './subject.ts';
import type { ReportCell } from './table.ts';

interface Props {
  readonly cell: ReportCell | null;
  /** `row:column` */
  readonly at: string;
  readonly tabStop: boolean;
  readonly openKey: string | null;
  readonly onOpen: (subject: WhySubject) => void;
  readonly onFocus: () => void;
}

export const ReportCellView = ({ cell, at, tabStop, openKey, onOpen, onFocus }: Props) => {
  const tabIndex = tabStop ? 0 : -1;
  if (cell === null) return <td className="report-cell" data-at={at} tabIndex={tabIndex} onFocus={onFocus} />;
  const { subject } = cell;
  const words = (
    <>
      {cell.warning ? <em className="report-warning">{cell.warning}</em> : null}
      <span className="report-text">{cell.text}</span>
      {cell.aside ? (
        <small className="report-aside" data-cell={cell.aside.key} data-value={cell.aside.value}>
          {cell.aside.text}
        </small>
      ) : null}
    </>
  );
  const data = { 'data-cell': cell.key, 'data-value': cell.value ?? undefined, 'data-tone': cell.tone };
  if (subject === null) {
    return (
      <td className="report-cell" {...data} data-at={at} tabIndex={tabIndex} title={cell.title} onFocus={onFocus}>
        <span className="report-value">{words}</span>
      </td>
    );
  }
  const open = openKey !== null && openKey === subjectKey(subject);
  return (
    <td className="report-cell" {...data}>
      <button
        type="button"
        className="report-value"
        data-at={at}
        tabIndex={tabIndex}
        title={cell.title}
        aria-pressed={open}
        onFocus={onFocus}
        onClick={() => onOpen(subject)}
      >
        {words}
      </button>
    </td>
  );
};
