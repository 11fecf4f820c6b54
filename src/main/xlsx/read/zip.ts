/**
 * Looks into a zip before any parser does: names, sizes, checksums, all counted in real bytes.
 *
 * Rule: file <= 25 MB, <= 2,000 entries, inflated <= 200 MB in all and <= 200 times the file, no absolute or `..` names, no name
 * twice, only stored or deflated entries, no DOCTYPE in XML, checksums right.
 * Errors: WORKBOOK_TOO_LARGE, WORKBOOK_BROKEN (place = entry), WORKBOOK_ENCRYPTED.
 * Source: xlsx.md (In); facts.md, B3; PKWARE APPNOTE 6.3.10.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { ZIP_FILE_LIMIT } from '../../../shared/importing/limits.ts';

export const ZIP_LIMITS = { file: ZIP_FILE_LIMIT, entries: 2_000, inflated: 200_000_000, ratio: 200 } as const;
/** A small file of repeated zeros does no harm, whatever its ratio. */
const RATIO_COUNTS_FROM = 10_000_000;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly checksum: number;
  readonly compressedSize: number;
  readonly size: number;
  /** of the local header */
  readonly offset: number;
}

/** Checks the whole file and gives the bytes of the entries in `wanted` that it has; `look` sees every entry once. */
export const checkZip = (
  bytes: Buffer,
  wanted: readonly string[],
  look: (name: string, content: Buffer) => void = () => undefined,
): Result<ReadonlyMap<string, Buffer>> => {
  if (bytes.length > ZIP_LIMITS.file) return tooLarge('file', ZIP_LIMITS.file);
  const entries = readDirectory(bytes);
  if (!entries.ok) return entries;
  const kept = new Map<string, Buffer>();
  let inflated = 0;
  for (const entry of entries.value) {
    const content = inflateEntry(bytes, entry, ZIP_LIMITS.inflated - inflated);
    if (!content.ok) return content;
    inflated += content.value.length;
    if (inflated > RATIO_COUNTS_FROM && inflated > bytes.length * ZIP_LIMITS.ratio) return tooLarge('ratio', ZIP_LIMITS.ratio);
    if (isXml(entry.name) && content.value.includes('<!DOCTYPE')) return broken(entry.name, 'doctype');
    look(entry.name, content.value);
    if (wanted.includes(entry.name)) kept.set(entry.name, content.value);
  }
  return ok(kept);
};

/** `from`: where in the file the bytes begin, which may be its end only. */
export const readDirectory = (bytes: Buffer, from = 0): Result<readonly ZipEntry[]> => {
  const end = findEnd(bytes);
  if (end === null) return broken(null, 'no zip directory');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16) - from;
  if (count > ZIP_LIMITS.entries) return tooLarge('entries', ZIP_LIMITS.entries);
  if (at < 0) return broken(null, 'zip directory');
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) return broken(null, 'zip directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (!isSafeName(name) || entries.has(name)) return broken(name === '' ? null : name, 'name');
    entries.set(name, readEntry(bytes, at, name));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return ok([...entries.values()]);
};

/** Position of the end record: the last one, before a comment of any length. */
const findEnd = (bytes: Buffer): number | null => {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return null;
};

const readEntry = (bytes: Buffer, at: number, name: string): ZipEntry => ({
  name,
  flags: bytes.readUInt16LE(at + 8),
  method: bytes.readUInt16LE(at + 10),
  checksum: bytes.readUInt32LE(at + 16),
  compressedSize: bytes.readUInt32LE(at + 20),
  size: bytes.readUInt32LE(at + 24),
  offset: bytes.readUInt32LE(at + 42),
});

const isSafeName = (name: string): boolean =>
  name !== '' && !/^[/\\]|^[A-Za-z]:/.test(name) && !name.split(/[/\\]/).includes('..') && !name.includes('\0');

const isXml = (name: string): boolean => /\.(?:xml|rels|vml)$/i.test(name);

const inflateEntry = (bytes: Buffer, entry: ZipEntry, left: number): Result<Buffer> => {
  if ((entry.flags & ENCRYPTED_FLAG) !== 0) return fail('WORKBOOK_ENCRYPTED', entry.name);
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_SIGNATURE) return broken(entry.name, 'zip entry');
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const end = start + entry.compressedSize;
  if (end > bytes.length) return broken(entry.name, 'zip entry');
  const content = inflate(bytes.subarray(start, end), entry, left);
  if (!content.ok) return content;
  if (content.value.length !== entry.size || crc32(content.value) !== entry.checksum) return broken(entry.name, 'checksum');
  return content;
};

const inflate = (packed: Buffer, entry: ZipEntry, left: number): Result<Buffer> => {
  if (entry.method === STORED) return packed.length > left ? tooLarge('inflated', ZIP_LIMITS.inflated) : ok(packed);
  // LibreOffice writes empty entries so.
  if (packed.length === 0 && entry.size === 0) return ok(packed);
  if (entry.method !== DEFLATED) return broken(entry.name, `method ${entry.method}`);
  try {
    // The header's size is a claim; the limit holds for what really comes out.
    return ok(inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge('inflated', ZIP_LIMITS.inflated) : broken(entry.name, 'deflate');
  }
};

const tooLarge = (what: string, limit: number): Result<never> => fail('WORKBOOK_TOO_LARGE', null, { what, limit: String(limit) });
const broken = (place: string | null, reason: string): Result<never> => fail('WORKBOOK_BROKEN', place, { reason });
