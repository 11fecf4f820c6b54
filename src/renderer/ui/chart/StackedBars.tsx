/** Months side by side, one stack of parts for each option. Pixels are JS numbers; every word comes from exact fen. */
import type { AgBarSeriesOptions, AgCartesianChartOptions } from 'ag-charts-community';
import { AgCharts } from 'ag-charts-react';
import { useMemo } from 'react';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { AMOUNT_PER_FEN, type Amount, type Fen } from '../../../shared/numeric/fixed.ts';
import { formatExact, formatMoney } from '../format.ts';
import { baseOptions, type Datum, highestOf } from './baseOptions.ts';
import './chart.css';
import './modules.ts';
import { type Palette, partFill, usePalette } from './palette.ts';

export interface StackPart {
  readonly id: string;
  readonly name: string;
  /** position of its shade; parts with the same position look alike in every stack */
  readonly shade: number;
  /** one for each month, exact CNY */
  readonly values: readonly Amount[];
}
export interface Stack {
  /** id of the option */
  readonly id: string;
  readonly name: string;
  /** position of its colour */
  readonly color: number;
  readonly parts: readonly StackPart[];
}
export interface StackedBarsProps {
  readonly label: string;
  readonly months: readonly string[];
  readonly stacks: readonly Stack[];
  /** how many shades there are */
  readonly shades: number;
  readonly locale: Locale;
  readonly onOpen: (option: string, part: string, month: string) => void;
}

export const StackedBars = ({ label, months, stacks, shades, locale, onOpen }: StackedBarsProps) => {
  const palette = usePalette();
  const options = useMemo(
    () => stackOptions({ months, stacks, shades, locale, palette, onOpen }),
    [months, stacks, shades, locale, palette, onOpen],
  );
  return (
    <figure className="chart" aria-label={label}>
      <AgCharts options={options} className="chart-canvas" />
    </figure>
  );
};

const stackOptions = (input: Omit<StackedBarsProps, 'label'> & { readonly palette: Palette }): AgCartesianChartOptions<Datum> => {
  const { months, stacks, locale, palette } = input;
  const bars = stacks.flatMap((stack, at) => stack.parts.map((part, index): Bar => ({ stack, part, key: `s${at}p${index}` })));
  const data = months.map((month, index): Datum => {
    const entries = bars.flatMap((bar) => datumEntries(bar, index));
    return Object.fromEntries([['month', month], ...entries]);
  });
  return {
    ...baseOptions({ months, highest: highestStack(stacks, months.length), locale, palette }),
    data,
    series: bars.map((bar) => barSeries(bar, input)),
  };
};

/** A part of a stack under the key of its data: ids may hold any character, keys may not. */
interface Bar {
  readonly stack: Stack;
  readonly part: StackPart;
  readonly key: string;
}

/** Nothing is drawn, and nothing said, for a month without the part. */
const datumEntries = ({ part, key }: Bar, index: number): readonly (readonly [string, string | number])[] => {
  const value = part.values[index] ?? 0n;
  return value === 0n
    ? []
    : [
        [key, Number(value / AMOUNT_PER_FEN)],
        [`${key}:text`, value % AMOUNT_PER_FEN === 0n ? formatMoney(value / AMOUNT_PER_FEN) : formatExact(value)],
      ];
};

const highestStack = (stacks: readonly Stack[], months: number): Fen => {
  const sums = stacks.flatMap((stack) =>
    Array.from({ length: months }, (_, index) => stack.parts.reduce((sum, part) => sum + (part.values[index] ?? 0n), 0n)),
  );
  return highestOf(sums) / AMOUNT_PER_FEN;
};

const barSeries = (
  { stack, part, key }: Bar,
  { stacks, shades, palette, onOpen }: Pick<StackedBarsProps, 'stacks' | 'shades' | 'onOpen'> & { readonly palette: Palette },
): AgBarSeriesOptions<Datum> => {
  const fill = partFill(palette, { color: stack.color, shade: part.shade, shades });
  const name = stacks.length > 1 ? `${stack.id} · ${part.name}` : part.name;
  return {
    type: 'bar',
    xKey: 'month',
    yKey: key,
    yName: name,
    stacked: true,
    stackGroup: stack.id,
    fill,
    strokeWidth: 0,
    highlight: { unhighlightedSeries: { opacity: 0.6 } },
    tooltip: {
      renderer: ({ datum }) => ({
        heading: String(datum.month),
        data: [{ label: name, value: String(datum[`${key}:text`] ?? '0.00') }],
      }),
    },
    listeners: { seriesNodeClick: ({ datum }) => onOpen(stack.id, part.id, String(datum.month)) },
  };
};
