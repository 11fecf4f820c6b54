/** The look of cells: one shared object for each style, which exceljs then recognises by identity. */
import type { Font, Style } from 'exceljs';
import type { Cell, StyleName } from './model.ts';

/** Blue ink for what may be typed over, black for what is computed: the convention of financial models. */
const INPUT_INK = { argb: 'FF1F4E9E' };
const MUTED_INK = { argb: 'FF5F6B7A' };
const PROBLEM_INK = { argb: 'FFB3261E' };
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDF1F5' } } as const;
const HEADER_RULE = { bottom: { style: 'thin', color: { argb: 'FFB8C2CC' } } } as const;

/** Of a cell that says that results are out of date. */
export const ALARM_STYLE: Partial<Style> = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: PROBLEM_INK },
};

/** Named in full: a font without a name falls back to the reader's own. */
const font = (more: Partial<Font> = {}): Partial<Font> => ({ name: 'Calibri', family: 2, size: 11, ...more });

/** On a protected sheet. */
const OPEN = { locked: false } as const;

const MONEY = '#,##0.00';
const DIFFERENCE = '+#,##0.00;-#,##0.00;0.00';
const PERCENT = '+0.00%;-0.00%;0.00%';
const EXACT = '#,##0.00##########';
const QUANTITY = '#,##0.######';
const PRICE = '#,##0.##########';
const TEXT = '@';

const HEADER_NUMBER: Partial<Style> = {
  font: font({ bold: true }),
  fill: HEADER_FILL,
  border: HEADER_RULE,
  alignment: { vertical: 'middle', horizontal: 'right', wrapText: true },
};

export const STYLES: Readonly<Record<StyleName, Partial<Style>>> = {
  title: { font: font({ bold: true, size: 14 }) },
  subtitle: { font: font({ color: MUTED_INK }) },
  sentence: { font: font({ color: MUTED_INK }), alignment: { vertical: 'top', wrapText: true } },
  advice: { font: font({ color: MUTED_INK }), alignment: { vertical: 'top', wrapText: true } },
  conclusion: { font: font(), alignment: { vertical: 'top', wrapText: true } },
  header: {
    font: font({ bold: true }),
    fill: HEADER_FILL,
    border: HEADER_RULE,
    alignment: { vertical: 'middle', wrapText: true },
  },
  headerNumber: HEADER_NUMBER,
  headerId: HEADER_NUMBER,
  label: { font: font({ bold: true }) },
  text: { font: font(), numFmt: TEXT },
  check: { font: font({ color: MUTED_INK }) },
  verdict: { font: font(), numFmt: TEXT, alignment: { horizontal: 'right' } },
  verdictProblem: { font: font({ color: PROBLEM_INK }), numFmt: TEXT, alignment: { horizontal: 'right' } },
  problem: { numFmt: TEXT, font: font({ color: PROBLEM_INK }) },
  count: { font: font(), numFmt: '0' },
  money: { font: font(), numFmt: MONEY },
  moneyStrong: { numFmt: MONEY, font: font({ bold: true }) },
  difference: { font: font(), numFmt: DIFFERENCE },
  differenceMuted: { font: font({ color: MUTED_INK }), numFmt: DIFFERENCE },
  percent: { font: font(), numFmt: PERCENT },
  percentMuted: { font: font({ color: MUTED_INK }), numFmt: PERCENT },
  exact: { font: font(), numFmt: EXACT },
  quantity: { font: font(), numFmt: QUANTITY },
  price: { font: font(), numFmt: PRICE },
  month: { font: font(), numFmt: 'yyyy-mm', alignment: { horizontal: 'left' } },
  inputText: { numFmt: TEXT, font: font({ color: INPUT_INK }), protection: OPEN },
  inputNumber: { numFmt: QUANTITY, font: font({ color: INPUT_INK }), protection: OPEN },
  inputCount: { numFmt: '0', font: font({ color: INPUT_INK }), protection: OPEN },
  inputDate: { numFmt: 'yyyy-mm-dd', font: font({ color: INPUT_INK }), alignment: { horizontal: 'right' }, protection: OPEN },
  inputPercent: { numFmt: '0.######%', font: font({ color: INPUT_INK }), protection: OPEN },
  spare: { font: font(), protection: OPEN },
};

const GROUNDS = { error: { argb: 'FFFBE3E1' }, warning: { argb: 'FFFFF3D1' } } as const;
const flagged = new Map<string, Partial<Style>>();

/** The same object for the same look. */
export const styleOf = ({ style, flag }: Cell): Partial<Style> => {
  if (flag === undefined) return STYLES[style];
  const key = `${style} ${flag}`;
  const known = flagged.get(key) ?? { ...STYLES[style], fill: { type: 'pattern', pattern: 'solid', fgColor: GROUNDS[flag] } };
  flagged.set(key, known);
  return known;
};
