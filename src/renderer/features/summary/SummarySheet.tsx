/** Months by option: what each month costs, what it is made of, drawn and in numbers. */

import { optionLabel } from '../../../shared/wording/names.ts';
import { useActions } from '../../actions/useActions.tsx';
import { ReportTable } from '../../report/ReportTable.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { MONTH_KEYS } from '../../ui/report/amounts.ts';
import { OptionName } from '../../ui/report/OptionName.tsx';
import { subjectKey } from '../../ui/report/subject.ts';
import type { ReportColumn, ReportRow } from '../../ui/report/table.ts';
import { useStoreState } from '../../ui/report/useStoreState.ts';
import { Composition } from './Composition.tsx';
import { buildOptionsTable, buildOptionTable, type MonthRow } from './rows.ts';
import './summary.css';
import { TierClocks } from './TierClocks.tsx';
import { type SummaryText, useSummaryText } from './texts.ts';
import { summaryView } from './view.ts';

export const SummarySheet = () => {
  const view = useStoreState(summaryView);
  const text = useSummaryText();
  return (
    <section className="summary" data-sheet="summary">
      <div className="report-toolbar">
        <Segmented
          label={text('scope')}
          value={view.scope}
          choices={[
            { value: 'option', label: text('oneOption') },
            { value: 'all', label: text('allOptions') },
          ]}
          onChange={(scope) => summaryView.setState({ scope })}
        />
        <Select
          label={text('measure')}
          value={view.measure}
          choices={MONTH_KEYS.map((id) => ({ value: id, label: text(`total.${id}`) }))}
          onChange={(chosen) => summaryView.setState({ measure: MONTH_KEYS.find((id) => id === chosen) ?? 'cash' })}
        />
        <span className="report-gap" />
        <Segmented
          label={text('view')}
          value={view.show}
          choices={[
            { value: 'chart', label: text('chart') },
            { value: 'table', label: text('table') },
          ]}
          onChange={(show) => summaryView.setState({ show })}
        />
      </div>
      <div className="report-scroll">
        <div className="report-wide">
          <Composition />
          <MonthsTable text={text} />
        </div>
      </div>
    </section>
  );
};

const MonthsTable = ({ text }: { readonly text: SummaryText }) => {
  const { view } = useActions();
  const { scope, measure } = useStoreState(summaryView);
  const bill = useDocument((document) => document.bill);
  const chosen = useUi((state) => state.option);
  const subject = useUi((state) => state.subject);
  const option = bill.options.find(({ id }) => id === chosen) ?? bill.options[0];
  if (option === undefined) return null;
  const single = scope === 'option';
  const table = single ? buildOptionTable(option) : buildOptionsTable(bill, measure);
  const columns: readonly ReportColumn[] = single
    ? MONTH_KEYS.map((id) => ({ id, name: text(`total.${id}`) }))
    : bill.options.map(({ id, name, complete }, index) => ({
        id,
        name: optionLabel(id, name),
        header: (
          <>
            <OptionName id={id} name={name} index={index} />
            {complete ? null : <small className="bad">{text('incomplete')}</small>}
          </>
        ),
      }));
  const complete = single ? option.complete : bill.options.every((each) => each.complete);
  const caption = single
    ? text('monthsCaption', { option: `${option.id} ${option.name}` })
    : text('optionsCaption', { measure: text(`total.${measure}`) });
  return (
    <>
      <ReportTable
        caption={caption}
        corner={text('month')}
        columns={columns}
        rows={table.rows.map(monthRow)}
        totals={table.totals.map((row) => ({ ...monthRow(row), ...totalHeading(row, complete, text) }))}
        openKey={subject === null ? null : subjectKey(subject)}
        onOpen={view.explain}
      />
      <TierClocks options={single ? [option.id] : bill.options.map(({ id }) => id)} text={text} />
    </>
  );
};

const monthRow = (row: MonthRow): ReportRow => ({ ...row, kind: 'value', name: row.id });

const totalHeading = (row: MonthRow, complete: boolean, text: SummaryText): Pick<ReportRow, 'name' | 'header'> => {
  if (row.id === 'prepaidBalance') return { name: text('total.prepaidBalance') };
  const name = text(complete ? 'total' : 'totalIncomplete');
  return complete ? { name } : { name, header: <span className="bad">{name}</span> };
};
