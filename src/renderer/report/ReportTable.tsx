/**
 * A table of numbers to read: real rows and headers, one tab stop, ranges by keys and mouse that are summed and copied as in a sheet, every
 * number a button that opens its explanation. Group rows are headings between numbers.
 */
import { type CSSProperties, memo, type ReactNode, useMemo, useRef } from 'react';
import type { WhySubject } from '../state/subject.ts';
import type { ReportColumn, ReportRow } from '../ui/report/table.ts';
import { ReportCellView } from './ReportCellView.tsx';
import { selectedIn } from './tableSelection.ts';
import { useTableSelection } from './useTableSelection.ts';
import './reportTable.css';

interface Props {
  readonly caption: string;
  /** over the headings of the rows */
  readonly corner: string;
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

const NO_TOTALS: readonly ReportRow[] = [];

export const ReportTable = ({ caption, corner, columns, spans, rows, totals = NO_TOTALS, openKey, onOpen }: Props) => {
  const element = useRef<HTMLTableElement>(null);
  const table = useMemo(() => ({ columns, rows: [...rows, ...totals] }), [columns, rows, totals]);
  const { axes, areas, stop, onFocus, events } = useTableSelection(element, table, corner);
  const body = (row: ReportRow, foot: FootPlace) => {
    const place = axes.rowIndex(row.id);
    return (
      <BodyRow
        key={row.id}
        row={row}
        foot={foot}
        columns={columns}
        stop={stop.row === row.id ? stop.column : null}
        selected={place === null ? '' : selectedIn(areas, place, columns.length).join(' ')}
        openKey={openKey}
        onOpen={onOpen}
        onFocus={onFocus}
      />
    );
  };
  return (
    <table
      ref={element}
      className="report"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move through the cells, which is what a grid is
      role="grid"
      style={namesIn(spans?.length ?? columns.length)}
      aria-label={caption}
      aria-readonly="true"
      aria-multiselectable="true"
      {...events}
    >
      <TableHead corner={corner} columns={columns} spans={spans} />
      <tbody>{rows.map((row) => body(row, null))}</tbody>
      {totals.length === 0 ? null : <tfoot>{totals.map((row, index) => body(row, index === totals.length - 1 ? 'last' : 'above'))}</tfoot>}
    </table>
  );
};

const TableHead = memo(({ corner, columns, spans }: Pick<Props, 'corner' | 'columns'> & { readonly spans: Props['spans'] | undefined }) => (
  <thead>
    {spans === undefined ? null : (
      <tr>
        <th scope="col" className="report-th report-corner" rowSpan={2} data-report-head="corner">
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
        <th scope="col" className="report-th report-corner" data-report-head="corner">
          {corner}
        </th>
      ) : null}
      {columns.map((column) => (
        <th
          key={column.id}
          scope="col"
          className={spans === undefined ? 'report-th' : 'report-th report-th-second'}
          style={{ width: `${columnShare(columns.length)}%` }}
          data-report-head="column"
          data-report-column={column.id}
        >
          {column.header ?? column.name}
        </th>
      ))}
    </tr>
  </thead>
));
TableHead.displayName = 'TableHead';

/** How many names share the header's width; React's own type knows no custom properties. */
const namesIn = (columns: number): CSSProperties => ({ '--columns': columns }) as CSSProperties;

/** Columns of numbers are equally wide, and no wider than they must be where there are few. */
const columnShare = (columns: number): number => Math.min(30, 86 / columns);

/** Where a row stands at the foot, null in the body. */
type FootPlace = 'above' | 'last' | null;

interface RowProps extends Pick<Props, 'columns' | 'openKey' | 'onOpen'> {
  readonly row: ReportRow;
  readonly foot: FootPlace;
  /** column of the cell that Tab leads to; null: it is in another row */
  readonly stop: string | null;
  /** places of its selected cells, in one text: the same text is no other row */
  readonly selected: string;
  readonly onFocus: (row: string, column: string) => void;
}

const BodyRow = memo(({ row, foot, columns, stop, selected, openKey, onOpen, onFocus }: RowProps) => {
  if (row.kind === 'group') {
    return (
      <tr>
        <th scope="rowgroup" className="report-group" colSpan={columns.length + 1}>
          <span>{row.header ?? row.name}</span>
        </th>
      </tr>
    );
  }
  const places = new Set(selected.split(' '));
  return (
    <tr className="report-row" data-kind={row.kind} data-foot={foot} data-report-row={row.id}>
      <th scope="row" className="report-rowhead" data-report-head="row">
        {row.header ?? row.name}
      </th>
      {columns.map(({ id }, index) => (
        <ReportCellView
          key={id}
          cell={row.cells[index] ?? null}
          column={id}
          tabStop={stop === id}
          selected={places.has(String(index))}
          openKey={openKey}
          onOpen={onOpen}
          onFocus={() => onFocus(row.id, id)}
        />
      ))}
    </tr>
  );
});
BodyRow.displayName = 'BodyRow';
