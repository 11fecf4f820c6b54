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
export const widthOf = (sheet: SheetModel): number => sum(sheet.widths);

/** What a text takes of that: a Chinese character counts as two. */
export const charactersOf = (text: string): number => [...text].reduce((count, character) => count + (character > '\u2E80' ? 2 : 1), 0);

export const fitsOnePage = (sheet: SheetModel): boolean => widthOf(sheet) <= WIDEST_PAGE;

export const pageOf = (sheet: SheetModel): Partial<PageSetup> => {
  const { frozen, filterRow, widths } = sheet;
  const titles = sum(widths.slice(0, frozen.columns));
  const pages = fitsOnePage(sheet) ? 1 : Math.ceil((widthOf(sheet) - titles) / (WIDEST_PAGE - titles));
  return {
    orientation: 'landscape',
    paperSize: A4,
    fitToPage: true,
    fitToWidth: pages,
    fitToHeight: 0,
    pageOrder: 'overThenDown',
    ...(filterRow === null ? {} : { printTitlesRow: `${filterRow}:${filterRow}` }),
    ...(pages === 1 || frozen.columns === 0 ? {} : { printTitlesColumn: `A:${letters(frozen.columns - 1)}` }),
  };
};

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
