/** The frame that Nodes, Usage and Packs share: title, totals, headers, then one row for each line of each option. */

import { letters as columnLetters } from '../../../shared/core/ids.ts';
import { isFormula } from '../../../shared/formula/ast.ts';
import { getField } from '../../../shared/scenario/patch.ts';
import { sourceLineOf } from '../../../shared/scenario/resolve.ts';
import { type FieldKind, fieldKind, isNumberKind } from '../../../shared/scenario/typed.ts';
import type { Line, LineOf, SheetId } from '../../../shared/scenario/types.ts';
import { isCivilDate } from '../../../shared/time/calendar.ts';
import { FIRST_LINE_ROW, HEADER_ROW, headerText, type LineColumn } from '../columns.ts';
import type { BilledOption, ExportContext } from '../exportContext.ts';
import { FITS, lineAlarm, lineCheck, SHEET_CHECK, sentenceAlarm, sentences, sheetCheck } from '../inputCheck.ts';
import { blankCell, type Cell, formulaCell, type Row, type SheetModel, type StyleName, textCell, textFormulaCell } from '../model.ts';
import { makeCommented } from '../problemComments.ts';
import { dateSerial, exactNumber } from '../sanitise.ts';
import { SHEET_NAMES } from '../texts.ts';
import { lineValidations } from '../validations.ts';

/** A line with all that its cells may need. */
export interface LineContext<S extends SheetId> {
  readonly context: ExportContext;
  readonly option: BilledOption;
  readonly line: LineOf[S];
  /** 1-based */
  readonly row: number;
  /** relative reference to a cell of this row: ('count') -> 'F5' */
  readonly cellOf: (key: LineColumn['key']) => string;
}
/** Cells of the columns that are no inputs, by column key. */
export type FactCells = Partial<Record<LineColumn['key'], Cell | null>>;

export const makeLineSheet = <S extends SheetId>(input: {
  readonly context: ExportContext;
  readonly sheet: S;
  /** lines of the sheet in one option */
  readonly linesOf: (option: BilledOption) => readonly LineOf[S][];
  readonly factsOf: (line: LineContext<S>) => FactCells;
  /** whether all results of the line follow its numbers */
  readonly isLive: (line: LineContext<S>) => boolean;
  /** exact totals of columns that are summed above the headers */
  readonly totals: FactCellTotals;
}): SheetModel => {
  const { context, sheet } = input;
  const columns = context.columns[sheet];
  const commented = makeCommented(context, new Set(columns.flatMap(({ field }) => field ?? [])));
  return {
    name: SHEET_NAMES[sheet][context.locale],
    veryHidden: false,
    widths: columns.map((column) => column.width),
    frozen: { rows: HEADER_ROW, columns: 3 },
    filterRow: HEADER_ROW,
    lock: 'lines',
    columnStyles: columns.map(({ key, field }) => spareStyle(sheet, key, field)),
    validations: lineValidations(context, sheet),
    ...(context.hasChecks ? { alarms: [sentenceAlarm(context, SHEET_CHECK.address), lineAlarm(context, sheet)] } : {}),
    rows: (function* rows(): Generator<Row> {
      yield* headRows(context, sheet, input.totals);
      for (const option of context.options) {
        for (const [index, line] of input.linesOf(option).entries()) {
          const row = context.rowOf(sheet, option.number, index);
          const cellOf = (key: LineColumn['key']): string => `${context.lettersOf(sheet, key)}${row}`;
          const place = { context, option, line, row, cellOf };
          const facts = input.factsOf(place);
          const cells = columns.map((column) => commented(option, line, column, lineCell({ context, option, sheet, line, column, facts })));
          yield context.hasChecks ? withCheck(place, sheet, cells, input.isLive(place)) : cells;
        }
      }
    })(),
  };
};

const withCheck = <S extends SheetId>(
  { context, line, row }: LineContext<S>,
  sheet: S,
  cells: readonly (Cell | null)[],
  isLive: boolean,
): Row => {
  const columns = context.columns[sheet];
  const check = textFormulaCell(lineCheck({ context, sheet, line, row, isLive, cells }), FITS, 'check');
  return cells.map((cell, index) => (columns[index]?.key === 'check' ? check : cell));
};

/** Column key -> exact decimal of the sum of its cells, and how it is shown. */
export type FactCellTotals = Partial<Record<LineColumn['key'], { readonly decimal: string; readonly style: StyleName }>>;

/** Leaves room for the title, which runs over its neighbours. */
const ADVICE_COLUMN = 4;

