/**
 * Options side by side: what the comparison comes to in sentences, charts, totals, what cash and expense are made of, and all months, each
 * with differences to a baseline. Every number is a formula over Summary or the ledger; the sentences are those of the export, and a check
 * above them turns red once the figures are others.
 * Source: billing.md, section 6; shared/compare.
 */
import type { CompareBy } from '../../../shared/compare/compareOptions.ts';
import { COMPARE_TEXTS } from '../../../shared/wording/compareTexts.ts';
import { translate } from '../../../shared/wording/texts.ts';
import { compareCharts } from '../compare/compareCharts.ts';
import { conclusions } from '../compare/conclusions.ts';
import { checkRow, cumulativeRows, lastMonthRow, type MonthBlock, monthRows } from '../compare/monthRows.ts';
import { idOf, isComparable, lastColumn, makeSides, type Sides } from '../compare/sides.ts';
import { categoryRows, headlineRows, referenceRows } from '../compare/totalRows.ts';
import { type ExportContext, titleOf } from '../exportContext.ts';
import { FITS } from '../inputCheck.ts';
import type { LedgerPlan } from '../ledgerPlan.ts';
import { type Alarm, type Cell, type Row, type SheetModel, textCell, textFormulaCell } from '../model.ts';
import { columnBreaksOf, fitsOnePage, pixelsOf, widthOf } from '../page.ts';
import { optionColumn } from '../summaryPlaces.ts';
import { type PhraseKey, SHEET_NAMES } from '../texts.ts';

const NAMES_ROW = 3;
/** The names, and what the options are here. */
const FROZEN_ROWS = NAMES_ROW + 1;
const CHECK_ROW = FROZEN_ROWS + 1;
const CHART_ROWS = 16;
/** Of few options the page has room for, of more only narrow ones: six fit. */
const WIDE = { item: 38, option: 21, difference: 20, percent: 13 };
const NARROW = { item: 32, option: 18, difference: 16, percent: 10 };
const MOST_WIDE = 3;
/** Of so many the months and their running sum share a page. */
const MOST_MONTHS_TOGETHER = 12;

/** None where there is nothing to compare. */
export const makeCompareSheets = (context: ExportContext, plan: LedgerPlan, baseline: string | null): readonly SheetModel[] => {
  if (context.options.length < 2) return [];
  const sides = makeSides(context, baseline);
  const widths = widthsOf(sides);
  const sentences = conclusions(sides);
  const chartRow = CHECK_ROW + sentences.length + 2;
  const blocks = stackBlocks(sides, plan, chartRow + CHART_ROWS - 1);
  const columnBreaks = columnBreaksOf(widths, [
    { columns: sides.options.length, together: 1 },
    { columns: 2 * sides.others.length, together: 2 },
  ]);
  const sheet: SheetModel = {
    name: SHEET_NAMES.compare[context.locale],
    veryHidden: false,
    widths,
    frozen: { rows: FROZEN_ROWS, columns: 1 },
    filterRow: null,
    titleRow: NAMES_ROW,
    breaks: blocks.breaks,
    columnBreaks,
    lock: 'facts',
    alarms: alarmsOf(sides, blocks, sentences.length),
    charts: compareCharts({
      sides,
      namesRow: NAMES_ROW,
      cashRow: blocks.totalsRow,
      expenseRow: blocks.totalsRow + 1,
      cumulative: { first: blocks.cumulativeCash.firstRow, last: lastMonthRow(blocks.cumulativeCash) },
      area: { firstRow: chartRow, lastRow: chartRow + CHART_ROWS - 1, ...chartSides(widths, columnBreaks) },
    }),
    rows: [
      ...headRows({ sides, blocks, sentences, isOnePage: fitsOnePage({ widths }) }),
      ...Array.from({ length: CHART_ROWS }, (): Row => []),
      ...blocks.rows,
    ],
  };
  return [sheet];
};

/** On the first printed page, and beside the first column where that comes again on others. */
const chartSides = (widths: readonly number[], [firstBreak]: readonly number[]): { readonly left: number; readonly right: number } => {
  const upTo = (column: number): number => pixelsOf(widthOf({ widths: widths.slice(0, column) }));
  return firstBreak === undefined ? { left: 0, right: upTo(widths.length) } : { left: upTo(1), right: upTo(firstBreak) };
};

const widthsOf = ({ options, others }: Sides): readonly number[] => {
  const { item, option, difference, percent } = options.length <= MOST_WIDE ? WIDE : NARROW;
  return [item, ...options.map(() => option), ...others.flatMap(() => [difference, percent])];
};

interface Blocks {
  readonly rows: readonly Row[];
  readonly totalsRow: number;
  readonly cumulativeCash: MonthBlock;
  /** blocks of months with a row of checks */
  readonly checked: readonly MonthBlock[];
  /** rows that a printed page ends with */
  readonly breaks: readonly number[];
}

