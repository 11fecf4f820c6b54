/** Zips made by hand, with what is wrong about them. */
import { crc32, deflateRawSync } from 'node:zlib';
import { type StoredEntry, storeZip } from '../../../src/main/xlsx/read/storedZip.ts';
import { checkZip } from '../../../src/main/xlsx/read/zip.ts';

/** A zip of one entry, with what is wrong about it. */
export const zipOf = (
  name: string,
  content: Buffer,
  wrong: { size?: number; method?: number; flags?: number; checksum?: number; offset?: number } = {},
): Buffer => {
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(wrong.flags ?? 0, 8);
  entry.writeUInt16LE(wrong.method ?? 8, 10);
  entry.writeUInt32LE(wrong.checksum ?? crc32(content), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(wrong.size ?? content.length, 24);
  entry.writeUInt16LE(title.length, 28);
  entry.writeUInt32LE(wrong.offset ?? 0, 42);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, entry, title, end]);
};

const EMPTY = 'docProps/thumbnail.wmf';

/** The workbook with an entry of no bytes that is marked as deflated, as LibreOffice writes it. */
export const withEmptyEntry = (bytes: Buffer): Buffer => {
  const entries: StoredEntry[] = [];
  checkZip(bytes, [], (name, content) => entries.push({ name, content }));
  const zip = storeZip([...entries, { name: EMPTY, content: Buffer.alloc(0) }]);
  zip.writeUInt16LE(8, zip.indexOf(EMPTY) - 22);
  zip.writeUInt16LE(8, zip.lastIndexOf(EMPTY) - 36);
  return zip;
};
