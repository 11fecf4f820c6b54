import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';

/**
 * Takes chosen files out of a zip, so that the 400 MB that nobody needs never reach the disk and no `unzip` has to be installed.
 * For archives whose hash was checked before: no zip64, no encryption.
 */
interface ZipEntry {
  readonly name: string;
  readonly deflated: boolean;
  readonly compressedSize: number;
  readonly headerOffset: number;
  /** Unix permission bits; 0 where the archive has none */
  readonly mode: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const DEFLATED = 8;

const readAt = async (file: fs.promises.FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position });
  return buffer.subarray(0, bytesRead);
};

const readDirectory = async (file: fs.promises.FileHandle): Promise<Buffer> => {
  const { size } = await file.stat();
  const tailLength = Math.min(size, END_SIZE + MAX_COMMENT);
  const tail = await readAt(file, size - tailLength, tailLength);
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
  }
  throw new Error('not a zip file: no end of central directory');
};

function* entriesOf(directory: Buffer): Generator<ZipEntry> {
  for (let at = 0; at + ENTRY_SIZE <= directory.length; ) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('broken zip: unexpected bytes in the central directory');
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      name: directory.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength),
      deflated: directory.readUInt16LE(at + 10) === DEFLATED,
      compressedSize: directory.readUInt32LE(at + 20),
      headerOffset: directory.readUInt32LE(at + 42),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    };
    at += ENTRY_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/** Position of the entry's bytes: its local header repeats the name, with extra fields of its own. */
const contentOffset = async (zip: fs.promises.FileHandle, entry: ZipEntry): Promise<number> => {
  const header = await readAt(zip, entry.headerOffset, LOCAL_HEADER_SIZE);
  return entry.headerOffset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
};

/** Writes the entries for which `placeOf` gives a path below `folder`; null leaves an entry out. */
export const unzip = async (zipFile: string, folder: string, placeOf: (name: string) => string | null): Promise<void> => {
  const zip = await fs.promises.open(zipFile);
  try {
    for (const entry of entriesOf(await readDirectory(zip))) {
      const place = entry.name.endsWith('/') ? null : placeOf(entry.name);
      if (place === null) continue;
      const target = path.join(folder, place);
      await fs.promises.mkdir(path.dirname(target), { recursive: true });
      const mode = entry.mode === 0 ? 0o644 : entry.mode;
      if (entry.compressedSize === 0) {
        await fs.promises.writeFile(target, '', { mode });
        continue;
      }
      const start = await contentOffset(zip, entry);
      const source = fs.createReadStream(zipFile, { start, end: start + entry.compressedSize - 1 });
      const sink = fs.createWriteStream(target, { mode });
      await (entry.deflated ? pipeline(source, zlib.createInflateRaw(), sink) : pipeline(source, sink));
    }
  } finally {
    await zip.close();
  }
};
