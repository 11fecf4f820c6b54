/**
 * Cells as text with tabs, as Excel, WPS and Google Sheets write and read it. Pure.
 *
 * A cell is in quotes only where it begins with one and the quote is closed before the next tab or line; any other quote is a character.
 */

/** A rectangle: short rows are filled up. Nothing at all is no cell. */
export const parseTsv = (text: string): readonly (readonly string[])[] => {
  const clean = text.replaceAll('\0', '').replace(/^\uFEFF/, '');
  if (clean === '') return [];
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { cell, end } = readCell(clean, at);
    rows.at(-1)?.push(cell);
    const stop = clean[end];
    if (stop === undefined) break;
    at = end + (stop === '\r' && clean[end + 1] === '\n' ? 2 : 1);
    if (stop === '\t') continue;
    // A line end after the last row begins no further one.
    if (at >= clean.length) break;
    rows.push([]);
  }
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
};

const BREAK = /[\t\r\n]/;

const isBreak = (character: string | undefined): boolean => character === undefined || BREAK.test(character);

const readCell = (text: string, from: number): { readonly cell: string; readonly end: number } => {
  const quoted = text[from] === '"' ? readQuoted(text, from + 1) : null;
  if (quoted !== null) return quoted;
  let end = from;
  while (!isBreak(text[end])) end += 1;
  return { cell: text.slice(from, end), end };
};

/** null where the quote is not closed, or something follows it: then it is no quoting. */
const readQuoted = (text: string, from: number): { readonly cell: string; readonly end: number } | null => {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at < 0 || !isBreak(text[at + 1])) return null;
  return { cell: text.slice(from, at).replaceAll('""', '"').replaceAll('\r\n', '\n'), end: at + 1 };
};

const NEEDS_QUOTES = /[\t\r\n]|^"/;

/** Every row ends its line, the last one too. */
export const formatTsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(quote).join('\t')}\r\n`).join('');

const quote = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
