/**
 * The charts of Compare: cumulative cash by month, one line for each option, and cash and expense of the options side by side.
 * Rule: one month is no line. Colours are the window's by day, by position; they repeat after the fourth.
 */
import { cumulativeSeries } from '../../../shared/compare/crossing.ts';
import { type Fen, formatFen } from '../../../shared/numeric/fixed.ts';
import { firstDay } from '../../../shared/time/calendar.ts';
import { COMPARE_TEXTS } from '../../../shared/wording/compareTexts.ts';
import { translate } from '../../../shared/wording/texts.ts';
import type { Chart, ChartNumbers, ChartSeries, ChartTexts } from '../charts.ts';
import { titleOf } from '../exportContext.ts';
import { sheetReference } from '../model.ts';
import { dateSerial, safeValue } from '../sanitise.ts';
import { optionColumn } from '../summaryPlaces.ts';
import { SHEET_NAMES } from '../texts.ts';
import type { Sides } from './sides.ts';

const COLORS = ['2360CC', 'B23B0A', '0B6E6E', '6D3FC0'] as const;

export interface ChartCells {
  readonly sides: Sides;
  /** 1-based rows of cells that the charts refer to */
  readonly namesRow: number;
  readonly cashRow: number;
  readonly expenseRow: number;
  readonly cumulative: { readonly first: number; readonly last: number };
  /** rows that the charts cover, and pixels from the left that they may lie between */
  readonly area: { readonly firstRow: number; readonly lastRow: number; readonly left: number; readonly right: number };
}

const GAP = 12;
/** In pixels: a wide sheet makes a chart no easier to read. */
const WIDEST = { lines: 760, columns: 480 };
/** Of the width that both share. */
const LINES_SHARE = 0.62;

export const compareCharts = (cells: ChartCells): readonly Chart[] => {
  const { area, sides } = cells;
  const { firstRow, lastRow, left } = area;
  const room = area.right - left;
  if (sides.context.months.length < 2) {
    return [columnsChart(cells, { firstRow, lastRow, left, right: left + Math.min(WIDEST.columns, room) })];
  }
  const width = Math.min(WIDEST.lines + GAP + WIDEST.columns, room);
  const edge = left + Math.round((width - GAP) * LINES_SHARE);
  return [
    linesChart(cells, { firstRow, lastRow, left, right: edge }),
    columnsChart(cells, { firstRow, lastRow, left: edge + GAP, right: left + width }),
  ];
};

const linesChart = (cells: ChartCells, place: Chart['place']): Chart => {
  const { sides, cumulative } = cells;
  const { context } = sides;
  return {
    kind: 'lines',
    title: context.say('cumulativeCash'),
    unit: context.say('currency'),
    place,
    months: {
      range: rangeOf(sides, 'A', cumulative.first, cumulative.last),
      numbers: context.months.map((month) => dateSerial(firstDay(month)) ?? 0),
    },
    series: seriesOf(cells, (index, column) => ({
      range: rangeOf(sides, column, cumulative.first, cumulative.last),
      numbers: cumulativeOf(sides, index).map(numberOf),
    })),
  };
};

const columnsChart = (cells: ChartCells, place: Chart['place']): Chart => {
  const { sides, cashRow, expenseRow } = cells;
  const text = translate(COMPARE_TEXTS, sides.context.locale);
  return {
    kind: 'columns',
    title: sides.context.say('cashAndExpense'),
    unit: sides.context.say('currency'),
    place,
    categories: { range: rangeOf(sides, 'A', cashRow, expenseRow), texts: [text('total.cash'), text('total.expense')] },
    series: seriesOf(cells, (index, column) => {
      const totals = sides.options[index]?.bill.totals;
      const numbers = totals === undefined ? [] : [totals.cash, totals.expense].map(numberOf);
      return { range: rangeOf(sides, column, cashRow, expenseRow), numbers };
    }),
  };
};

const seriesOf = ({ sides, namesRow }: ChartCells, valuesOf: (index: number, column: string) => ChartNumbers): readonly ChartSeries[] =>
  sides.options.map(({ option, bill }, index) => {
    const name: ChartTexts = {
      range: rangeOf(sides, optionColumn(index), namesRow),
      texts: [String(safeValue({ kind: 'text', text: titleOf(option) }))],
    };
    return {
      name,
      color: COLORS[index % COLORS.length] ?? COLORS[0],
      round: Math.floor(index / COLORS.length),
      isIncomplete: !bill.complete,
      values: valuesOf(index, optionColumn(index)),
    };
  });

const cumulativeOf = ({ options }: Sides, index: number): readonly Fen[] => {
  const option = options[index];
  return option === undefined ? [] : cumulativeSeries(option.bill, 'cash');
};

const numberOf = (fen: Fen): number => Number(formatFen(fen));

const rangeOf = ({ context }: Sides, column: string, first: number, last: number | null = null): string => {
  const cell = `${sheetReference(SHEET_NAMES.compare[context.locale])}$${column}$${first}`;
  return last === null ? cell : `${cell}:$${column}$${last}`;
};
