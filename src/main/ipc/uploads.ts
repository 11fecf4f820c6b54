/** Files whose content the window sends in parts: a large one at once would hold the window up. */
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { ZIP_FILE_LIMIT } from '../../shared/importing/limits.ts';

export interface Uploads {
  /** Errors: WORKBOOK_TOO_LARGE, and all parts are forgotten. */
  readonly add: (id: string, part: Uint8Array) => Result<null>;
  /** All parts, which are forgotten then; empty where none came. */
  readonly take: (id: string) => Uint8Array;
  readonly clear: () => void;
}

export const createUploads = (): Uploads => {
  const uploads = new Map<string, Uint8Array[]>();
  /** of all that are under way: no window may fill the memory with beginnings */
  const size = (): number => [...uploads.values()].flat().reduce((sum, part) => sum + part.byteLength, 0);
  return {
    add: (id, part) => {
      uploads.set(id, [...(uploads.get(id) ?? []), part]);
      if (size() <= ZIP_FILE_LIMIT) return ok(null);
      uploads.clear();
      return fail('WORKBOOK_TOO_LARGE', null, { what: 'file', limit: String(ZIP_FILE_LIMIT) });
    },
    take: (id) => {
      const parts = uploads.get(id) ?? [];
      uploads.delete(id);
      return Buffer.concat(parts);
    },
    clear: () => uploads.clear(),
  };
};