const headRows = (context: ExportContext, sheet: SheetId, totals: FactCellTotals): readonly Row[] => {
  const columns = context.columns[sheet];
  const lines = context.options.reduce((sum, { option }) => sum + option[sheet].length, 0);
  const last = Math.max(FIRST_LINE_ROW, FIRST_LINE_ROW + lines - 1);
  return [
    columns.map((_, index) => {
      if (index === 0) return textCell(`${SHEET_NAMES[sheet][context.locale]} · ${context.scenario.name}`, 'title');
      return index === ADVICE_COLUMN ? textCell(context.say('lockedLines'), 'subtitle') : null;
    }),
    columns.map((column, index) => {
      if (index === 0) return textCell(context.say('total'), 'label');
      if (index === SHEET_CHECK.column && context.hasChecks)
        return textFormulaCell(sheetCheck(context, sheet), sentences(context).fits, 'check');
      const total = totals[column.key];
      const letters = columnLetters(index);
      return total === undefined ? null : formulaCell(`SUM(${letters}${FIRST_LINE_ROW}:${letters}${last})`, total.decimal, total.style);
    }),
    columns.map((column) => textCell(headerText(column.key, context.locale), column.numeric ? 'headerNumber' : 'header')),
  ];
};

const lineCell = <S extends SheetId>(input: {
  readonly context: ExportContext;
  readonly option: BilledOption;
  readonly sheet: S;
  readonly line: LineOf[S];
  readonly column: LineColumn;
  readonly facts: FactCells;
}): Cell | null => {
  const { context, option, sheet, line, column } = input;
  if (column.field !== null) return liveInput(context, line, column.field, inputCell(sheet, column.field, getField(line, column.field)));
  switch (column.key) {
    case 'option':
      return textCell(option.option.id);
    case 'id':
      return textCell(line.id);
    case 'name': {
      const sku = context.findSku(line.sku);
      return textCell(sku === undefined ? '' : context.sayName(sku.name));
    }
    case 'problems':
      return textCell(context.problemsOf(option.bill, line.id), 'problem');
    default:
      return input.facts[column.key] ?? blankCell('text');
  }
};

/** An input that is the result of a formula over drivers, live where Excel can follow it. */
const liveInput = (context: ExportContext, line: Line, field: string, cell: Cell): Cell => {
  const source = sourceLineOf(line);
  const formula = source === line ? null : getField(source, field);
  if (formula === null || cell.value?.kind !== 'input' || !isFormula(formula)) return cell;
  const result = cell.value.text;
  const live = context.driverCells.liveFormula({ formula, field, result });
  return live === null ? cell : formulaCell(live, result, cell.style);
};

const INPUT_STYLES: Readonly<Record<FieldKind, StyleName>> = {
  decimal: 'inputNumber',
  growth: 'inputPercent',
  integer: 'inputCount',
  date: 'inputDate',
  // Text, so that a month typed in Excel stays a month and does not become its first day.
  monthOrDate: 'inputText',
  text: 'inputText',
  choice: 'inputText',
};

/** Of rows below the lines: inputs as inputs, all else free too, so that a whole line can be pasted there and removed again. */
const spareStyle = (sheet: SheetId, key: LineColumn['key'], field: string | null): StyleName => {
  if (field !== null) return INPUT_STYLES[fieldKind(sheet, field)];
  return key === 'option' ? 'inputText' : 'spare';
};

/** An input as typed: numbers and days as such where they survive, everything else as text. Null and '' are an empty cell. */
export const inputCell = (sheet: SheetId, field: string, text: string | null): Cell => {
  const kind = fieldKind(sheet, field);
  const style = INPUT_STYLES[kind];
  if (text === null || text === '') return blankCell(style);
  if (kind === 'date' && isCivilDate(text) && dateSerial(text) !== null) return { value: { kind: 'date', date: text }, style };
  if (isNumberKind(kind)) {
    // A text cell keeps what is no number, or has more digits than Excel.
    return exactNumber(text) === null ? textCell(text, style) : { value: { kind: 'input', text }, style };
  }
  return textCell(text, style);
};

/** `own`, `price book` or `not published`, live: it follows the own price. */
export const priceSourceFormula = (own: string, published: string, context: ExportContext): string =>
  `IF(${own}<>"","${context.say('own')}",IF(${published}="","${context.say('unpublished')}","${context.say('edition')}"))`;

export const priceSourceText = (own: string | null, published: boolean, context: ExportContext): string => {
  if (own !== null && own !== '') return context.say('own');
  return context.say(published ? 'edition' : 'unpublished');
};
