/** Every problem of the file by its place. */
import { letters } from '../../../shared/core/ids.ts';
import type { ImportPreview } from '../../../shared/importing/preview.ts';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { useTexts } from '../../ui/texts.ts';
import { rowId } from './PreviewTable.tsx';
import { problemText } from './problemText.ts';
import { IMPORT_TEXTS } from './texts.ts';

/** A row beyond those that are shown stays where it is. */
const showRow = (row: number): void => document.getElementById(rowId(row))?.scrollIntoView({ block: 'center' });

export const ProblemList = ({ preview }: { readonly preview: ImportPreview }) => {
  const text = useTexts(IMPORT_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const priceBook = useDocument((document) => document.priceBook);
  const { problems, problemCount, mapping } = preview;
  const left = problemCount - problems.length;
  return (
    <section className="import-problems">
      <h3>{text('problems', { count: problemCount })}</h3>
      {problemCount === 0 ? <p>{text('noProblems')}</p> : null}
      <ul>
        {problems.map((problem, at) => {
          const cell = `${problem.column === null ? '' : letters(problem.column)}${problem.row}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
            <li key={at} data-severity={problem.severity} data-code={problem.code}>
              <button type="button" className="import-place" onClick={() => showRow(problem.row)}>
                {text('place', { sheet: mapping.table, cell })}
              </button>{' '}
              {problemText(problem, locale, priceBook)}
            </li>
          );
        })}
      </ul>
      {left > 0 ? <p>{text('moreProblems', { count: left })}</p> : null}
    </section>
  );
};
