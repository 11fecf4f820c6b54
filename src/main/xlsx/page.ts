/**
 * How a sheet prints: landscape, as many pages wide as it takes to stay legible, with its headers and its first columns on each of them.
 * Print titles become defined names, where a quote in the name of a sheet would break them: none of ours has one.
 */
import type { PageSetup } from 'exceljs';
import { letters } from '../../shared/core/ids.ts';
import type { SheetModel } from './model.ts';

const A4 = 9;
/** In characters: what is wider would be too small to read. */
const WIDEST_PAGE = 270;

/** In characters. */
export const widthOf = (sheet: Pick<SheetModel, 'widths'>): number => sum(sheet.widths);

/** What a text takes of that: a Chinese character counts as two. */
export const charactersOf = (text: string): number => [...text].reduce((count, character) => count + (character > '\u2E80' ? 2 : 1), 0);

/** About what a column of that width takes on the screen. */
export const pixelsOf = (characters: number): number => characters * PIXELS_PER_CHARACTER;
const PIXELS_PER_CHARACTER = 7;

export const fitsOnePage = (sheet: Pick<SheetModel, 'widths'>): boolean => widthOf(sheet) <= WIDEST_PAGE;

export const pageOf = (sheet: SheetModel): Partial<PageSetup> => {
  const { frozen, filterRow, widths } = sheet;
  const titleRow = filterRow ?? sheet.titleRow ?? null;
  const titles = sum(widths.slice(0, frozen.columns));
  const pages = fitsOnePage(sheet) ? 1 : Math.ceil((widthOf(sheet) - titles) / (WIDEST_PAGE - titles));
  return {
    orientation: 'landscape',
    paperSize: A4,
    ...sizeOf(sheet, pages),
    pageOrder: 'overThenDown',
    // Whole columns: a line that a colleague adds is printed too. LibreOffice prints hidden sheets that have an area.
    ...(sheet.veryHidden ? {} : { printArea: `A:${letters(Math.max(0, widths.length - 1))}` }),
    ...(titleRow === null ? {} : { printTitlesRow: `${titleRow}:${titleRow}` }),
    ...(pages === 1 || frozen.columns === 0 ? {} : { printTitlesColumn: `A:${letters(frozen.columns - 1)}` }),
  };
};

/** Excel ignores page breaks of ours where it fits a sheet to pages: there the scale is given. */
const sizeOf = ({ widths, breaks = [] }: SheetModel, pages: number): Partial<PageSetup> => {
  if (breaks.length === 0) return { fitToPage: true, fitToWidth: pages, fitToHeight: 0 };
  const pixels = Math.min(printedPixels(widths), pixelsOf(WIDEST_PAGE));
  return { scale: Math.min(100, Math.floor((PAGE_PIXELS / pixels) * 100)) };
};
/** What a cell takes beside its characters. */
const CELL_PIXELS = 5;
/** Between the margins of A4 lying, with a little to spare for printers that have wider ones. */
const PAGE_PIXELS = 950;

/** Columns that print one after the other, so many of them always together. */
interface PrintedBlock {
  readonly columns: number;
  readonly together: number;
}

/**
 * How many columns stand before each break of a sheet that is wider than a page: each block begins a page, and what belongs together
 * is not torn. The first column repeats on each page.
 */
export const columnBreaksOf = (widths: readonly number[], blocks: readonly PrintedBlock[]): readonly number[] => {
  if (fitsOnePage({ widths })) return [];
  const [title = 0] = widths;
  const breaks: number[] = [];
  let column = 1;
  for (const { columns, together } of blocks) {
    const end = column + columns;
    if (column > 1) breaks.push(column);
    let used = printedPixels([title]);
    for (; column < end; column += together) {
      const pixels = printedPixels(widths.slice(column, column + together));
      if (used + pixels > pixelsOf(WIDEST_PAGE)) {
        breaks.push(column);
        used = printedPixels([title]);
      }
      used += pixels;
    }
  }
  return breaks;
};

const printedPixels = (widths: readonly number[]): number => sum(widths.map((width) => pixelsOf(width) + CELL_PIXELS));

/** Text at the end of a sheet, before its drawings; '' of none. */
export const breaksXml = ({ breaks = [], columnBreaks = [] }: SheetModel): string =>
  listXml('rowBreaks', breaks, LAST_COLUMN) + listXml('colBreaks', columnBreaks, LAST_ROW);
/** From 0. */
const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_575;

const listXml = (tag: string, breaks: readonly number[], last: number): string => {
  if (breaks.length === 0) return '';
  const list = breaks.map((place) => `<brk id="${place}" max="${last}" man="1"/>`);
  return `<${tag} count="${breaks.length}" manualBreakCount="${breaks.length}">${list.join('')}</${tag}>`;
};

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
