/** What each option has cost by the end of each month, the crossing month marked. */
import type { AgCartesianChartOptions, AgLineSeriesOptions } from 'ag-charts-community';
import { AgCharts } from 'ag-charts-react';
import { useMemo } from 'react';
import type { Locale } from '../../../shared/ipc/contract.ts';
import type { Fen } from '../../../shared/numeric/fixed.ts';
import { formatMoney } from '../format.ts';
import { baseOptions, type Datum, highestOf } from './baseOptions.ts';
import './chart.css';
import './modules.ts';
import { optionColor, type Palette, usePalette } from './palette.ts';

export interface LineSeries {
  /** id of the option */
  readonly id: string;
  readonly name: string;
  /** position of its colour */
  readonly color: number;
  /** drawn dashed: the option lacks something */
  readonly dashed: boolean;
  /** one for each month */
  readonly values: readonly Fen[];
}
export interface CumulativeLinesProps {
  readonly label: string;
  readonly months: readonly string[];
  readonly series: readonly LineSeries[];
  readonly locale: Locale;
  readonly mark: { readonly month: string; readonly text: string } | null;
  readonly onOpen: (option: string, month: string) => void;
}

export const CumulativeLines = ({ label, months, series, locale, mark, onOpen }: CumulativeLinesProps) => {
  const palette = usePalette();
  const options = useMemo(
    () => lineOptions({ months, series, locale, mark, palette, onOpen }),
    [months, series, locale, mark, palette, onOpen],
  );
  return (
    <figure className="chart" aria-label={label}>
      <AgCharts options={options} className="chart-canvas" />
    </figure>
  );
};

const lineOptions = (input: Omit<CumulativeLinesProps, 'label'> & { readonly palette: Palette }): AgCartesianChartOptions<Datum> => {
  const { months, series, locale, palette, mark } = input;
  const highest = highestOf(series.flatMap((line) => line.values));
  const data = months.map((month, index): Datum => {
    const entries = series.flatMap((line, at): [string, string | number][] => {
      const value = line.values[index] ?? 0n;
      return [
        [`s${at}`, Number(value)],
        [`s${at}:text`, formatMoney(value)],
      ];
    });
    return Object.fromEntries([['month', month], ...entries]);
  });
  return {
    ...baseOptions({ months, highest, locale, palette, mark }),
    data,
    series: series.map((line, at) => lineSeries({ line, key: `s${at}` }, input)),
  };
};

/** More dots than that are a thick line. */
const MOST_MARKED_MONTHS = 36;

/** The key of the data is no id: ids may hold any character, keys may not. */
const lineSeries = (
  { line, key }: { readonly line: LineSeries; readonly key: string },
  { months, palette, onOpen }: Pick<CumulativeLinesProps, 'months' | 'onOpen'> & { readonly palette: Palette },
): AgLineSeriesOptions<Datum> => {
  const color = optionColor(palette, line.color);
  return {
    type: 'line',
    xKey: 'month',
    yKey: key,
    yName: line.name,
    stroke: color,
    strokeWidth: 2,
    lineDash: line.dashed ? [5, 4] : [],
    marker: { enabled: months.length <= MOST_MARKED_MONTHS, shape: 'circle', size: 5, fill: color, stroke: palette.panel, strokeWidth: 1 },
    highlight: { unhighlightedSeries: { opacity: 0.6 } },
    tooltip: {
      renderer: ({ datum }) => ({
        heading: String(datum.month),
        data: [{ label: line.name, value: String(datum[`${key}:text`] ?? '') }],
      }),
    },
    listeners: { seriesNodeClick: ({ datum }) => onOpen(line.id, String(datum.month)) },
  };
};
