/** Tables for a terminal: columns aligned by what they take up on the screen, in which a Chinese character takes two places. */

export interface TextColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
}

/** Lines without trailing spaces; the header is underlined. */
export const textTable = (columns: readonly TextColumn[], rows: readonly (readonly string[])[]): readonly string[] => {
  const headers = columns.map((column) => column.header);
  const clean = [headers, ...rows].map((row) => columns.map((_, index) => cleanText(row[index] ?? '')));
  const widths = columns.map((_, index) => Math.max(...clean.map((row) => displayWidth(row[index] ?? ''))));
  const lines = clean.map((row) => joinCells(row, columns, widths));
  const rule = joinCells(
    widths.map((width) => '-'.repeat(width)),
    columns,
    widths,
  );
  return [lines[0] ?? '', rule, ...lines.slice(1)];
};

const joinCells = (row: readonly string[], columns: readonly TextColumn[], widths: readonly number[]): string =>
  row
    .map((text, index) => {
      const padding = ' '.repeat((widths[index] ?? 0) - displayWidth(text));
      return columns[index]?.align === 'right' ? padding + text : text + padding;
    })
    .join('  ')
    .trimEnd();

/** A name must not move the cursor. */
const cleanText = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Places on the screen: 2 for wide East Asian characters and pictographs, 0 for combining marks. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
};

/** '-1234567.80' -> '-1,234,567.80' */
export const groupDigits = (decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};
