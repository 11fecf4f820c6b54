/**
 * A scenario from a file of either kind: JSON or a workbook that Costbook wrote. What a file is, its content says, never its name.
 *
 * Errors: INPUT_NOT_FOUND, INPUT_NOT_JSON (neither JSON nor a workbook), those of parseScenario with a JSON path, those of
 * parseWorkbook and mergeVisible with a cell.
 */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type AppError, fail, ok, type Result } from '../../../shared/core/result.ts';
import { parseScenario } from '../../../shared/scenario/json.ts';
import type { Scenario } from '../../../shared/scenario/types.ts';
import { META_SHEET, SHEET_NAMES } from '../texts.ts';
import { hashVisible } from '../visible.ts';
import { decodeLines, decodeMeta, type PlacedLine } from './decode.ts';
import { parseJsonText } from './jsonText.ts';
import { type Locate, locateInJson, locateInWorkbook } from './locate.ts';
import { mergeVisible } from './mergeVisible.ts';
import { parseWorkbook } from './parseWorkbook.ts';

export interface ReadScenario {
  readonly scenario: Scenario;
  readonly kind: 'json' | 'workbook';
  /** where a line, or one of its fields, stands in the file */
  readonly locate: Locate;
}

const LARGEST_FILE = 200_000_000;

export const readScenarioFile = async (file: string): Promise<Result<ReadScenario>> => {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) return fail('WORKBOOK_TOO_LARGE', name, { what: 'file', limit: String(LARGEST_FILE) });
    return await readScenarioBytes(await readFile(file), name);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    if (!/^E[A-Z]+$/.test(code)) throw thrown;
    return fail('INPUT_NOT_FOUND', name, { reason: code });
  }
};

/** `name` stands in for a place where the content has none. */
export const readScenarioBytes = async (bytes: Uint8Array, name: string): Promise<Result<ReadScenario>> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const result = startsWith(buffer, ZIP_MAGIC)
    ? await readWorkbook(buffer)
    : startsWith(buffer, OLE_MAGIC)
      ? refuseOle(buffer)
      : readJson(buffer);
  return result.ok || result.error.place !== null ? result : { ok: false, error: { ...result.error, place: name } };
};

const ZIP_MAGIC = Buffer.from('PK', 'latin1');
const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/** A workbook with a password is an old container with a stream of this name; without it, it is an .xls. */
const refuseOle = (bytes: Buffer): { readonly ok: false; readonly error: AppError } =>
  fail(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'WORKBOOK_ENCRYPTED' : 'WORKBOOK_LEGACY');

const readJson = (bytes: Buffer): Result<ReadScenario> => {
  const parsed = parseJsonText(bytes);
  if (!parsed.ok) return parsed;
  const scenario = parseScenario(parsed.value);
  return scenario.ok ? ok({ scenario: scenario.value, kind: 'json', locate: locateInJson(scenario.value) }) : scenario;
};

const LINE_SHEETS = [SHEET_NAMES.nodes, SHEET_NAMES.usage, SHEET_NAMES.packs].flatMap((names) => Object.values(names));

const readWorkbook = async (bytes: Buffer): Promise<Result<ReadScenario>> => {
  const grids = await parseWorkbook({ bytes, sheets: [META_SHEET, ...LINE_SHEETS], required: META_SHEET });
  if (!grids.ok) return grids;
  const meta = decodeMeta(grids.value);
  if (!meta.ok) return meta;
  const rows = decodeLines(grids.value);
  if (!rows.ok) return rows;
  return takeRows(meta.value.scenario, meta.value.visibleHash, rows.value);
};

const takeRows = (hidden: Scenario, visibleHash: string, rows: readonly PlacedLine[]): Result<ReadScenario> => {
  const merged = mergeVisible(hidden, rows);
  if (!merged.ok) return merged;
  // Untouched since the export: the hidden scenario as it is, to the last digit and key.
  const scenario = hashVisible(rows) === visibleHash ? hidden : merged.value.scenario;
  return ok({ scenario, kind: 'workbook', locate: locateInWorkbook(merged.value.owners) });
};
