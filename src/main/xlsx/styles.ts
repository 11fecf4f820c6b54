/** The look of cells: one shared object for each style, which exceljs then recognises by identity. */
import type { Style } from 'exceljs';
import type { StyleName } from './model.ts';

/** Blue ink for what may be typed over, black for what is computed: the convention of financial models. */
const INPUT_INK = { argb: 'FF1F4E9E' };
const MUTED_INK = { argb: 'FF5F6B7A' };
const PROBLEM_INK = { argb: 'FFB3261E' };
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDF1F5' } } as const;
const HEADER_RULE = { bottom: { style: 'thin', color: { argb: 'FFB8C2CC' } } } as const;

const MONEY = '#,##0.00';
const EXACT = '#,##0.00##########';
const QUANTITY = '#,##0.######';
const TEXT = '@';

export const STYLES: Readonly<Record<StyleName, Partial<Style>>> = {
  title: { font: { bold: true, size: 14 } },
  subtitle: { font: { color: MUTED_INK } },
  header: {
    font: { bold: true },
    fill: HEADER_FILL,
    border: HEADER_RULE,
    alignment: { vertical: 'middle', wrapText: true },
  },
  headerNumber: {
    font: { bold: true },
    fill: HEADER_FILL,
    border: HEADER_RULE,
    alignment: { vertical: 'middle', horizontal: 'right', wrapText: true },
  },
  label: { font: { bold: true } },
  text: { numFmt: TEXT },
  problem: { numFmt: TEXT, font: { color: PROBLEM_INK } },
  count: { numFmt: '0' },
  money: { numFmt: MONEY },
  moneyStrong: { numFmt: MONEY, font: { bold: true } },
  exact: { numFmt: EXACT },
  quantity: { numFmt: QUANTITY },
  month: { numFmt: 'yyyy-mm', alignment: { horizontal: 'left' } },
  inputText: { numFmt: TEXT, font: { color: INPUT_INK } },
  inputNumber: { numFmt: QUANTITY, font: { color: INPUT_INK } },
  inputCount: { numFmt: '0', font: { color: INPUT_INK } },
  inputDate: { numFmt: 'yyyy-mm-dd', font: { color: INPUT_INK }, alignment: { horizontal: 'right' } },
  inputPercent: { numFmt: '0.######%', font: { color: INPUT_INK } },
};
