/** The first rows of the file under what each column is; bad cells say why. */
import { letters } from '../../../shared/core/ids.ts';
import { fieldsOf } from '../../../shared/importing/fields.ts';
import type { ColumnMapping, Mapping } from '../../../shared/importing/mapping.ts';
import type { ImportPreview, PreviewRow } from '../../../shared/importing/preview.ts';
import type { ImportProblem } from '../../../shared/importing/problems.ts';
import { fieldName } from '../../../shared/wording/fieldTexts.ts';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { useTexts } from '../../ui/texts.ts';
import { problemText } from './problemText.ts';
import { IMPORT_TEXTS } from './texts.ts';

interface Props {
  readonly preview: ImportPreview;
  readonly onColumns: (columns: readonly ColumnMapping[]) => void;
}

export const PreviewTable = ({ preview, onColumns }: Props) => {
  const text = useTexts(IMPORT_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const priceBook = useDocument((document) => document.priceBook);
  const places = new Map<string, ImportProblem>();
  for (const problem of preview.problems) {
    const key = `${problem.row}:${problem.column ?? ''}`;
    if (!places.has(key) || problem.severity === 'error') places.set(key, problem);
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="import-table" tabIndex={0} aria-label={text('previewTable')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('row')}</th>
            {preview.headers.map((header, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of the file is its position
              <th key={column} scope="col">
                <ColumnHead header={header} column={column} mapping={preview.mapping} onColumns={onColumns} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <Row
              key={row.row}
              row={row}
              sayOf={(column) => {
                const found = places.get(`${row.row}:${column ?? ''}`);
                return found === undefined ? null : { severity: found.severity, text: problemText(found, locale, priceBook) };
              }}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Of a row of the file, where it is among those that are shown. */
export const rowId = (row: number): string => `import-row-${row}`;

interface RowProps {
  readonly row: PreviewRow;
  /** null: nothing is wrong there; column null: the row as a whole */
  readonly sayOf: (column: number | null) => { readonly severity: ImportProblem['severity']; readonly text: string } | null;
}

const Row = ({ row, sayOf }: RowProps) => {
  const text = useTexts(IMPORT_TEXTS);
  return (
    <tr id={rowId(row.row)} data-state={row.state}>
      <th scope="row" title={[text(`state_${row.state}`), sayOf(null)?.text].filter(Boolean).join(': ')}>
        {row.row}
      </th>
      {row.cells.map((cell, column) => {
        const problem = sayOf(column);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column of the file is its position
          <td key={column} data-severity={problem?.severity} title={problem?.text ?? cell}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
};

interface HeadProps {
  readonly header: string;
  readonly column: number;
  readonly mapping: Mapping;
  readonly onColumns: Props['onColumns'];
}

const ColumnHead = ({ header, column, mapping, onColumns }: HeadProps) => {
  const text = useTexts(IMPORT_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const months = useDocument((document) => document.scenario.startMonth);
  const found = mapping.columns.find((known) => known.column === column);
  const others = mapping.columns.filter((known) => known.column !== column);
  const fields = fieldsOf(mapping.target);
  const monthField = found?.field.startsWith('m:') === true ? found.field : `m:${months}`;
  const nameOf = (field: string): string =>
    field.startsWith('m:') ? text('month', { month: field.slice(2) }) : field === 'lastDay' ? text('lastDay') : fieldName(field, locale);
  const choose = (field: string): void =>
    onColumns(
      field === ''
        ? others
        : [...others.filter((other) => other.field !== field), { column, field, unit: found?.unit ?? null }].toSorted(
            (a, b) => a.column - b.column,
          ),
    );
  return (
    <div className="import-column">
      <span className="import-header" title={header}>
        {header === '' ? letters(column) : header}
      </span>
      <select
        className="import-select"
        aria-label={text('column', { letter: letters(column), header: header === '' ? text('noHeader') : header })}
        data-mapped={found !== undefined}
        value={found?.field ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{text('ignore')}</option>
        {[...fields, ...(mapping.target === 'usage' ? [monthField] : [])].map((field) => (
          <option key={field} value={field}>
            {nameOf(field)}
          </option>
        ))}
      </select>
      {found?.unit == null ? null : <span className="import-unit">{text('unitOf', { unit: found.unit })}</span>}
    </div>
  );
};
