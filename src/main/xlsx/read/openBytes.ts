/**
 * What a file is, by its content and never by its name: a scenario (JSON or a workbook that Costbook wrote), or tables of someone
 * else's (xlsx, CSV). Plain data: the answer crosses process borders.
 *
 * Errors: INPUT_NOT_JSON (none of these), those of parseScenario with a JSON path, those of parseWorkbook and mergeVisible with a cell,
 * WORKBOOK_ENCRYPTED, WORKBOOK_LEGACY.
 */
import { type AppError, fail, ok, type Result } from '../../../shared/core/result.ts';
import type { Table } from '../../../shared/importing/table.ts';
import { parseScenario } from '../../../shared/scenario/json.ts';
import type { Scenario } from '../../../shared/scenario/types.ts';
import { LISTS_SHEET, META_SHEET, SHEET_NAMES } from '../texts.ts';
import { hashVisible } from '../visible.ts';
import { readCsv } from './csvTable.ts';
import { decodeLines, decodeMeta, type PlacedLine } from './decode.ts';
import { decodeDrivers } from './driverRows.ts';
import type { Grids } from './grid.ts';
import { parseJsonText } from './jsonText.ts';
import type { PlacedRow } from './locate.ts';
import { mergeDrivers } from './mergeDrivers.ts';
import { mergeVisible } from './mergeVisible.ts';
import { parseWorkbook } from './parseWorkbook.ts';

export interface OpenedScenario {
  readonly kind: 'scenario';
  readonly from: 'json' | 'workbook';
  readonly scenario: Scenario;
  /** as it was when the workbook was written; null for JSON */
  readonly exported: Scenario | null;
  /** which scenario of the store it was; null where the file does not say */
  readonly origin: string | null;
  /** rows of a workbook by the line that they are */
  readonly rows: readonly PlacedRow[];
}
export interface OpenedTables {
  readonly kind: 'tables';
  readonly tables: readonly Table[];
}
export type Opened = OpenedScenario | OpenedTables;

const ZIP_MAGIC = Buffer.from('PK', 'latin1');
const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

export const isZip = (bytes: Uint8Array): boolean => startsWith(asBuffer(bytes), ZIP_MAGIC);

/** Begins as JSON does, a byte-order mark aside. */
export const isJsonLike = (bytes: Uint8Array): boolean => JSON_BEGINS.test(asBuffer(bytes).toString('latin1', 0, 100));

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** `name` stands in for a place where the content has none, and names the table of a CSV file. */
export const openBytes = async (bytes: Uint8Array, name: string): Promise<Result<Opened>> => {
  const buffer = asBuffer(bytes);
  const result = startsWith(buffer, ZIP_MAGIC)
    ? await openWorkbook(buffer)
    : startsWith(buffer, OLE_MAGIC)
      ? refuseOle(buffer)
      : openText(buffer, name);
  return result.ok || result.error.place !== null ? result : { ok: false, error: { ...result.error, place: name } };
};

/** A workbook with a password is an old container with a stream of this name; without it, it is an .xls. */
const refuseOle = (bytes: Buffer): { readonly ok: false; readonly error: AppError } =>
  fail(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'WORKBOOK_ENCRYPTED' : 'WORKBOOK_LEGACY');

/** JSON wherever it can be read as such, or says by its first character that it means to be. */
const openText = (bytes: Buffer, name: string): Result<Opened> => {
  const parsed = parseJsonText(bytes);
  if (!parsed.ok) {
    const table = isJsonLike(bytes) ? null : readCsv(bytes, name);
    return table === null ? parsed : ok({ kind: 'tables', tables: [table] });
  }
  const scenario = parseScenario(parsed.value);
  return scenario.ok ? ok({ kind: 'scenario', from: 'json', scenario: scenario.value, exported: null, origin: null, rows: [] }) : scenario;
};

/** A byte-order mark may stand before it. */
const JSON_BEGINS = /^(?:\u00EF\u00BB\u00BF)?\s*[{[]/;

const OWN_SHEETS = [SHEET_NAMES.nodes, SHEET_NAMES.usage, SHEET_NAMES.packs, SHEET_NAMES.drivers].flatMap((names) => Object.values(names));

const openWorkbook = async (bytes: Buffer): Promise<Result<Opened>> => {
  const parsed = await parseWorkbook(bytes, [META_SHEET, ...OWN_SHEETS]);
  if (!parsed.ok) return parsed;
  const { names, grids, isOwn } = parsed.value;
  if (isOwn) return openOwn(grids);
  // Left behind where someone removed the sheet that says what the workbook is.
  const tables = names.filter((name) => name !== LISTS_SHEET).map((name) => ({ name, rows: grids[name] ?? [] }));
  return ok({ kind: 'tables', tables });
};

const openOwn = (grids: Grids): Result<Opened> => {
  const meta = decodeMeta(grids);
  if (!meta.ok) return meta;
  const rows = decodeLines(grids);
  if (!rows.ok) return rows;
  const { scenario: exported, visibleHash, origin } = meta.value;
  const based = mergeDrivers(exported, decodeDrivers(grids));
  if (!based.ok) return based;
  const merged = mergeVisible(based.value, rows.value, exported);
  if (!merged.ok) return merged;
  // Untouched since the export: the hidden scenario as it is, to the last digit and key.
  const scenario = based.value === exported && hashVisible(rows.value) === visibleHash ? exported : merged.value.scenario;
  return ok({ kind: 'scenario', from: 'workbook', scenario, exported, origin, rows: placedRows(merged.value.owners) });
};

const placedRows = (owners: ReadonlyMap<PlacedLine, { readonly option: string; readonly line: string }>): readonly PlacedRow[] =>
  [...owners].map(([{ sheetName, row, columns }, owner]) => ({ ...owner, sheetName, row, columns }));
