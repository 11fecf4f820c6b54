/**
 * Cash or expense month by month, then the running sum; below the months a check of each option's column, which the sentences of the
 * sheet rest on: it compares the figures with those of the export.
 * Units: Fen.
 */
import type { CompareBy } from '../../../shared/compare/compareOptions.ts';
import { cumulativeSeries } from '../../../shared/compare/crossing.ts';
import { type Fen, formatFen } from '../../../shared/numeric/fixed.ts';
import { firstDay } from '../../../shared/time/calendar.ts';
import type { BilledOption } from '../exportContext.ts';
import { FITS } from '../inputCheck.ts';
import { type Cell, formulaCell, type Row, textCell, textFormulaCell } from '../model.ts';
import { monthsHeaderRow, optionColumn } from '../summaryPlaces.ts';
import { comparedRow, fenCell, ofFen, summaryCell } from './comparedRow.ts';
import type { Sides } from './sides.ts';

export interface MonthBlock {
  readonly sides: Sides;
  readonly by: CompareBy;
  /** 1-based row of the first month */
  readonly firstRow: number;
}

/** Of the months' last row. */
export const lastMonthRow = ({ sides, firstRow }: MonthBlock): number => firstRow + sides.context.months.length - 1;

/** The row of checks stands below the months and their total. */
export const checkRow = (block: MonthBlock): number => lastMonthRow(block) + 2;

/** The months, their total, and the checks. */
export const monthRows = (block: MonthBlock): readonly Row[] => {
  const { sides, by, firstRow } = block;
  const { context, options } = sides;
  const firstSource = monthsHeaderRow(by, context.months.length) + 1;
  const last = lastMonthRow(block);
  const rows = context.months.map((month, position) =>
    comparedRow({
      sides,
      row: firstRow + position,
      label: monthCell(month),
      compared: options.map((option, index) => {
        const fen = amountOf(option, by, position);
        return ofFen(fen, formulaCell(summaryCell(sides, index, firstSource + position), formatFen(fen), 'money'));
      }),
    }),
  );
  const totals = options.map(({ bill }, index) => {
    const column = optionColumn(index);
    const computed = bill.months.reduce((sum, month) => sum + Number(formatFen(month[by])), 0);
    const formula = `ROUND(SUM(${column}${firstRow}:${column}${last}),2)`;
    return ofFen(bill.totals[by], fenCell({ formula, computed, fen: bill.totals[by], style: 'moneyStrong' }));
  });
  return [
    ...rows,
    comparedRow({ sides, row: last + 1, label: textCell(context.say('total'), 'label'), compared: totals }),
    [textCell(context.say('asExported'), 'check'), ...options.map((option, index) => checkCell(block, option, index))],
  ];
};

/** The running sum over the months that start at `monthsRow`. */
export const cumulativeRows = (block: MonthBlock, monthsRow: number): readonly Row[] => {
  const { sides, by, firstRow } = block;
  const series = sides.options.map(({ bill }) => cumulativeSeries(bill, by));
  return sides.context.months.map((month, position) =>
    comparedRow({
      sides,
      row: firstRow + position,
      label: monthCell(month),
      compared: sides.options.map((option, index) => {
        const fen = series[index]?.[position] ?? 0n;
        const month = `${optionColumn(index)}${monthsRow + position}`;
        if (position === 0) return ofFen(fen, formulaCell(month, formatFen(fen), 'money'));
        const before = series[index]?.[position - 1] ?? 0n;
        const computed = Number(formatFen(before)) + Number(formatFen(amountOf(option, by, position)));
        const formula = `ROUND(${optionColumn(index)}${firstRow + position - 1}+${month},2)`;
        return ofFen(fen, fenCell({ formula, computed, fen, style: 'money' }));
      }),
    }),
  );
};

const amountOf = ({ bill }: BilledOption, by: CompareBy, position: number): Fen => bill.months[position]?.[by] ?? 0n;

const monthCell = (month: string): Cell => ({ value: { kind: 'date', date: firstDay(month) }, style: 'month' });

const checkCell = (block: MonthBlock, option: BilledOption, index: number): Cell => {
  const { sides, by, firstRow } = block;
  const column = optionColumn(index);
  const figures = sides.context.months.map((_, position) => formatFen(amountOf(option, by, position)));
  const differing = `SUMPRODUCT(--(${column}${firstRow}:${column}${lastMonthRow(block)}<>{${figures.join(';')}}))`;
  return textFormulaCell(`IF(${differing}=0,"${FITS}","${sides.context.say('changed')}")`, FITS, 'verdict');
};
