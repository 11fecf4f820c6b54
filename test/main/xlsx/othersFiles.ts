/** Files that others made, where they are at hand. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Files of others, handed over beside the repository; not part of it. */
export const SHARED = path.resolve(import.meta.dirname, '../../../../shared');
const filesIn = (folder: string): readonly string[] =>
  existsSync(path.join(SHARED, folder))
    ? readdirSync(path.join(SHARED, folder))
        .filter((name) => /\.xls[xm]$/.test(name))
        .map((name) => path.join(SHARED, folder, name))
    : [];
export const HOSTILE = filesIn('hostile');
export const CORPUS = filesIn('corpus').filter((_, index) => index % 20 === 0);
