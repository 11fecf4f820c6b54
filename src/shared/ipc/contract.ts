/**
 * The one contract between window and main process: channel -> request and response. main/ipc parses every request with the
 * schema here before a handler sees it; the window never sends a path, and every answer is a Result.
 */
import { z } from 'zod';
import type { AppError, Result } from '../core/result.ts';
import type { ImportPreview } from '../importing/preview.ts';
import type { PriceBook } from '../pricebook/types.ts';
import type { History, HistoryMove } from '../scenario/history.ts';
import type { Patch } from '../scenario/patch.ts';
import type { Scenario } from '../scenario/types.ts';
import { IMPORT_REQUESTS, type ImportedFile, type ImportProgress, type TakenImport } from './importing.ts';
import { historyMove, id, nothing, patchOp, text, view } from './schemas.ts';

export type Locale = 'zh-CN' | 'en';
/** What leaves as CSV: a sheet, or the charges of one option in the columns of FOCUS. */
export const CSV_SHEETS = ['nodes', 'usage', 'packs', 'ledger', 'summary', 'focus'] as const;
export type CsvSheet = (typeof CSV_SHEETS)[number];
/** How one sheet is laid out; absent: as it comes. */
export interface GridSettings {
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
  readonly hidden?: readonly string[] | undefined;
  /** column ids from the left */
  readonly order?: readonly string[] | undefined;
  /** pixels */
  readonly widths?: Readonly<Record<string, number>> | undefined;
  /** the last column that stays while the others scroll */
  readonly frozen?: string | undefined;
  /** quarters whose months are one column, like `2026-Q1` */
  readonly folded?: readonly string[] | undefined;
}
/** What is remembered of the window for one scenario; opaque to the store. */
export interface ViewState {
  readonly sheet: string;
  readonly option: string;
  /** active cell of each sheet */
  readonly cells: Readonly<Record<string, { readonly row: string; readonly column: string }>>;
  /** option that Compare measures against */
  readonly baseline: string | null;
  /** what the options are compared by; absent in views of former versions */
  readonly compareBy?: 'cash' | 'expense' | undefined;
  /** layout of each sheet; absent in views of former versions */
  readonly grids?: Readonly<Record<string, GridSettings>> | undefined;
}
export interface ScenarioSummary {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: string;
}
export interface EditionSummary {
  readonly edition: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly effectiveFrom: string;
  readonly hash: string;
  readonly skuCount: number;
}
export interface OpenScenario {
  readonly id: string;
  /** counts applied patches; the next patch must name it */
  readonly revision: number;
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
  /** what can be undone and redone, also from before the last start */
  readonly history: History;
  /** other price books that undo and redo lead to */
  readonly historyPriceBooks: readonly PriceBook[];
  readonly view: ViewState | null;
}
export interface Bootstrap {
  readonly locale: Locale;
  /** null: follow the system */
  readonly localeChosen: boolean;
  readonly scenarios: readonly ScenarioSummary[];
  readonly editions: readonly EditionSummary[];
  readonly open: OpenScenario;
  readonly about: { readonly version: string; readonly electron: string; readonly sqlite: string };
}
export interface ImportReport {
  /** name of the file, never its path */
  readonly file: string;
  readonly opened: OpenScenario;
}
export interface ExportReport {
  readonly file: string;
  /** false: a workbook that is too large for import */
  readonly fitsImport: boolean;
}
export interface ExportProgress {
  readonly file: string;
  /** of its rows, per mille; never less than before */
  readonly share: number;
}
/** The user closed a dialog without choosing. */
export type Cancelled = { readonly cancelled: true };

/** Channel -> schema of its request. */
export const REQUESTS = {
  'app.bootstrap': nothing,
  'app.setLocale': z.strictObject({ locale: z.enum(['zh-CN', 'en']) }),
  /** the labels of the undo and redo menu entries, null = nothing to undo */
  'app.setMenuState': z.strictObject({ undo: text.nullable(), redo: text.nullable() }),
  /** the browser's own commands on what is focused: a page may not start them itself */
  'window.edit': z.strictObject({ command: z.enum(['cut', 'copy', 'paste']) }),
  'scenario.open': z.strictObject({ id }),
  'scenario.create': z.strictObject({ from: z.enum(['blank', 'sample']), name: text, startMonth: z.string().max(7) }),
  'scenario.duplicate': z.strictObject({ id, name: text }),
  'scenario.rename': z.strictObject({ id, name: text }),
  'scenario.delete': z.strictObject({ id }),
  'scenario.restore': z.strictObject({ id }),
  'scenario.save': z.strictObject({
    id,
    revision: z.int().min(0),
    patch: z.array(patchOp).max(300_000),
    history: z.array(historyMove).max(300_000),
  }),
  'scenario.saveView': z.strictObject({ id, view }),
  'edition.get': z.strictObject({ edition: z.string().max(64) }),
  /** these open a native dialog in the main process */
  'workbook.export': z.strictObject({ id }),
  ...IMPORT_REQUESTS,
  'workbook.exportCsv': z.strictObject({ id, sheet: z.enum(CSV_SHEETS), option: id }),
  /** the running export answers with EXPORT_STOPPED; nothing where none runs */
  'workbook.cancelExport': nothing,
} as const satisfies Record<string, z.ZodType>;

