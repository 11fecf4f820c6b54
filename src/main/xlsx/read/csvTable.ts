/**
 * The bytes of a CSV file -> plain rows. The only importer of papaparse.
 *
 * Rule: UTF-8 with or without a byte-order mark, UTF-16 with one, else GBK (as GB 18030, which holds it); comma, semicolon or tab,
 * whichever fits; every cell stays text, so no digit is lost. One column or one row is no table.
 */
import Papa from 'papaparse';
import type { Table } from '../../../shared/importing/table.ts';
import { GRID_LIMITS } from './grid.ts';

/** null where the bytes are no table of text. */
export const readCsv = (bytes: Buffer, name: string): Table | null => {
  const text = decodeText(bytes);
  if (text === null) return null;
  const { data } = Papa.parse<string[]>(text, { delimiter: guessDelimiter(text), preview: GRID_LIMITS.rows + 1, skipEmptyLines: false });
  const rows = data.map((row) => row.slice(0, GRID_LIMITS.columns).map(withoutGuard));
  const filled = rows.filter((row) => row.filter((cell) => cell.trim() !== '').length >= 2);
  return filled.length >= 2 ? { name, rows } : null;
};

/** Blank lines count as rows, but say nothing of the delimiter. */
const guessDelimiter = (text: string): string =>
  Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'], preview: 20, skipEmptyLines: 'greedy' }).meta.delimiter;

/** The apostrophe that exporters, ours among them, put before text that a spreadsheet would run. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '');

const UTF16_LE = [0xff, 0xfe];
const UTF16_BE = [0xfe, 0xff];

const decodeText = (bytes: Buffer): string | null => {
  const startsWith = (mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  const encodings = startsWith(UTF16_LE) ? ['utf-16le'] : startsWith(UTF16_BE) ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return isText(text) ? text : null;
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
    }
  }
  return null;
};

/** Control characters but tab and line ends: a picture, say. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for
const isText = (text: string): boolean => !/[\u0000-\u0008\u000E-\u001F]/.test(text.slice(0, 100_000));
