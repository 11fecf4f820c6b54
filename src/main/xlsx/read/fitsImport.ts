/** Whether import takes a workbook of our own, by its size and by what it inflates to: openers look at a file before they open it. */
import { open } from 'node:fs/promises';
import { readDirectory, ZIP_LIMITS } from './zip.ts';

/** The directory of our few parts stands well within this end of the file. */
const END_LENGTH = 64 * 1024;

export const fitsImport = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - END_LENGTH);
    const end = Buffer.alloc(size - from);
    await handle.read(end, 0, end.length, from);
    const entries = readDirectory(end, from);
    const inflated = entries.ok ? entries.value.reduce((sum, entry) => sum + entry.size, 0) : Number.POSITIVE_INFINITY;
    return size <= ZIP_LIMITS.file && inflated <= ZIP_LIMITS.inflated;
  } finally {
    await handle.close();
  }
};
