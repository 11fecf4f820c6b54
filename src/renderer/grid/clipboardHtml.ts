/**
 * Cells as a table in HTML, as Excel reads it: with the format of each cell, so that a long number stays exact as far as Excel can, and a
 * month or an item stays the text it is. Pure.
 */
import { isNumberText } from './exactText.ts';

export interface HtmlCell {
  readonly text: string;
  readonly align: 'left' | 'right';
}

export const formatHtml = (rows: readonly (readonly HtmlCell[])[]): string =>
  `<meta charset="utf-8"><table>${rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')}</table>`;

const cellHtml = ({ text, align }: HtmlCell): string => {
  // Excel would turn a text that looks like a number or a date into one.
  const format = align === 'right' && isNumberText(text) ? '' : ' style=\'mso-number-format:"\\@"\'';
  return `<td align="${align}"${format}>${escapeHtml(text)}</td>`;
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
    .replace(/\r\n|\r|\n/g, '<br style="mso-data-placement:same-cell">');
