/** Options side by side: a curve, a conclusion, and the numbers by category or by month against a baseline. */
import { useCallback, useMemo } from 'react';
import type { Bill } from '../../../shared/billing/bill.ts';
import { compareFilled } from '../../../shared/compare/comparable.ts';
import { cumulativeSeries, findCrossings } from '../../../shared/compare/crossing.ts';
import { findMissingLines } from '../../../shared/compare/missing.ts';
import { optionLabel } from '../../../shared/wording/names.ts';
import { missingText } from '../../../shared/wording/verdictTexts.ts';
import { useActions } from '../../actions/useActions.tsx';
import { ReportTable } from '../../report/ReportTable.tsx';
import { useApp, useDocument, useUi } from '../../ui/appContext.tsx';
import { CumulativeLines } from '../../ui/chart/charts.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { OptionName } from '../../ui/report/OptionName.tsx';
import { subjectKey } from '../../ui/report/subject.ts';
import { useStoreState } from '../../ui/report/useStoreState.ts';
import { useTexts } from '../../ui/texts.ts';
import { Conclusion } from './Conclusion.tsx';
import './compare.css';
import { buildCompareRows } from './compareRows.ts';
import { buildMonthRows } from './monthRows.ts';
import { categoryTable, monthTable, monthTotals } from './tables.tsx';
import { type CompareText, TEXTS } from './texts.ts';
import { compareView } from './view.ts';

export const CompareSheet = () => {
  const { ui } = useApp();
  const text = useTexts(TEXTS);
  const bill = useDocument((document) => document.bill);
  const by = useUi((state) => state.compareBy);
  const baseline = useBaseline(bill);
  const { rows } = useStoreState(compareView);
  return (
    <section className="compare" data-sheet="compare">
      <div className="report-toolbar">
        <Segmented
          label={text('by')}
          value={by}
          choices={[
            { value: 'cash', label: text('cash') },
            { value: 'expense', label: text('expense') },
          ]}
          onChange={(compareBy) => ui.setState({ compareBy })}
        />
        <Select
          label={text('baseline')}
          value={baseline}
          choices={bill.options.map(({ id, name }) => ({ value: id, label: optionLabel(id, name) }))}
          onChange={(chosen) => ui.setState({ baseline: chosen })}
        />
        <span className="report-gap" />
        <Segmented
          label={text('rows')}
          value={rows}
          choices={[
            { value: 'category', label: text('byCategory') },
            { value: 'month', label: text('byMonth') },
          ]}
          onChange={(chosen) => compareView.setState({ rows: chosen })}
        />
      </div>
      <div className="report-scroll">
        <div className="report-wide">
          <div className="report-head compare-head">
            <Curve text={text} />
            <Conclusion text={text} />
          </div>
          {rows === 'category' ? <CategoryTable text={text} /> : <MonthTable text={text} />}
        </div>
      </div>
    </section>
  );
};

/** The chosen baseline, or the first option. */
const useBaseline = (bill: Bill): string => {
  const chosen = useUi((state) => state.baseline);
  return (bill.options.find(({ id }) => id === chosen) ?? bill.options[0])?.id ?? '';
};

const useOpenKey = (): string | null => {
  const subject = useUi((state) => state.subject);
  return subject === null ? null : subjectKey(subject);
};

const Curve = ({ text }: { readonly text: CompareText }) => {
  const bill = useDocument((document) => document.bill);
  const locale = useUi((state) => state.locale);
  const by = useUi((state) => state.compareBy);
  const baseline = useBaseline(bill);
  const { view } = useActions();
  const series = useMemo(
    () =>
      bill.options.map((option, index) => ({
        id: option.id,
        name: optionLabel(option.id, option.name),
        color: index,
        dashed: !option.complete,
        values: cumulativeSeries(option, by),
      })),
    [bill, by],
  );
  const months = useMemo(() => bill.options[0]?.months.map(({ month }) => month) ?? [], [bill]);
  const mark = useCrossingMark(bill, baseline, text);
  const openMonth = useCallback(
    (option: string, month: string) => view.explain({ kind: 'cumulative', option, total: by, month }),
    [view, by],
  );
  return (
    <section className="compare-card compare-curve">
      <h3>{text('cumulative', { by: text(`word.${by}`) })}</h3>
      <ul className="compare-legend">
        {bill.options.map(({ id, name }, index) => (
          <li key={id}>
            <OptionName id={id} name={name} index={index} />
          </li>
        ))}
      </ul>
      <div className="compare-canvas">
        <CumulativeLines
          label={text('chartLabel', { by: text(`word.${by}`), options: series.map(({ name }) => name).join(', ') })}
          months={months}
          series={series}
          locale={locale}
          mark={mark}
          onOpen={openMonth}
        />
      </div>
    </section>
  );
};

