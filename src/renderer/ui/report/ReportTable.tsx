/**
 * A table of numbers to read: real rows and headers, one tab stop, arrow keys from cell to cell, every number a button that
 * opens its explanation. Group rows are headings between numbers.
 */
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { WhySubject } from '../../state/subject.ts';
import { ReportCellView } from './ReportCellView.tsx';
import { type CellPosition, moveCell } from './roving.ts';
import type { ReportColumn, ReportRow } from './table.ts';
import './report.css';

interface Props {
  readonly caption: string;
  readonly corner: ReactNode;
  readonly columns: readonly ReportColumn[];
  /** headings over several columns */
  readonly spans?: readonly { readonly id: string; readonly header: ReactNode; readonly columns: number }[];
  readonly rows: readonly ReportRow[];
  /** rows that stay at the foot */
  readonly totals?: readonly ReportRow[];
  /** subjectKey of the number that is explained now */
  readonly openKey: string | null;
  readonly onOpen: (subject: WhySubject) => void;
}

export const ReportTable = ({ caption, corner, columns, spans, rows, totals = [], openKey, onOpen }: Props) => {
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<CellPosition>({ row: 0, column: 0 });
  const numbered = [...rows, ...totals].filter((row) => row.kind !== 'group');
  // After an edit the table may be smaller: one cell must stay reachable by Tab.
  const stop = { row: Math.min(active.row, numbered.length - 1), column: Math.min(active.column, columns.length - 1) };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey };
    const to = moveCell(stop, key, { rows: numbered.length, columns: columns.length });
    if (to === null || event.altKey) return;
    event.preventDefault();
    setActive(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to.row}:${to.column}"]`)?.focus();
  };
  const body = (row: ReportRow, foot: FootPlace) => (
    <BodyRow
      key={row.id}
      row={row}
      foot={foot}
      at={numbered.indexOf(row)}
      columns={columns}
      stop={stop}
      openKey={openKey}
      onOpen={onOpen}
      onFocus={setActive}
    />
  );
  return (
    <table
      ref={table}
      className="report"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move through the cells, which is what a grid is
      role="grid"
      style={namesIn(spans?.length ?? columns.length)}
      aria-label={caption}
      aria-readonly="true"
      onKeyDown={onKeyDown}
    >
      <thead>
        {spans === undefined ? null : (
          <tr>
            <th scope="col" className="report-th report-corner" rowSpan={2}>
              {corner}
            </th>
            {spans.map((span) => (
              <th key={span.id} scope="colgroup" colSpan={span.columns} className="report-th report-span">
                {span.header}
              </th>
            ))}
          </tr>
        )}
        <tr>
          {spans === undefined ? (
            <th scope="col" className="report-th report-corner">
              {corner}
            </th>
          ) : null}
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={spans === undefined ? 'report-th' : 'report-th report-th-second'}
              style={{ width: `${columnShare(columns.length)}%` }}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map((row) => body(row, null))}</tbody>
      {totals.length === 0 ? null : <tfoot>{totals.map((row, index) => body(row, index === totals.length - 1 ? 'last' : 'above'))}</tfoot>}
    </table>
  );
};

/** How many names share the header's width; React's own type knows no custom properties. */
const namesIn = (columns: number): CSSProperties => ({ '--columns': columns }) as CSSProperties;

/** Columns of numbers are equally wide, and no wider than they must be where there are few. */
const columnShare = (columns: number): number => Math.min(30, 86 / columns);

/** Where a row stands at the foot, null in the body. */
type FootPlace = 'above' | 'last' | null;

interface RowProps extends Pick<Props, 'columns' | 'openKey' | 'onOpen'> {
  readonly row: ReportRow;
  readonly foot: FootPlace;
  /** position among the rows with numbers */
  readonly at: number;
  readonly stop: CellPosition;
  readonly onFocus: (position: CellPosition) => void;
}

const BodyRow = ({ row, foot, at, columns, stop, openKey, onOpen, onFocus }: RowProps) => {
  if (row.kind === 'group') {
    return (
      <tr>
        <th scope="rowgroup" className="report-group" colSpan={columns.length + 1}>
          <span>{row.header}</span>
        </th>
      </tr>
    );
  }
  return (
    <tr className="report-row" data-kind={row.kind} data-foot={foot}>
      <th scope="row" className="report-rowhead">
        {row.header}
      </th>
      {columns.map((column, index) => (
        <ReportCellView
          key={column.id}
          cell={row.cells[index] ?? null}
          at={`${at}:${index}`}
          tabStop={stop.row === at && stop.column === index}
          openKey={openKey}
          onOpen={onOpen}
          onFocus={() => onFocus({ row: at, column: index })}
        />
      ))}
    </tr>
  );
};
