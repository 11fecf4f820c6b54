/**
 * `costbook.scenario/1` <-> Scenario. Source: formats.md.
 *
 * Strict about the shape (unknown keys, ids, start month and horizon are errors with their path), lenient about what stands in
 * a line's fields: those are kept as text, and billing makes issues of them.
 */
import { ok, type Result } from '../core/result.ts';
import { isClassOrder, isRounding, overridesText, type ProviderOverride } from '../pricebook/overrides.ts';
import { parsePriceBook } from '../pricebook/parse.ts';
import { PACK_CLASSES, type PriceBook, ROUNDING_PROFILES } from '../pricebook/types.ts';
import { addMonthsToMonth, isMonth } from '../time/calendar.ts';
import { DRIVER_FIELDS, type Driver, driversText, findDriverFault, isDriverField, readDrivers } from './drivers.ts';
import { canonicalNote, isNotable, sortNotes } from './notes.ts';
import {
  invalid,
  type JsonObject,
  joinPath,
  readAnyObject,
  readEntries,
  readField,
  readId,
  readList,
  readObject,
  readText,
  shown,
  Unusable,
} from './readJson.ts';
import {
  type CellNotes,
  LINE_FIELDS,
  type NodeLine,
  type Option,
  type PackLine,
  type Scenario,
  SHEETS,
  type SheetId,
  type UsageLine,
} from './types.ts';

export const SCENARIO_FORMAT = 'costbook.scenario/1';

const SCENARIO_KEYS = [
  'format',
  'name',
  'note',
  'priceBook',
  'priceBookHash',
  'priceBookInline',
  'overrides',
  'startMonth',
  'months',
  'drivers',
  'options',
];
const OPTION_KEYS = ['id', 'name', ...SHEETS];
const LINE_KEYS: Readonly<Record<SheetId, readonly string[]>> = {
  nodes: ['id', ...LINE_FIELDS.nodes, 'notes'],
  usage: ['id', ...LINE_FIELDS.usage, 'monthly', 'notes'],
  packs: ['id', ...LINE_FIELDS.packs, 'notes'],
};
const MOST_MONTHS = 120;
const LAST_MONTH = '9999-12';

/**
 * The scenario of a parsed JSON document. Errors: FORMAT_UNKNOWN, KEY_UNKNOWN, VALUE_INVALID, ID_DUPLICATE, each with the path of
 * the value; those of an inline price book begin with `priceBookInline`.
 */
export const parseScenario = (input: unknown): Result<Scenario> => {
  try {
    return ok(readScenario(input));
  } catch (thrown) {
    if (thrown instanceof Unusable) return { ok: false, error: thrown.error };
    throw thrown;
  }
};

const readScenario = (input: unknown): Scenario => {
  const { format } = readAnyObject(input, '');
  if (format !== SCENARIO_FORMAT) throw new Unusable('FORMAT_UNKNOWN', 'format', { format: shown(format), expected: SCENARIO_FORMAT });
  const object = readObject(input, '', SCENARIO_KEYS);
  return {
    name: readText(object.name, 'name'),
    note: readText(object.note, 'note'),
    ...readEdition(object),
    overrides: readOverrides(object.overrides),
    drivers: readDriverList(object.drivers),
    ...readHorizon(object),
    options: readOptions(object.options),
  };
};

const readEdition = (object: JsonObject): Pick<Scenario, 'priceBook' | 'priceBookHash' | 'priceBookInline'> => {
  const inline = readInline(object.priceBookInline);
  const named = readText(object.priceBook, 'priceBook');
  const priceBook = named === '' && inline !== null ? inline.edition : named;
  if (priceBook === '' || (inline !== null && inline.edition !== priceBook)) {
    throw invalid(object.priceBook, 'priceBook', inline?.edition ?? 'edition');
  }
  return { priceBook, priceBookHash: readText(object.priceBookHash, 'priceBookHash') || null, priceBookInline: inline };
};

const readInline = (value: unknown): PriceBook | null => {
  if (value === undefined || value === null) return null;
  const parsed = parsePriceBook(value);
  if (parsed.ok) return parsed.value;
  const { code, place, params } = parsed.error;
  throw new Unusable(code, joinInline(place), params);
};

const joinInline = (place: string | null): string =>
  place === null || place === '' ? 'priceBookInline' : joinPath('priceBookInline', place);

const OVERRIDE_KEYS = ['rounding', 'burnClasses'];

