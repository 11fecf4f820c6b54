/**
 * Which sheet, which row holds the headers, and what each column is: guessed from the file, corrected by the user.
 *
 * Rule: the guess is the sheet, header row and target with the most columns that are known; every target needs its item column. A
 * header's unit (元/万元, 小时/天, GB/TB) belongs to its column.
 */
import type { Month } from '../time/calendar.ts';
import { shownCell } from './cellText.ts';
import { FIELD_ALIASES, fieldsOf, IMPORT_TARGETS, type ImportTarget, plainHeader, REQUIRED_FIELDS, TELLING_FIELDS } from './fields.ts';
import { monthOfHeader } from './months.ts';
import type { RawCell, Table } from './table.ts';
import { unitOfHeader } from './units.ts';

export interface ColumnMapping {
  /** from 0 */
  readonly column: number;
  /** a name of FIELD_ALIASES[target], or `m:2026-03` on the usage sheet */
  readonly field: string;
  /** unit in which the file counts, null: the one of the price book */
  readonly unit: string | null;
}
export interface Mapping {
  /** name of the sheet */
  readonly table: string;
  /** 1-based */
  readonly headerRow: number;
  readonly target: ImportTarget;
  readonly columns: readonly ColumnMapping[];
  /** what the file calls an item -> SKU, where the user has said so */
  readonly skus: Readonly<Record<string, string>>;
}

const SEARCHED_ROWS = 30;
/** One known word may be chance. */
const FEWEST_COLUMNS = 2;

/** Whether a name is an item of the target's kind. */
export type KnowsItem = (target: ImportTarget, item: string) => boolean;

/** The best guess over all sheets; null where none has columns that are known. */
export const guessMapping = (tables: readonly Table[], horizon: readonly Month[], knowsItem: KnowsItem): Mapping | null => {
  let best: { readonly mapping: Mapping; readonly score: number } | null = null;
  for (const table of tables) {
    for (const [index, cells] of table.rows.slice(0, SEARCHED_ROWS).entries()) {
      for (const target of IMPORT_TARGETS) {
        const columns = matchHeaders(target, cells, horizon);
        const named = scoreOf(target, columns, table.name);
        // Only where it could win: looking through the rows costs more than the headers.
        if (named === 0 || named + ITEMS_WEIGHT <= (best?.score ?? 0)) continue;
        const score = named + ITEMS_WEIGHT * shareOfItems(table, index + 1, columns, (item) => knowsItem(target, item));
        if (score > (best?.score ?? 0)) best = { mapping: { table: table.name, headerRow: index + 1, target, columns, skus: {} }, score };
      }
    }
  }
  return best?.mapping ?? null;
};

/** Items that are of one kind say more than a header of two meanings, such as a quantity. */
const ITEMS_WEIGHT = 3;
const SEARCHED_ITEMS = 20;

const shareOfItems = (table: Table, from: number, columns: readonly ColumnMapping[], knows: (item: string) => boolean): number => {
  const column = columns.find(({ field }) => field === 'sku')?.column ?? -1;
  const items = table.rows.slice(from, from + SEARCHED_ITEMS).flatMap((cells) => {
    const item = shownCell(cells[column] ?? null).trim();
    return item === '' ? [] : [item];
  });
  return items.length === 0 ? 0 : items.filter(knows).length / items.length;
};

/** What the headers of a row say, for a target that the user has chosen. */
export const matchHeaders = (target: ImportTarget, cells: readonly RawCell[], horizon: readonly Month[]): readonly ColumnMapping[] => {
  const taken = new Set<string>();
  const found: ColumnMapping[] = [];
  for (const [column, raw] of cells.entries()) {
    const field = fieldOfHeader(target, raw, horizon);
    if (field === null || taken.has(field)) continue;
    taken.add(field);
    found.push({ column, field, unit: typeof raw === 'string' ? unitOfHeader(raw) : null });
  }
  return found;
};

const fieldOfHeader = (target: ImportTarget, raw: RawCell, horizon: readonly Month[]): string | null => {
  const month = target === 'usage' ? monthOfHeader(raw, horizon) : null;
  if (month !== null) return `m:${month}`;
  if (typeof raw !== 'string') return null;
  const header = plainHeader(raw);
  return fieldsOf(target).find((field) => FIELD_ALIASES[target][field]?.includes(header)) ?? null;
};

/** 0: no guess. Names of sheets and columns that only one target has decide between equals. */
const scoreOf = (target: ImportTarget, columns: readonly ColumnMapping[], table: string): number => {
  const fields = new Set(columns.map(({ field }) => field));
  if (!REQUIRED_FIELDS[target].every((field) => fields.has(field)) || columns.length < FEWEST_COLUMNS) return 0;
  if (!columns.some(({ field }) => field.startsWith('m:') || TELLING_FIELDS[target].includes(field))) return 0;
  const months = columns.filter(({ field }) => field.startsWith('m:')).length;
  return columns.length - months + Math.min(months, 2) + (TABLE_NAMES[target].test(table) ? 1 : 0);
};

const TABLE_NAMES: Readonly<Record<ImportTarget, RegExp>> = {
  nodes: /node|节点|专用|预付|包月/i,
  usage: /usage|用量|按量|消耗/i,
  packs: /pack|voucher|资源包|套餐|代金券|抵扣/i,
  prices: /price|价格|报价|单价/i,
};

/** What the user has made of a file of this shape before. */
export interface RememberedMapping {
  readonly shape: string;
  readonly mapping: Mapping;
}

/** The mapping of the last file whose header row said the same; null where there was none. */
export const recallMapping = (tables: readonly Table[], remembered: readonly RememberedMapping[]): Mapping | null => {
  if (remembered.length === 0) return null;
  const known = new Map(remembered.map(({ shape, mapping }) => [shape, mapping]));
  for (const table of tables) {
    for (const [index, cells] of table.rows.slice(0, SEARCHED_ROWS).entries()) {
      const found = known.get(shapeOf(cells));
      if (found !== undefined) return { ...found, table: table.name, headerRow: index + 1 };
    }
  }
  return null;
};

/** Two files of one shape have the same: the headers that say something, in their order. */
export const shapeOf = (cells: readonly RawCell[]): string =>
  cells.map((raw) => (typeof raw === 'string' ? plainHeader(raw) : raw === null ? '' : '#')).join('|');
