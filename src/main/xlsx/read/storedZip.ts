/**
 * A zip of entries as they are, not deflated: what the parser gets after zip.ts has inflated and checked everything. The parser's own
 * inflating is slower, and does not end on an empty entry that is marked as deflated (which LibreOffice writes).
 *
 * Source: PKWARE APPNOTE 6.3.10, 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end).
 */
import { crc32 } from 'node:zlib';

export interface StoredEntry {
  readonly name: string;
  readonly content: Buffer;
}

const LOCAL_SIGNATURE = 0x04034b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
/** names are UTF-8 */
const FLAGS = 0x0800;
const VERSION = 20;

/** Below 4 GB and 65,536 entries, which zip.ts sees to. */
export const storeZip = (entries: readonly StoredEntry[]): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const title = Buffer.from(name);
    const sums = sumsOf(content, title.length);
    const local = Buffer.concat([header(LOCAL_SIGNATURE, [VERSION, FLAGS, 0, 0, 0]), sums]);
    const entry = Buffer.alloc(46);
    header(ENTRY_SIGNATURE, [VERSION, VERSION, FLAGS, 0, 0, 0]).copy(entry);
    sums.copy(entry, 16);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, title, content);
    directory.push(entry, title);
    offset += local.length + title.length + content.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
};

const header = (signature: number, shorts: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 + shorts.length * 2);
  bytes.writeUInt32LE(signature, 0);
  for (const [at, value] of shorts.entries()) bytes.writeUInt16LE(value, 4 + at * 2);
  return bytes;
};

/** Checksum, size twice, lengths of name and extra field. */
const sumsOf = (content: Buffer, nameLength: number): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(crc32(content), 0);
  bytes.writeUInt32LE(content.length, 4);
  bytes.writeUInt32LE(content.length, 8);
  bytes.writeUInt16LE(nameLength, 12);
  return bytes;
};