const readOverrides = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  const rules = Object.entries(readAnyObject(value, 'overrides')).map(([provider, given]): [string, ProviderOverride] => {
    const path = joinPath('overrides', provider);
    const { rounding, burnClasses } = readObject(given, path, OVERRIDE_KEYS);
    return [provider, { ...readRounding(rounding, path), ...readClasses(burnClasses, path) }];
  });
  return overridesText(Object.fromEntries(rules));
};

const readRounding = (value: unknown, path: string): ProviderOverride => {
  if (value === undefined || value === null) return {};
  if (!isRounding(value)) throw invalid(value, joinPath(path, 'rounding'), ROUNDING_PROFILES.join(', '));
  return { rounding: value };
};

const readClasses = (value: unknown, path: string): ProviderOverride => {
  if (value === undefined || value === null) return {};
  if (!isClassOrder(value)) throw invalid(value, joinPath(path, 'burnClasses'), PACK_CLASSES.join(', '));
  return { burnClasses: value };
};

const DRIVER_KEYS = ['id', ...DRIVER_FIELDS, 'notes'];

const readDriverList = (value: unknown): string | null => {
  const drivers = readList(value, 'drivers').map((entry, index): Driver => {
    const path = `drivers[${index}]`;
    const { id, name, value: given, unit, note, notes } = readObject(entry, path, DRIVER_KEYS);
    return {
      id: readId(id, `${path}.id`),
      name: readText(name, `${path}.name`),
      value: readField(given, `${path}.value`) ?? '',
      unit: readText(unit, `${path}.unit`),
      note: readText(note, `${path}.note`),
      ...readNotes(notes, `${path}.notes`, isDriverField),
    };
  });
  const fault = findDriverFault(drivers);
  if (fault?.field === 'id') throw new Unusable('ID_DUPLICATE', `drivers[${fault.index}].id`, { id: drivers[fault.index]?.id ?? '' });
  if (fault !== null) throw invalid(drivers[fault.index]?.name, `drivers[${fault.index}].${fault.field}`, 'a name that is free');
  return driversText(drivers);
};

const readHorizon = ({ startMonth, months }: JsonObject): Pick<Scenario, 'startMonth' | 'months'> => {
  if (typeof startMonth !== 'string' || !isMonth(startMonth) || startMonth < '0001') throw invalid(startMonth, 'startMonth', 'YYYY-MM');
  if (typeof months !== 'number' || !Number.isInteger(months) || months < 1 || months > MOST_MONTHS) {
    throw invalid(months, 'months', `1..${MOST_MONTHS}`);
  }
  // The last month has a successor, which ends it: it must still be written with four digits.
  const end = addMonthsToMonth(startMonth, months);
  if (end.length > LAST_MONTH.length) throw invalid(months, 'months', `..${LAST_MONTH}`);
  return { startMonth, months };
};

const readOptions = (value: unknown): readonly Option[] => {
  const list = readList(value, 'options');
  if (list.length === 0) throw invalid(value, 'options', 'at least one option');
  const ids = new Set<string>();
  return list.map((entry, index) => {
    const option = readOption(entry, `options[${index}]`);
    claimId(ids, option.id, `options[${index}].id`);
    return option;
  });
};

const readOption = (value: unknown, path: string): Option => {
  const object = readObject(value, path, OPTION_KEYS);
  const ids = new Set<string>();
  const lines = <L extends { readonly id: string }>(sheet: SheetId, read: (line: JsonObject, path: string) => L): readonly L[] =>
    readList(object[sheet], joinPath(path, sheet)).map((entry, index) => {
      const place = `${joinPath(path, sheet)}[${index}]`;
      const object = readObject(entry, place, LINE_KEYS[sheet]);
      const line = { ...read(object, place), ...readNotes(object.notes, `${place}.notes`, (field) => isNotable(sheet, field)) };
      claimId(ids, line.id, `${place}.id`);
      return line;
    });
  return {
    id: readId(object.id, `${path}.id`),
    name: readText(object.name, `${path}.name`),
    nodes: lines('nodes', readNode),
    usage: lines('usage', readUsage),
    packs: lines('packs', readPack),
  };
};

const claimId = (ids: Set<string>, id: string, place: string): void => {
  if (ids.has(id)) throw new Unusable('ID_DUPLICATE', place, { id });
  ids.add(id);
};

