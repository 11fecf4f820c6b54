/**
 * The bytes of a workbook -> plain rows: zip check, then the parser. The only importer of @e965/xlsx; runs in a process of its own
 * (readerProcess.ts), because a hostile file can make it slow or large.
 *
 * Errors: WORKBOOK_TOO_LARGE, WORKBOOK_BROKEN, WORKBOOK_ENCRYPTED.
 */
import type * as Xlsx from '@e965/xlsx';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import type { Grid, RawCell } from '../../../shared/importing/table.ts';
import { META_SHEET } from '../texts.ts';
import { GRID_LIMITS, type Grids } from './grid.ts';
import { type StoredEntry, storeZip } from './storedZip.ts';
import { checkZip } from './zip.ts';

const WORKBOOK_PART = 'xl/workbook.xml';
const SHEET_PART = /\/worksheets\/[^/]+\.xml$/i;
const PARSED = /\.(?:xml|rels|bin)$/i;
/** Ends of a formula without a result, as exceljs and openpyxl write it. The parser drops such cells unless it also keeps empty ones. */
const UNCOMPUTED = ['</f></c>', '</f><v></v>', '</f><v/>', '</f><v />', '"/></c>'];

export interface ParsedWorkbook {
  /** in the order of the workbook */
  readonly names: readonly string[];
  readonly grids: Grids;
  /** it has the hidden sheet of Costbook's own exports */
  readonly isOwn: boolean;
}

/** `ownSheets`: those that are parsed of a workbook of our own; of another one, all are. */
export const parseWorkbook = async (bytes: Uint8Array, ownSheets: readonly string[]): Promise<Result<ParsedWorkbook>> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasUncomputed = false;
  const entries: StoredEntry[] = [];
  const parts = checkZip(buffer, [WORKBOOK_PART], (name, content) => {
    // Pictures and the like say nothing in cells.
    if (PARSED.test(name)) entries.push({ name, content });
    if (SHEET_PART.test(name)) hasUncomputed ||= UNCOMPUTED.some((text) => content.includes(text));
  });
  if (!parts.ok) return parts;
  const isOwn = namesSheet(parts.value.get(WORKBOOK_PART)?.toString('utf8') ?? '', META_SHEET);
  try {
    // Half a megabyte of code, which a refusal does not need.
    return readSheets(await import('@e965/xlsx'), storeZip(entries.splice(0)), {
      wanted: isOwn ? ownSheets : null,
      sheetStubs: hasUncomputed,
      isOwn,
    });
  } catch (thrown) {
    return fail('WORKBOOK_BROKEN', null, { reason: thrown instanceof Error ? thrown.message.slice(0, 200) : 'parser' });
  }
};

const namesSheet = (workbookXml: string, name: string): boolean =>
  [...workbookXml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname=(["'])(.*?)\1/g)].some((match) => match[2] === name);

const readSheets = (
  xlsx: typeof Xlsx,
  buffer: Buffer,
  { wanted, sheetStubs, isOwn }: { readonly wanted: readonly string[] | null; readonly sheetStubs: boolean; readonly isOwn: boolean },
): Result<ParsedWorkbook> => {
  const workbook = xlsx.read(buffer, {
    type: 'buffer',
    dense: true,
    ...(wanted === null ? {} : { sheets: [...wanted] }),
    cellFormula: true,
    sheetStubs,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellDates: false,
  });
  const grids: [string, Grid][] = [];
  for (const name of wanted ?? workbook.SheetNames) {
    const data = workbook.Sheets[name]?.['!data'];
    if (data === undefined) continue;
    if (data.length > GRID_LIMITS.rows) return fail('WORKBOOK_TOO_LARGE', name, { what: 'rows', limit: String(GRID_LIMITS.rows) });
    // Rows and cells that the file does not have are holes.
    grids.push([name, Array.from(data, (row) => Array.from((row ?? []).slice(0, GRID_LIMITS.columns), (cell) => rawCell(xlsx, cell)))]);
  }
  return ok({ names: grids.map(([name]) => name), grids: Object.fromEntries(grids), isOwn });
};

const rawCell = (xlsx: typeof Xlsx, cell: Xlsx.CellObject | undefined): RawCell => {
  if (cell === undefined) return null;
  // A formula that was never computed has no value of its own: it stays visible as text, a problem and not a zero.
  if (cell.t === 'z' || cell.v === undefined || cell.v === null) return typeof cell.f === 'string' && cell.f !== '' ? `=${cell.f}` : null;
  if (cell.t === 'e') return typeof cell.v === 'number' ? (ERRORS[cell.v] ?? '#ERROR!') : '#ERROR!';
  if (typeof cell.v === 'number' && typeof cell.z === 'string' && xlsx.SSF.is_date(cell.z)) {
    return { serial: cell.v, hasDay: /d/i.test(cell.z.replace(/"[^"]*"|\[[^\]]*\]/g, '')) };
  }
  return typeof cell.v === 'string' || typeof cell.v === 'number' || typeof cell.v === 'boolean' ? cell.v : null;
};

/** Codes of [MS-XLS] 2.5.10 as SheetJS gives them. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
