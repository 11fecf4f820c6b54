/** What window and main process say to each other about files that come in. */
import { z } from 'zod';
import type { AppError } from '../core/result.ts';
import { IMPORT_TARGETS } from '../importing/fields.ts';
import type { ImportPreview } from '../importing/preview.ts';
import type { PriceBook } from '../pricebook/types.ts';
import type { ScenarioChanges } from '../scenario/takeChanges.ts';
import type { Line } from '../scenario/types.ts';
import { id, text } from './schemas.ts';

interface FileName {
  /** handle of the file while the import is open; never its path */
  readonly id: string;
  readonly file: string;
}
export type ImportedFile =
  | (FileName & {
      readonly kind: 'tables';
      readonly tables: readonly { readonly name: string; readonly rows: number }[];
      /** null: no column is known */
      readonly preview: ImportPreview | null;
    })
  | (FileName & {
      readonly kind: 'scenario';
      readonly name: string;
      /** the scenario here that it was exported from, with what was changed in the file since; null: of another Costbook, or JSON */
      readonly origin: {
        readonly id: string;
        readonly name: string;
        readonly changes: ScenarioChanges;
      } | null;
    })
  | (FileName & { readonly kind: 'failed'; readonly error: AppError });

/** A file that is being read; `checking`: its rows are priced and checked for the preview. */
export interface ImportProgress {
  readonly file: string;
  /** which of the files that were chosen together, from 1 */
  readonly number: number;
  readonly count: number;
  readonly step: 'reading' | 'checking';
}

export type TakenImport =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'prices'; readonly changed: number; readonly priceBook: PriceBook };

/** Bytes; what passes in some ten milliseconds. */
export const LARGEST_PART = 2_000_000;

const mapping = z.strictObject({
  table: text,
  headerRow: z.int().min(1).max(1_048_576),
  target: z.enum(IMPORT_TARGETS),
  columns: z
    .array(z.strictObject({ column: z.int().min(0).max(16_384), field: z.string().min(1).max(32), unit: z.string().max(32).nullable() }))
    .max(500)
    .readonly(),
  skus: z.record(text, z.string().max(200)),
});
/** scenario and option that take the rows */
const taker = { scenario: id, option: id };

export const IMPORT_REQUESTS = {
  /** asks the user for files */
  'import.choose': z.strictObject(taker),
  /** a part of a file that was dropped or pasted, in its order */
  'import.send': z.strictObject({ upload: id, part: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= LARGEST_PART) }),
  /** a file whose parts were sent, one of `count` */
  'import.receive': z.strictObject({
    ...taker,
    name: text,
    upload: id,
    number: z.int().min(1).max(10_000),
    count: z.int().min(1).max(10_000),
  }),
  /** what is read answers as cancelled, and nothing of it is kept; nothing where nothing is read */
  'import.cancel': z.undefined(),
  /** `mapping` null: what the file suggests */
  'import.preview': z.strictObject({ ...taker, file: id, mapping: mapping.nullable(), guessColumns: z.boolean() }),
  /** the good rows; prices become an edition at once */
  'import.take': z.strictObject({ ...taker, file: id, mapping }),
  /** a scenario of its own */
  'import.open': z.strictObject({ file: id }),
  'import.close': z.strictObject({ file: id }),
};
