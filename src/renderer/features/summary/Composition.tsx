/** What the chosen measure of each month is made of: a stacked chart, or its twin in numbers. */
import { useCallback, useMemo } from 'react';
import type { OptionBill } from '../../../shared/billing/bill.ts';
import { isEmptyOption } from '../../../shared/compare/comparable.ts';
import { useActions } from '../../actions/useActions.tsx';
import { ReportTable } from '../../report/ReportTable.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { StackedBars } from '../../ui/chart/charts.tsx';
import { partFill, usePalette } from '../../ui/chart/palette.ts';
import type { Stack } from '../../ui/chart/StackedBars.tsx';
import type { MonthKey } from '../../ui/report/amounts.ts';
import { OptionName } from '../../ui/report/OptionName.tsx';
import { subjectKey } from '../../ui/report/subject.ts';
import { useStoreState } from '../../ui/report/useStoreState.ts';
import { buildParts, type Part, unionOfParts } from './parts.ts';
import { buildPartsTable, partSubject } from './rows.ts';
import { partName, type SummaryText, useSummaryText } from './texts.ts';
import { summaryView } from './view.ts';

interface OptionParts {
  readonly bill: OptionBill;
  /** position among the options: its colour */
  readonly index: number;
  readonly parts: readonly Part[];
  /** nothing has been entered yet */
  readonly blank: boolean;
}

export const Composition = () => {
  const { view } = useActions();
  const text = useSummaryText();
  const locale = useUi((state) => state.locale);
  const { measure, show } = useStoreState(summaryView);
  const stacks = useOptionParts();
  const subject = useUi((state) => state.subject);
  if (stacks.every(({ parts }) => parts.length === 0)) return <Nothing blank={stacks.every(({ blank }) => blank)} />;
  if (show === 'chart') return <PartsChart stacks={stacks} measure={measure} text={text} />;
  const table = buildPartsTable(stacks, measure);
  const filled = stacks.filter(({ parts }) => parts.length > 0);
  return (
    <div className="summary-parts">
      <ReportTable
        caption={text('partsCaption', { measure: text(`total.${measure}`) })}
        corner={text('month')}
        spans={filled.map(({ bill, index, parts }) => ({
          id: bill.id,
          header: <OptionName id={bill.id} name={bill.name} index={index} />,
          columns: parts.length,
        }))}
        columns={filled.flatMap(({ bill, parts }) =>
          parts.map((part) => {
            const header = partName(part.id, text, locale);
            return { id: `${bill.id}:${part.id}`, name: filled.length === 1 ? header : `${bill.id} ${header}`, header };
          }),
        )}
        rows={table.rows.map((row) => ({ ...row, kind: 'value', name: row.id }))}
        totals={table.totals.map((row) => ({ ...row, kind: 'value', name: text('total') }))}
        openKey={subject === null ? null : subjectKey(subject)}
        onOpen={view.explain}
      />
    </div>
  );
};

/** Every month is zero: because nothing was entered yet, or because there is nothing of this measure. */
const Nothing = ({ blank }: { readonly blank: boolean }) => {
  const { view } = useActions();
  const text = useSummaryText();
  const { measure } = useStoreState(summaryView);
  return (
    <div className="report-head summary-empty">
      <p>{text(blank ? 'nothing' : 'none', { measure: text(`total.${measure}`) })}</p>
      {blank ? (
        <button type="button" onClick={() => view.showSheet('nodes')}>
          {text('toNodes')}
        </button>
      ) : null}
    </div>
  );
};

const useOptionParts = (): readonly OptionParts[] => {
  const { scope, measure } = useStoreState(summaryView);
  const bill = useDocument((document) => document.bill);
  const scenario = useDocument((document) => document.scenario);
  const priceBook = useDocument((document) => document.priceBook);
  const chosen = useUi((state) => state.option);
  return useMemo(
    () =>
      bill.options.flatMap((optionBill, index) => {
        const option = scenario.options.find(({ id }) => id === optionBill.id);
        if (option === undefined || (scope === 'option' && optionBill.id !== chosen)) return [];
        const parts = buildParts({ option, bill: optionBill, priceBook }, measure);
        return [{ bill: optionBill, index, parts, blank: isEmptyOption(option) }];
      }),
    [bill, scenario, priceBook, chosen, scope, measure],
  );
};

interface ChartProps {
  readonly stacks: readonly OptionParts[];
  readonly measure: MonthKey;
  readonly text: SummaryText;
}

const PartsChart = ({ stacks, measure, text }: ChartProps) => {
  const { view } = useActions();
  const locale = useUi((state) => state.locale);
  const shades = useMemo(() => unionOfParts(stacks.map(({ parts }) => parts)), [stacks]);
  const bars = useMemo(
    (): readonly Stack[] =>
      stacks.map(({ bill, index, parts }) => ({
        id: bill.id,
        name: bill.name,
        color: index,
        parts: parts
          .map((part) => ({
            id: part.id,
            name: partName(part.id, text, locale),
            shade: shades.indexOf(part.id),
            values: part.months,
          }))
          .toSorted((a, b) => a.shade - b.shade),
      })),
    [stacks, shades, text, locale],
  );
  const open = useCallback(
    (option: string, partId: string, month: string): void => {
      const part = stacks.find(({ bill }) => bill.id === option)?.parts.find(({ id }) => id === partId);
      if (part !== undefined) view.explain(partSubject({ option, part, measure, month }));
    },
    [stacks, measure, view],
  );
  const months = stacks[0]?.bill.months.map(({ month }) => month) ?? [];
  return (
    <div className="report-head summary-chart">
      <Legend bars={bars} shades={shades} text={text} />
      <div className="summary-canvas">
        <StackedBars
          label={text('chartLabel', { measure: text(`total.${measure}`), options: stacks.map(({ bill }) => bill.id).join(', ') })}
          months={months}
          stacks={bars}
          shades={shades.length}
          locale={locale}
          onOpen={open}
        />
      </div>
    </div>
  );
};

/** Letters and colours of the options, and for each part its shade in every option that has it. */
const Legend = ({
  bars,
  shades,
  text,
}: {
  readonly bars: readonly Stack[];
  readonly shades: readonly string[];
  readonly text: SummaryText;
}) => {
  const palette = usePalette();
  const locale = useUi((state) => state.locale);
  return (
    <ul className="summary-legend">
      {bars.length < 2
        ? null
        : bars.map((bar) => (
            <li key={bar.id}>
              <OptionName id={bar.id} name={bar.name} index={bar.color} />
            </li>
          ))}
      {shades.map((id, shade) => (
        <li key={id}>
          {bars
            .filter((bar) => bar.parts.some((part) => part.id === id))
            .map((bar) => (
              <i
                key={bar.id}
                aria-hidden="true"
                style={{ background: partFill(palette, { color: bar.color, shade, shades: shades.length }) }}
              />
            ))}
          {partName(id, text, locale)}
        </li>
      ))}
    </ul>
  );
};
