/**
 * A row of Compare: a label, what it is for each option, and the differences to the baseline as formulas over these cells.
 * Rule: difference = option - baseline, to the fen; percent of the baseline's amount, two decimals, half away from zero, nothing of zero.
 * A formula is written where Excel's doubles give that, otherwise the value (excelMath).
 * Units: Amount (10^-12 CNY). Source: shared/compare/compareOptions.ts.
 */
import { percentOf } from '../../../shared/compare/compareOptions.ts';
import { AMOUNT_PER_FEN, type Amount, type Fen, formatAmount, formatFen, formatFixedFull } from '../../../shared/numeric/fixed.ts';
import { divideHalfUp } from '../../../shared/numeric/rounding.ts';
import { isShownAs, roundAsExcel, roundToFen } from '../excelMath.ts';
import { type Cell, decimalCell, formulaCell, type Row, type StyleName, sheetReference, textFormulaCell } from '../model.ts';
import { optionColumn } from '../summaryPlaces.ts';
import { SHEET_NAMES } from '../texts.ts';
import { isComparable, isCompared, type Sides } from './sides.ts';

export interface Compared {
  /** null: the option has nothing of it */
  readonly cell: Cell | null;
  /** null: there is no number to compare */
  readonly amount: Amount | null;
}

export const ofFen = (fen: Fen, cell: Cell): Compared => ({ cell, amount: fen * AMOUNT_PER_FEN });

/** A formula for a sum of fen where `computed`, what doubles make of it, comes to the same. */
export const fenCell = (input: {
  readonly formula: string;
  readonly computed: number;
  readonly fen: Fen;
  readonly style: StyleName;
}): Cell => {
  const decimal = formatFen(input.fen);
  const isLive = roundToFen(input.computed) === input.fen;
  return isLive ? formulaCell(input.formula, decimal, input.style) : decimalCell(decimal, input.style);
};

/** A cell of Summary in the column of an option. */
export const summaryCell = (sides: Sides, index: number, row: number): string =>
  `${sheetReference(SHEET_NAMES.summary[sides.context.locale])}${optionColumn(index)}${row}`;

export const comparedRow = (input: {
  readonly sides: Sides;
  /** 1-based */
  readonly row: number;
  readonly label: Cell;
  /** one for each option */
  readonly compared: readonly Compared[];
}): Row => {
  const { sides, row, label, compared } = input;
  const baseline = compared[sides.baseline];
  const differences = sides.others.flatMap((index): readonly (Cell | null)[] => {
    const option = compared[index];
    if (option === undefined || baseline === undefined || !isCompared(sides, index)) return [null, null];
    if (option.amount === null || baseline.amount === null || (option.cell === null && baseline.cell === null)) return [null, null];
    return differenceCells({
      option: { amount: option.amount, address: `${optionColumn(index)}${row}` },
      baseline: { amount: baseline.amount, address: `${optionColumn(sides.baseline)}${row}` },
      isMuted: !isComparable(sides, index),
    });
  });
  return [label, ...compared.map(({ cell }) => cell), ...differences];
};

interface Side {
  readonly amount: Amount;
  readonly address: string;
}
interface Pair {
  readonly option: Side;
  readonly baseline: Side;
  readonly isMuted: boolean;
}

const differenceCells = (pair: Pair): readonly [Cell, Cell] => {
  const { option, baseline, isMuted } = pair;
  const fen = divideHalfUp(option.amount - baseline.amount, AMOUNT_PER_FEN);
  const difference = fenCell({
    formula: `ROUND(${option.address}-${baseline.address},2)`,
    computed: doubleOf(option) - doubleOf(baseline),
    fen,
    style: isMuted ? 'differenceMuted' : 'difference',
  });
  return [difference, percentCell(pair)];
};

const percentCell = ({ option, baseline, isMuted }: Pair): Cell => {
  const style = isMuted ? 'percentMuted' : 'percent';
  const formula = `IF(${baseline.address}=0,"",ROUND((${option.address}-${baseline.address})/${baseline.address},4))`;
  const percent = percentOf(option.amount - baseline.amount, baseline.amount);
  if (percent === null) return textFormulaCell(formula, '', style);
  const decimal = formatFixedFull(BigInt(percent.replace('.', '')), 4);
  const computed = roundAsExcel((doubleOf(option) - doubleOf(baseline)) / doubleOf(baseline), 4);
  return isShownAs(computed, decimal) ? formulaCell(formula, decimal, style) : decimalCell(decimal, style);
};

const doubleOf = ({ amount }: Side): number => Number(formatAmount(amount));
