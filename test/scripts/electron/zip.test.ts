import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { expect, it } from 'vitest';
import { unzip } from '../../../scripts/electron/zip.ts';

interface Member {
  readonly name: string;
  readonly content: string;
  readonly mode: number;
  readonly stored?: boolean;
}

/** A zip as the format says: local headers with their bytes, the central directory, its end. */
const zipOf = (members: readonly Member[]): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode, stored = false } of members) {
    const bytes = stored ? Buffer.from(content) : zlib.deflateRawSync(content);
    const fileName = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(fileName.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt16LE(fileName.length, 28);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, fileName, bytes);
    directory.push(entry, fileName);
    offset += local.length + fileName.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
};

it('writes the chosen entries, deflated and stored, with their permissions', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-test-'));
  const zip = path.join(folder, 'a.zip');
  fs.writeFileSync(
    zip,
    zipOf([
      { name: 'App/', content: '', mode: 0o755, stored: true },
      { name: 'App/run', content: 'binary '.repeat(99), mode: 0o755 },
      { name: 'App/note', content: 'as it is', mode: 0o644, stored: true },
      { name: 'App/empty', content: '', mode: 0o644, stored: true },
      { name: 'App/big/ballast', content: 'x', mode: 0o644 },
    ]),
  );
  const target = path.join(folder, 'out');
  await unzip(zip, target, (name) => (name.includes('ballast') ? null : name.replace('App/', '')));
  expect(fs.readdirSync(target).sort()).toEqual(['empty', 'note', 'run']);
  expect(fs.readFileSync(path.join(target, 'run'), 'utf8')).toBe('binary '.repeat(99));
  expect(fs.readFileSync(path.join(target, 'note'), 'utf8')).toBe('as it is');
  expect(fs.statSync(path.join(target, 'run')).mode & 0o111).not.toBe(0);
});

it('refuses what is no zip', async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-test-')), 'no.zip');
  fs.writeFileSync(file, 'hello '.repeat(20));
  await expect(unzip(file, path.dirname(file), (name) => name)).rejects.toThrow('not a zip');
});