/** Below `above` rows. */
const stackBlocks = (sides: Sides, plan: LedgerPlan, above: number): Blocks => {
  const { say } = sides.context;
  const rows: Row[] = [];
  const add = (title: PhraseKey, make: (firstRow: number) => readonly Row[]): number => {
    rows.push([], headerRow(sides, say(title)));
    const firstRow = above + rows.length + 1;
    rows.push(...make(firstRow));
    return firstRow;
  };
  const totalsRow = add('totals', (firstRow) => headlineRows(sides, firstRow));
  // Of more options, which print smaller, the first page has room for the categories too.
  const breaks = sides.options.length > MOST_WIDE ? [] : [above + rows.length];
  for (const by of ['cash', 'expense'] as const) {
    add(by === 'cash' ? 'cashByCategory' : 'expenseByCategory', (firstRow) => categoryRows({ sides, plan, by, firstRow }));
  }
  add('forReference', (firstRow) => referenceRows(sides, firstRow));
  const addMonths = (by: CompareBy): readonly [MonthBlock, MonthBlock] => {
    breaks.push(above + rows.length);
    const blockAt = (firstRow: number): MonthBlock => ({ sides, by, firstRow });
    const months = add(by === 'cash' ? 'cashByMonth' : 'expenseByMonth', (firstRow) => monthRows(blockAt(firstRow)));
    if (sides.context.months.length > MOST_MONTHS_TOGETHER) breaks.push(above + rows.length);
    const sums = add(by === 'cash' ? 'cumulativeCash' : 'cumulativeExpense', (firstRow) => cumulativeRows(blockAt(firstRow), months));
    return [blockAt(months), blockAt(sums)];
  };
  const [cash, cumulativeCash] = addMonths('cash');
  const [expense] = addMonths('expense');
  return { rows, totalsRow, cumulativeCash, checked: [cash, expense], breaks };
};

const headerRow = (sides: Sides, title: string): Row => [
  textCell(title, 'header'),
  ...sides.options.map((_, index) => textCell(idOf(sides, index), 'headerId')),
  ...differenceNames(sides),
];

const differenceNames = (sides: Sides): readonly Cell[] =>
  sides.others.flatMap((index) => [
    textCell(`${idOf(sides, index)} − ${idOf(sides, sides.baseline)}`, 'headerId'),
    textCell('%', 'headerId'),
  ]);

const headRows = (input: {
  readonly sides: Sides;
  readonly blocks: Blocks;
  readonly sentences: readonly string[];
  readonly isOnePage: boolean;
}): readonly Row[] => {
  const { sides, blocks, sentences, isOnePage } = input;
  const { context, options, baseline } = sides;
  const base = options[baseline]?.option;
  const how = context.say('differencesAre').replace('{baseline}', () => (base === undefined ? '' : titleOf(base)));
  return [
    [textCell(`${SHEET_NAMES.compare[context.locale]} · ${context.scenario.name}`, 'title')],
    [textCell(how, isOnePage ? 'sentence' : 'subtitle')],
    [
      textCell(translate(COMPARE_TEXTS, context.locale)('item'), 'header'),
      ...options.map(({ option }) => textCell(titleOf(option), 'headerNumber')),
      ...differenceNames(sides),
    ],
    stateRow(sides),
    [textFormulaCell(sentencesCheck(sides, blocks), context.say('sentencesFit'), 'check')],
    ...sentences.map((sentence) => [textCell(sentence, isOnePage ? 'conclusion' : 'label')]),
    [],
  ];
};

const stateRow = (sides: Sides): Row => {
  const text = translate(COMPARE_TEXTS, sides.context.locale);
  const incomplete = textCell(text('incomplete'), 'verdictProblem');
  return [
    null,
    ...sides.options.map(({ bill }, index) => {
      if (!bill.complete) return incomplete;
      return index === sides.baseline ? textCell(text('baseline'), 'verdict') : null;
    }),
    ...sides.others.flatMap((index) => [isComparable(sides, index) ? null : incomplete, null]),
  ];
};

const checkCells = (sides: Sides, block: MonthBlock): string => {
  const row = checkRow(block);
  return `${optionColumn(0)}${row}:${optionColumn(sides.options.length - 1)}${row}`;
};

const sentencesCheck = (sides: Sides, { checked }: Blocks): string => {
  const { say } = sides.context;
  const conditions = checked.map((block) => `COUNTIF(${checkCells(sides, block)},"${FITS}")=${sides.options.length}`);
  return `IF(AND(${conditions.join(',')}),"${say('sentencesFit')}","${say('figuresChanged')}")`;
};

/** Red: the sentences where they are no longer those of the figures, and the months that are to blame. */
const alarmsOf = (sides: Sides, { checked }: Blocks, sentences: number): readonly Alarm[] => {
  return [
    {
      range: `A${CHECK_ROW}:${lastColumn(sides)}${CHECK_ROW + sentences}`,
      formula: `$A$${CHECK_ROW}<>"${sides.context.say('sentencesFit')}"`,
    },
    ...checked.map((block) => ({ range: checkCells(sides, block), formula: `${optionColumn(0)}${checkRow(block)}<>"${FITS}"` })),
  ];
};
