/** What requests are made of: lines, patches, places, layouts. Everything has its limits, because the window is not trusted. */
import { z } from 'zod';
import { GESTURE_KEYS, type HistoryEntry } from '../scenario/history.ts';

// The CSP forbids eval; zod would otherwise probe for it.
z.config({ jitless: true });

export const id = z.string().min(1).max(64);
export const text = z.string().max(32_767);
const field = z.string().min(1).max(32);
const fieldText = z.union([text, z.null()]);
const monthly = z.record(z.string().max(7), text);
const notes = z.record(field, text).optional();
const nodeLine = z.strictObject({
  id,
  sku: text,
  region: fieldText,
  count: fieldText,
  start: fieldText,
  months: fieldText,
  price: fieldText,
  note: text,
  notes,
});
const usageLine = z.strictObject({
  id,
  sku: text,
  quantity: fieldText,
  per: fieldText,
  instances: fieldText,
  from: fieldText,
  to: fieldText,
  growth: fieldText,
  monthly,
  price: fieldText,
  onNodes: fieldText,
  note: text,
  notes,
});
const packLine = z.strictObject({
  id,
  sku: text,
  count: fieldText,
  start: fieldText,
  expiry: fieldText,
  remaining: fieldText,
  amount: fieldText,
  price: fieldText,
  note: text,
  notes,
});
const line = z.union([nodeLine, usageLine, packLine]);
const sheet = z.enum(['nodes', 'usage', 'packs']);
const index = z.int().min(0);
const option = z.strictObject({
  id,
  name: text,
  nodes: z.array(nodeLine).readonly(),
  usage: z.array(usageLine).readonly(),
  packs: z.array(packLine).readonly(),
});
const scalar = z.union([text, z.number(), z.null()]);
export const patchOp = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('scenario.set'),
    field: z.enum(['name', 'note', 'priceBook', 'priceBookHash', 'overrides', 'drivers', 'startMonth', 'months']),
    before: scalar,
    after: scalar,
  }),
  z.strictObject({ op: z.literal('option.insert'), index, option }),
  z.strictObject({ op: z.literal('option.remove'), index, option }),
  z.strictObject({ op: z.literal('option.set'), option: id, field: z.literal('name'), before: text, after: text }),
  z.strictObject({ op: z.literal('line.insert'), option: id, sheet, index, line }),
  z.strictObject({ op: z.literal('line.remove'), option: id, sheet, index, line }),
  z.strictObject({ op: z.literal('line.set'), option: id, sheet, line: id, field, before: fieldText, after: fieldText }),
]);
const cell = z.strictObject({ row: z.string().max(64), column: field });
const columnIds = z.array(field).max(500).readonly();
const gridSettings = z.strictObject({
  sort: z.strictObject({ column: field, descending: z.boolean() }).optional(),
  hidden: columnIds.optional(),
  order: columnIds.optional(),
  widths: z.record(field, z.number().min(20).max(2_000)).optional(),
  frozen: field.optional(),
  folded: columnIds.optional(),
});
export const view = z.strictObject({
  sheet: z.string().max(32),
  option: z.string().max(64),
  cells: z.record(z.string().max(32), cell),
  baseline: z.string().max(64).nullable(),
  compareBy: z.enum(['cash', 'expense']).optional(),
  grids: z.record(z.string().max(32), gridSettings).optional(),
});
export const nothing = z.undefined();
const placeCell = z.strictObject({ row: z.string().max(64), column: field });
const place = z.strictObject({
  option: z.string().max(64),
  sheet: z.string().max(32),
  row: z.string().max(64).nullable(),
  column: field.nullable(),
  ranges: z.array(z.strictObject({ from: placeCell, to: placeCell })).optional(),
});
const gesture = {
  label: z.strictObject({ key: z.enum(GESTURE_KEYS), params: z.record(z.string().max(32), text) }),
  before: place,
  after: place,
};
const length = z.int().min(0);
export const historyMove = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('push'), length, ...gesture }),
  z.strictObject({ move: z.literal('undo'), length }),
  z.strictObject({ move: z.literal('redo'), length }),
]);
const historyEntry = z.strictObject({ ...gesture, patch: z.array(patchOp) });

/** An entry that was stored as JSON; null where it is none. */
export const parseHistoryEntry = (json: string): HistoryEntry | null => {
  try {
    const parsed = historyEntry.safeParse(JSON.parse(json));
    // The schema's type and the patch's differ only in what zod infers of a line's fields.
    return parsed.success ? (parsed.data as HistoryEntry) : null;
  } catch {
    return null;
  }
};