const readNode = (line: JsonObject, path: string): NodeLine => ({
  id: readId(line.id, `${path}.id`),
  sku: readField(line.sku, `${path}.sku`) ?? '',
  region: readField(line.region, `${path}.region`),
  count: readField(line.count, `${path}.count`),
  start: readField(line.start, `${path}.start`),
  months: readField(line.months, `${path}.months`),
  price: readField(line.price, `${path}.price`),
  note: readField(line.note, `${path}.note`) ?? '',
});

const readUsage = (line: JsonObject, path: string): UsageLine => ({
  id: readId(line.id, `${path}.id`),
  sku: readField(line.sku, `${path}.sku`) ?? '',
  quantity: readField(line.quantity, `${path}.quantity`),
  per: readField(line.per, `${path}.per`),
  instances: readField(line.instances, `${path}.instances`),
  from: readField(line.from, `${path}.from`),
  to: readField(line.to, `${path}.to`),
  growth: readField(line.growth, `${path}.growth`),
  monthly: readMonthly(line.monthly, `${path}.monthly`),
  price: readField(line.price, `${path}.price`),
  onNodes: readField(line.onNodes, `${path}.onNodes`),
  note: readField(line.note, `${path}.note`) ?? '',
});

const readPack = (line: JsonObject, path: string): PackLine => ({
  id: readId(line.id, `${path}.id`),
  sku: readField(line.sku, `${path}.sku`) ?? '',
  count: readField(line.count, `${path}.count`),
  start: readField(line.start, `${path}.start`),
  expiry: readField(line.expiry, `${path}.expiry`),
  remaining: readField(line.remaining, `${path}.remaining`),
  amount: readField(line.amount, `${path}.amount`),
  price: readField(line.price, `${path}.price`),
  note: readField(line.note, `${path}.note`) ?? '',
});

/** Month -> quantity text; a null value is no override. */
const readMonthly = (value: unknown, path: string): Readonly<Record<string, string>> => readEntries(value, path, isMonth, readField);

/** Field -> note; nothing but blanks is no note. */
const readNotes = (value: unknown, path: string, isField: (field: string) => boolean): { readonly notes?: CellNotes } => {
  const notes = readEntries(value, path, isField, (given, place) => canonicalNote(readText(given, place)));
  return Object.keys(notes).length === 0 ? {} : { notes: sortNotes(notes) };
};

/** Fields that the format writes as JSON numbers, where the text is a canonical integer. */
const INTEGER_FIELDS: readonly string[] = ['count', 'months', 'instances'];
const CANONICAL_INTEGER = /^(?:0|-?[1-9]\d{0,15})$/;

/**
 * The JSON document of a scenario: parseScenario(formatScenario(s)) equals s. Absent fields, empty notes of lines and empty monthly
 * overrides are left out; an inline price book stands instead of the edition's id.
 */
export const formatScenario = (scenario: Scenario): unknown => ({
  format: SCENARIO_FORMAT,
  name: scenario.name,
  note: scenario.note,
  ...(scenario.priceBookInline === null ? { priceBook: scenario.priceBook } : { priceBookInline: scenario.priceBookInline }),
  ...(scenario.priceBookHash === null ? {} : { priceBookHash: scenario.priceBookHash }),
  ...(scenario.overrides === null ? {} : { overrides: JSON.parse(scenario.overrides) }),
  startMonth: scenario.startMonth,
  months: scenario.months,
  ...(scenario.drivers === null ? {} : { drivers: readDrivers(scenario.drivers) }),
  options: scenario.options.map((option) => ({
    id: option.id,
    name: option.name,
    nodes: option.nodes.map((line) => formatLine('nodes', line)),
    usage: option.usage.map((line) => formatLine('usage', line)),
    packs: option.packs.map((line) => formatLine('packs', line)),
  })),
});

const formatLine = (sheet: SheetId, line: NodeLine | UsageLine | PackLine): JsonObject => {
  const values = new Map<string, unknown>(Object.entries(line));
  const entries = LINE_KEYS[sheet].map((key): [string, unknown] => [key, formatField(key, values.get(key))]);
  return Object.fromEntries(entries.filter(([key, value]) => !isLeftOut(key, value)));
};

const formatField = (field: string, value: unknown): unknown => {
  if (typeof value !== 'string' || !INTEGER_FIELDS.includes(field) || !CANONICAL_INTEGER.test(value)) return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

const isLeftOut = (key: string, value: unknown): boolean => {
  if (value === null || value === undefined) return true;
  if (key === 'note') return value === '';
  return key === 'monthly' && typeof value === 'object' && Object.keys(value).length === 0;
};
