/** What both charts share: quiet axes, exact ticks, the window's font, the library's own words in both languages. */
import type { AgCartesianAxisOptions, AgCartesianChartOptions } from 'ag-charts-community';
import type { Locale } from '../../../shared/ipc/contract.ts';
import type { Fen } from '../../../shared/numeric/fixed.ts';
import type { Palette } from './palette.ts';
import { labelledMonths, moneyTicks, monthLabels, tickLabels } from './ticks.ts';

/** A month on the chart: pixels from `[key]` (fen as a JS number), words from `[key:text]`. */
export type Datum = Readonly<Record<string, string | number | undefined>>;

const WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    ariaInitSeriesArea: '图表，按方向键逐点阅读',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the chart library fills in its own placeholders
    ariaAnnounceChart: '图表，${seriesCount}[number] 个系列',
    overlayNoData: '没有数据',
    overlayNoVisibleSeries: '没有数据',
  },
  en: {
    ariaInitSeriesArea: 'chart, use the arrow keys to read it point by point',
    overlayNoData: 'No data',
    overlayNoVisibleSeries: 'No data',
  },
};

const AXIS_STEPS = 4;

/** Math.max for fen; 0 of nothing. */
export const highestOf = (values: Iterable<Fen>): Fen => {
  let highest = 0n;
  for (const value of values) if (value > highest) highest = value;
  return highest;
};

export const baseOptions = (input: {
  readonly months: readonly string[];
  /** the highest value that is drawn */
  readonly highest: Fen;
  readonly locale: Locale;
  readonly palette: Palette;
  /** a month to mark with a line, with its words */
  readonly mark?: { readonly month: string; readonly text: string } | null;
}): Omit<AgCartesianChartOptions<Datum>, 'series' | 'data'> => ({
  minHeight: 0,
  minWidth: 0,
  padding: { top: 10, right: 12, bottom: 2, left: 2 },
  background: { visible: false },
  legend: { enabled: false },
  tooltip: { mode: 'shared', delay: 0, wrapping: 'on-space' },
  locale: { localeText: { ...WORDS[input.locale] } },
  theme: {
    params: { fontFamily: input.palette.font, fontSize: 11, foregroundColor: input.palette.ink, backgroundColor: input.palette.panel },
  },
  axes: { x: monthAxis(input), y: moneyAxis(input) },
});

type AxisInput = Parameters<typeof baseOptions>[0];

const monthAxis = ({ months, locale, palette, mark }: AxisInput): AgCartesianAxisOptions => {
  const labels = new Map(monthLabels(months, locale).map((label, index) => [months[index], label]));
  const labelled = labelledMonths(months);
  return {
    type: 'category',
    ...(labelled === null ? {} : { interval: { values: [...labelled] } }),
    position: 'bottom',
    paddingInner: 0.3,
    paddingOuter: 0.15,
    line: { stroke: palette.line },
    label: {
      color: palette.ink3,
      autoRotate: false,
      minSpacing: 6,
      wrapping: 'never',
      formatter: ({ value }) => labels.get(value) ?? String(value),
    },
    crossLines: mark
      ? [
          {
            type: 'line',
            value: mark.month,
            stroke: palette.ink3,
            strokeWidth: 1,
            lineDash: [3, 3],
            label: { text: mark.text, position: 'inside-top-left', color: palette.ink, fontSize: 11, padding: 4 },
          },
        ]
      : [],
  };
};

const moneyAxis = ({ highest, locale, palette }: AxisInput): AgCartesianAxisOptions => {
  const ticks = moneyTicks(highest, AXIS_STEPS);
  const texts = tickLabels(ticks, locale);
  const labels = new Map(ticks.map((tick, index) => [Number(tick), texts[index] ?? '']));
  return {
    type: 'number',
    position: 'left',
    min: 0,
    max: Number(ticks.at(-1) ?? 0n),
    nice: false,
    interval: { values: ticks.map(Number) },
    line: { enabled: false },
    gridLine: { style: [{ stroke: palette.line, lineDash: [] }] },
    label: { color: palette.ink3, formatter: ({ value }) => labels.get(value) ?? '' },
  };
};