/** One mark, the first: several would cover each other; the conclusion and the table by month have all. */
const useCrossingMark = (bill: Bill, baseline: string, text: CompareText) => {
  const by = useUi((state) => state.compareBy);
  const crossing = useMemo(
    () => findCrossings(bill, baseline, by).toSorted((a, b) => (a.month < b.month ? -1 : 1))[0],
    [bill, baseline, by],
  );
  const words = crossing === undefined ? null : text('crossesAt', { after: crossing.after });
  const month = crossing?.month;
  return useMemo(() => (month === undefined || words === null ? null : { month, text: words }), [month, words]);
};

const CategoryTable = ({ text }: { readonly text: CompareText }) => {
  const bill = useDocument((document) => document.bill);
  const scenario = useDocument((document) => document.scenario);
  const priceBook = useDocument((document) => document.priceBook);
  const locale = useUi((state) => state.locale);
  const by = useUi((state) => state.compareBy);
  const baseline = useBaseline(bill);
  const rows = buildCompareRows({ bill, scenario, priceBook, baseline, by });
  return (
    <ReportTable
      caption={text('categoryCaption')}
      corner={text('item')}
      columns={bill.options.map(({ id, name }) => ({ id, name: optionLabel(id, name), header: <OptionHeader id={id} text={text} /> }))}
      rows={categoryTable(rows, bill, { text, locale, baseline })}
      openKey={useOpenKey()}
      onOpen={useActions().view.explain}
    />
  );
};

/** The option's name and what it is here: the baseline, the lowest, or what it lacks. */
const OptionHeader = ({ id, text }: { readonly id: string; readonly text: CompareText }) => {
  const bill = useDocument((document) => document.bill);
  const scenario = useDocument((document) => document.scenario);
  const by = useUi((state) => state.compareBy);
  const baseline = useBaseline(bill);
  const index = bill.options.findIndex((option) => option.id === id);
  const option = bill.options[index];
  const input = scenario.options.find((each) => each.id === id);
  if (option === undefined || input === undefined) return null;
  const words = [
    ...(id === baseline ? [text('baseline')] : []),
    ...(compareFilled({ scenario, bill, baseline, by })?.cheapest === id ? [text('lowest')] : []),
  ];
  return (
    <>
      <OptionName id={id} name={option.name} index={index} />
      {option.complete ? <small>{words.join(' · ')}</small> : <small className="bad">{missingText(findMissingLines(option), text)}</small>}
    </>
  );
};

const MonthTable = ({ text }: { readonly text: CompareText }) => {
  const bill = useDocument((document) => document.bill);
  const by = useUi((state) => state.compareBy);
  const baseline = useBaseline(bill);
  return (
    <ReportTable
      caption={text('monthCaption', { by: text(`word.${by}`) })}
      corner={text('month')}
      spans={bill.options.map(({ id, name }, index) => ({ id, header: <OptionName id={id} name={name} index={index} />, columns: 2 }))}
      columns={bill.options.flatMap(({ id }) => [
        { id: `${id}:month`, name: `${id} ${text('monthly')}`, header: text('monthly') },
        { id: `${id}:sum`, name: `${id} ${text('sum')}`, header: text('sum') },
      ])}
      rows={monthTable(buildMonthRows(bill, baseline, by), by, text)}
      totals={[monthTotals(bill, by, text)]}
      openKey={useOpenKey()}
      onOpen={useActions().view.explain}
    />
  );
};
