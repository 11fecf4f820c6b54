/**
 * The scenario as the app holds it: `costbook.scenario/1` with every field of a line as text.
 *
 * Every input field is the text that the user typed (canonical where it could be read: `1,234.5` becomes `1234.5`) or null
 * where nothing was given. So a bad value stays visible as typed and is an issue of its line; only billing reads numbers
 * out of it. scenario/json.ts turns this form into the file format and back.
 */
import type { PriceBook } from '../pricebook/types.ts';
import type { Month } from '../time/calendar.ts';

export type { CivilDate, Month } from '../time/calendar.ts';
export type FieldText = string | null;

/** By field. */
export type CellNotes = Readonly<Record<string, string>>;

export interface NodeLine {
  readonly id: string;
  /** '' while not chosen */
  readonly sku: string;
  readonly region: FieldText;
  readonly count: FieldText;
  readonly start: FieldText;
  readonly months: FieldText;
  readonly price: FieldText;
  readonly note: string;
  /** of single cells (scenario/notes.ts); absent where there is none */
  readonly notes?: CellNotes | undefined;
}
export interface UsageLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: FieldText;
  /** 'month' | 'total', or what was typed */
  readonly per: FieldText;
  readonly instances: FieldText;
  /** month or date, included */
  readonly from: FieldText;
  /** month or date, included */
  readonly to: FieldText;
  readonly growth: FieldText;
  /** month -> quantity text; replaces the computed base */
  readonly monthly: Readonly<Record<Month, string>>;
  readonly price: FieldText;
  /** id of a node line of the same option */
  readonly onNodes: FieldText;
  readonly note: string;
  readonly notes?: CellNotes | undefined;
}
export interface PackLine {
  readonly id: string;
  readonly sku: string;
  readonly count: FieldText;
  readonly start: FieldText;
  /** first day on which it is no longer valid */
  readonly expiry: FieldText;
  readonly remaining: FieldText;
  readonly amount: FieldText;
  readonly price: FieldText;
  readonly note: string;
  readonly notes?: CellNotes | undefined;
}
export type SheetId = 'nodes' | 'usage' | 'packs';
export const SHEETS: readonly SheetId[] = ['nodes', 'usage', 'packs'];
export interface LineOf {
  nodes: NodeLine;
  usage: UsageLine;
  packs: PackLine;
}
export type Line = LineOf[SheetId];

export interface Option {
  /** unique inside the scenario, at most 64 characters */
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly NodeLine[];
  readonly usage: readonly UsageLine[];
  readonly packs: readonly PackLine[];
}
export interface Scenario {
  readonly name: string;
  readonly note: string;
  /** edition id */
  readonly priceBook: string;
  /** content hash of the edition, pinned by the app; null where the file had none */
  readonly priceBookHash: string | null;
  /** a whole price book that travels inside a file; null in the app's store, which keeps it as an edition */
  readonly priceBookInline: PriceBook | null;
  /** billing rules in place of the providers', as pricebook/overrides.ts writes them; null: none */
  readonly overrides: string | null;
  /** named assumptions, as scenario/drivers.ts writes them; null: none */
  readonly drivers: string | null;
  readonly startMonth: Month;
  /** 1 to 120 */
  readonly months: number;
  /** at least one */
  readonly options: readonly Option[];
}
/** Fields of the scenario itself that a command may set. */
export type ScenarioField = 'name' | 'note' | 'priceBook' | 'priceBookHash' | 'overrides' | 'drivers' | 'startMonth' | 'months';

/** The text fields of each kind of line, in the order of the file format; monthly overrides are addressed as `m:YYYY-MM`. */
export const LINE_FIELDS = {
  nodes: ['sku', 'region', 'count', 'start', 'months', 'price', 'note'],
  usage: ['sku', 'quantity', 'per', 'instances', 'from', 'to', 'growth', 'price', 'onNodes', 'note'],
  packs: ['sku', 'count', 'start', 'expiry', 'remaining', 'amount', 'price', 'note'],
} as const satisfies { readonly [S in SheetId]: readonly (keyof LineOf[S])[] };

/** Whether a field holds '' where nothing is given; all others hold null. */
export const isNeverNull = (field: string): boolean => field === 'sku' || field === 'note';
