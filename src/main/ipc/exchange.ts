/** Scenarios to files. The window never names a path: main asks the user with a native dialog. */
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bill } from '../../shared/billing/bill.ts';
import { computeBill } from '../../shared/billing/computeBill.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import type { Cancelled, ExportReport, Locale } from '../../shared/ipc/contract.ts';
import type { PriceBook } from '../../shared/pricebook/types.ts';
import { formatScenario } from '../../shared/scenario/json.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { type CsvTable, writeCsvOf } from '../csv/writeCsvOf.ts';
import type { PeekedScenario, Store } from '../store/createStore.ts';
import { replaceFile } from '../xlsx/replaceFile.ts';
import { SHEET_NAMES } from '../xlsx/texts.ts';

export interface Exchange {
  exportScenario(id: string): Promise<Result<ExportReport | Cancelled>>;
  /** Errors: REQUEST_INVALID where the scenario has no such option. */
  exportCsv(id: string, table: CsvTable): Promise<Result<ExportReport | Cancelled>>;
}
export interface ExchangeInput {
  readonly store: Store;
  readonly locale: () => Locale;
  /** path that the user chose, null when the dialog was closed */
  readonly askTarget: (suggestedName: string) => Promise<string | null>;
  readonly writeWorkbook: (input: {
    readonly scenario: Scenario;
    readonly priceBook: PriceBook;
    readonly bill: Bill;
    readonly locale: Locale;
    readonly origin: string;
    readonly file: string;
  }) => Promise<Result<void>>;
  /** hashes of the editions that every Costbook has */
  readonly builtIn: ReadonlySet<string>;
}
const CANCELLED: Cancelled = { cancelled: true };

export const createExchange = (input: ExchangeInput): Exchange => ({
  exportScenario: async (id) => {
    const found = input.store.peekScenario(id);
    if (!found.ok) return found;
    const file = await input.askTarget(`${fileName(found.value.scenario.name)}.xlsx`);
    if (file === null) return ok(CANCELLED);
    const written = await write(input, found.value, file);
    return written.ok ? ok({ file: basename(file) }) : written;
  },
  exportCsv: async (id, table) => {
    const found = input.store.peekScenario(id);
    if (!found.ok) return found;
    const { scenario, priceBook } = found.value;
    if (!scenario.options.some((option) => option.id === table.option)) return fail('REQUEST_INVALID', 'workbook.exportCsv.option');
    const locale = input.locale();
    const file = await input.askTarget(`${fileName(scenario.name)} - ${fileName(tableName(table, locale))}.csv`);
    if (file === null) return ok(CANCELLED);
    const bill = computeBill({ scenario, priceBook });
    const written = await writeCsvOf({ scenario, priceBook, bill, locale }, table, file);
    return written.ok ? ok({ file: basename(file) }) : written;
  },
});

const tableName = ({ sheet, option }: CsvTable, locale: Locale): string =>
  sheet === 'focus' ? `FOCUS ${option}` : SHEET_NAMES[sheet][locale];

const write = ({ locale, builtIn, writeWorkbook }: ExchangeInput, open: PeekedScenario, file: string): Promise<Result<void>> => {
  const { priceBook } = open;
  // A book that only this machine has travels inside the file.
  const isOwn = open.scenario.priceBookHash === null || !builtIn.has(open.scenario.priceBookHash);
  const scenario = isOwn ? { ...open.scenario, priceBookInline: priceBook } : open.scenario;
  if (extname(file).toLowerCase() === '.json') return writeJson(file, formatScenario(scenario));
  return writeWorkbook({ scenario, priceBook, bill: computeBill({ scenario, priceBook }), locale: locale(), origin: open.id, file });
};

const writeJson = (file: string, document: unknown): Promise<Result<void>> =>
  replaceFile(file, (stream) => pipeline(Readable.from([`${JSON.stringify(document, null, 2)}\n`]), stream));

/** The scenario's name without what Windows, macOS or Linux refuse in a file name; never empty, never hidden. */
export const fileName = (name: string): string => {
  const kept = name
    .replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
  return Array.from(kept).slice(0, 80).join('') || 'costbook';
};
