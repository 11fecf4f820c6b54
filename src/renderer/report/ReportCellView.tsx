/** One number of a report: a button where it can be explained, a plain cell that takes focus where it cannot. */
import type { WhySubject } from '../state/subject.ts';
import { subjectKey } from '../ui/report/subject.ts';
import type { ReportCell } from '../ui/report/table.ts';

interface Props {
  readonly cell: ReportCell | null;
  /** id of its column */
  readonly column: string;
  readonly tabStop: boolean;
  readonly selected: boolean;
  readonly openKey: string | null;
  readonly onOpen: (subject: WhySubject) => void;
  readonly onFocus: () => void;
}

export const ReportCellView = ({ cell, column, tabStop, selected, openKey, onOpen, onFocus }: Props) => {
  const tabIndex = tabStop ? 0 : -1;
  const place = { className: 'report-cell', 'data-report-cell': column, 'aria-selected': selected };
  if (cell === null) return <td {...place} tabIndex={tabIndex} onFocus={onFocus} />;
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
      <td {...place} {...data} tabIndex={tabIndex} title={cell.title} onFocus={onFocus}>
        <span className="report-value">{words}</span>
      </td>
    );
  }
  const open = openKey !== null && openKey === subjectKey(subject);
  return (
    <td {...place} {...data}>
      <button
        type="button"
        className="report-value"
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
