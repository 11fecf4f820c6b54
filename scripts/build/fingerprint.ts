import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const filesBelow = (place: string): readonly string[] => {
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
};

/** One hash over names and contents of files and folders, relative to `root`. Unlike times, it survives a checkout. */
export const fingerprint = (root: string, places: readonly string[]): string => {
  const hash = createHash('sha256');
  const files = places.flatMap((place) => filesBelow(path.join(root, place))).sort();
  for (const file of files) {
    const content = fs.readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};