export type Channel = keyof typeof REQUESTS;
export type Request<C extends Channel> = C extends 'scenario.save'
  ? { readonly id: string; readonly revision: number; readonly patch: Patch; readonly history: readonly HistoryMove[] }
  : z.infer<(typeof REQUESTS)[C]>;

/** Channel -> value of its Result. */
export interface Responses {
  'app.bootstrap': Bootstrap;
  'app.setLocale': null;
  'app.setMenuState': null;
  'window.edit': null;
  'scenario.open': OpenScenario;
  'scenario.create': OpenScenario;
  'scenario.duplicate': OpenScenario;
  'scenario.rename': ScenarioSummary;
  /** the scenario to show next: deleting the last one leaves a new blank one */
  'scenario.delete': OpenScenario;
  'scenario.restore': OpenScenario;
  'scenario.save': { readonly revision: number };
  'scenario.saveView': null;
  'edition.get': PriceBook;
  'workbook.export': ExportReport | Cancelled;
  'import.choose': readonly ImportedFile[] | Cancelled;
  'import.receive': ImportedFile | Cancelled;
  'import.send': null;
  'import.cancel': null;
  'import.preview': ImportPreview | null;
  'import.take': TakenImport;
  'import.open': ImportReport;
  'import.close': null;
  'workbook.exportCsv': ExportReport | Cancelled;
  'workbook.cancelExport': null;
}
export type Response<C extends Channel> = Result<Responses[C], AppError>;

/** Commands that the menu bar sends to the window (channel `menu.command`). */
export const MENU_COMMANDS = [
  'scenario.new',
  'scenario.newFromSample',
  'scenario.duplicate',
  'scenario.rename',
  'scenario.delete',
  'workbook.import',
  'workbook.export',
  'csv.nodes',
  'csv.usage',
  'csv.packs',
  'csv.ledger',
  'csv.summary',
  'csv.focus',
  'edit.undo',
  'edit.redo',
  'edit.deleteRows',
  'edit.find',
  'edit.findReplace',
  'edit.insertAbove',
  'edit.insertBelow',
  'edit.duplicateRows',
  'edit.moveUp',
  'edit.moveDown',
  'edit.fillDown',
  'edit.fillRight',
  'edit.fillSeries',
  'edit.fillGrowth',
  'option.next',
  'option.previous',
  'option.add',
  'sheet.nodes',
  'sheet.usage',
  'sheet.packs',
  'sheet.drivers',
  'sheet.summary',
  'sheet.compare',
  'sheet.ledger',
  'view.toggleScenarios',
  'view.toggleWhy',
  'view.findScenario',
  'locale.zh-CN',
  'locale.en',
  'app.about',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/**
 * The frozen object that the preload puts on `window.costbook`. Answers are JSON text, and so may requests be: Electron copies what passes
 * between the preload and the page value by value, which for a scenario of 100,000 lines takes longer than pricing it.
 */
export interface WindowBridge {
  invoke<C extends Channel>(channel: C, request: Request<C> | string): Promise<string>;
  onMenuCommand: Bridge['onMenuCommand'];
  onExportProgress: Bridge['onExportProgress'];
  onImportProgress: Bridge['onImportProgress'];
}

/** What the window works with: renderer/ipc/client.ts makes it of the other. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, request: Request<C>): Promise<Response<C>>;
  /** returns a function that stops listening */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
  /** null: no export runs any more; returns a function that stops listening */
  onExportProgress(listener: (progress: ExportProgress | null) => void): () => void;
  /** null: no file is read any more; as above */
  onImportProgress(listener: (progress: ImportProgress | null) => void): () => void;
}
