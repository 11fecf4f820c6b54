/**
 * The thread in which workbooks are opened: zip check, then the parser, then plain rows. The only importer of @e965/xlsx.
 *
 * A hostile file can at worst make this thread slow or large; parseWorkbook.ts ends it then. Foreign workbooks are recognised
 * before the parser sees a byte of them.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type * as Xlsx from '@e965/xlsx';
import { type AppError, fail, ok, type Result } from '../../../shared/core/result.ts';
import { GRID_LIMITS, type Grid, type Grids, type RawCell, type ReadRequest } from './grid.ts';
import { checkZip } from './zip.ts';

const WORKBOOK_PART = 'xl/workbook.xml';
const SHEET_PART = /\/worksheets\/[^/]+\.xml$/i;
/** Ends of a formula without a result, as exceljs and openpyxl write it. The parser drops such cells unless it also keeps empty ones. */
const UNCOMPUTED = ['</f></c>', '</f><v></v>', '</f><v/>', '</f><v />', '"/></c>'];

const read = async ({ bytes, sheets, required }: ReadRequest): Promise<Result<Grids>> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasUncomputed = false;
  const parts = checkZip(buffer, [WORKBOOK_PART], (name, content) => {
    if (SHEET_PART.test(name)) hasUncomputed ||= UNCOMPUTED.some((text) => content.includes(text));
  });
  if (!parts.ok) return parts;
  const workbookXml = parts.value.get(WORKBOOK_PART)?.toString('utf8') ?? '';
  if (!namesSheet(workbookXml, required)) return fail('WORKBOOK_FOREIGN');
  try {
    // Half a megabyte of code, which a refusal does not need.
    return readSheets(await import('@e965/xlsx'), buffer, { wanted: sheets, sheetStubs: hasUncomputed });
  } catch (thrown) {
    return fail('WORKBOOK_BROKEN', null, { reason: thrown instanceof Error ? thrown.message.slice(0, 200) : 'parser' });
  }
};

const namesSheet = (workbookXml: string, name: string): boolean =>
  [...workbookXml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname=(["'])(.*?)\1/g)].some((match) => match[2] === name);

const readSheets = (
  xlsx: typeof Xlsx,
  buffer: Buffer,
  { wanted, sheetStubs }: { readonly wanted: readonly string[]; readonly sheetStubs: boolean },
): Result<Grids> => {
  const workbook = xlsx.read(buffer, {
    type: 'buffer',
    dense: true,
    sheets: [...wanted],
    cellFormula: true,
    sheetStubs,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellDates: false,
  });
  const grids: [string, Grid][] = [];
  for (const name of wanted) {
    const data = workbook.Sheets[name]?.['!data'];
    if (data === undefined) continue;
    if (data.length > GRID_LIMITS.rows) return fail('WORKBOOK_TOO_LARGE', name, { what: 'rows', limit: String(GRID_LIMITS.rows) });
    // Rows and cells that the file does not have are holes.
    grids.push([name, Array.from(data, (row) => Array.from((row ?? []).slice(0, GRID_LIMITS.columns), (cell) => rawCell(xlsx, cell)))]);
  }
  return ok(Object.fromEntries(grids));
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

export type ReadAnswer = { readonly ok: true; readonly value: Grids } | { readonly ok: false; readonly error: AppError };

const answer = async (port: MessagePort): Promise<void> => {
  port.postMessage((await read(workerData as ReadRequest)) satisfies ReadAnswer);
};

// The bundle is CommonJS, without top-level await; a rejection reaches the parent as the thread's error.
if (parentPort !== null) void answer(parentPort);
