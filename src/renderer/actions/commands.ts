/** Menu commands and keys of the window -> actions. */
import type { MenuCommand } from '../../shared/ipc/contract.ts';
import { TABS } from '../state/ui.ts';
import type { Actions } from './actions.ts';

/** What each command does; `id` is the open scenario's. */
const COMMANDS: Readonly<Record<MenuCommand, (actions: Actions, id: string) => unknown>> = {
  'scenario.new': ({ scenarios }) => scenarios.create('blank'),
  'scenario.newFromSample': ({ scenarios }) => scenarios.create('sample'),
  'scenario.duplicate': ({ scenarios }, id) => scenarios.duplicate(id),
  'scenario.rename': ({ scenarios }, id) => scenarios.startRenaming(id),
  'scenario.delete': ({ scenarios }, id) => scenarios.remove(id),
  'workbook.import': ({ importing }) => importing.choose(),
  'workbook.export': ({ workbook }) => workbook.exportWorkbook(),
  'csv.nodes': ({ workbook }) => workbook.exportCsv('nodes'),
  'csv.usage': ({ workbook }) => workbook.exportCsv('usage'),
  'csv.packs': ({ workbook }) => workbook.exportCsv('packs'),
  'csv.ledger': ({ workbook }) => workbook.exportCsv('ledger'),
  'csv.summary': ({ workbook }) => workbook.exportCsv('summary'),
  'csv.focus': ({ workbook }) => workbook.exportCsv('focus'),
  'edit.undo': ({ history }) => history.undo(),
  'edit.redo': ({ history }) => history.redo(),
  // The grid's own: it knows which rows are selected.
  'edit.find': ({ view }) => view.showFind(false),
  'edit.findReplace': ({ view }) => view.showFind(true),
  'edit.deleteRows': () => undefined,
  'edit.insertAbove': () => undefined,
  'edit.insertBelow': () => undefined,
  'edit.duplicateRows': () => undefined,
  'edit.moveUp': () => undefined,
  'edit.moveDown': () => undefined,
  'edit.fillDown': () => undefined,
  'edit.fillRight': () => undefined,
  'edit.fillSeries': () => undefined,
  'edit.fillGrowth': () => undefined,
  'option.next': ({ options }) => options.step(1),
  'option.previous': ({ options }) => options.step(-1),
  'option.add': ({ options }) => options.add(),
  'sheet.nodes': ({ view }) => view.showSheet('nodes'),
  'sheet.usage': ({ view }) => view.showSheet('usage'),
  'sheet.packs': ({ view }) => view.showSheet('packs'),
  'sheet.drivers': ({ view }) => view.showSheet('drivers'),
  'sheet.summary': ({ view }) => view.showSheet('summary'),
  'sheet.compare': ({ view }) => view.showSheet('compare'),
  'sheet.ledger': ({ view }) => view.showSheet('ledger'),
  'view.toggleScenarios': ({ view }) => view.toggleScenarios(),
  'view.toggleWhy': ({ view }) => view.toggleWhy(),
  'view.findScenario': ({ view }) => view.findScenario(),
  'locale.zh-CN': ({ view }) => view.setLocale('zh-CN'),
  'locale.en': ({ view }) => view.setLocale('en'),
  'app.about': ({ view }) => view.showAbout(true),
};

export const runCommand = (command: MenuCommand, actions: Actions, id: string): void => {
  // An action tells the user itself what failed; a rejection is a bug and goes to the window's error handler.
  void COMMANDS[command](actions, id);
};

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * The keys that the window takes itself, before the menu bar sees them. Undo and redo stay the browser's in a text that is being
 * typed.
 */
export const commandOfKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress, typing: boolean): MenuCommand | null => {
  if (!ctrlKey && !metaKey) return null;
  const name = key.toLowerCase();
  if (altKey) return WITH_ALT[name] ?? null;
  if (!typing && name === 'z') return shiftKey ? 'edit.redo' : 'edit.undo';
  if (shiftKey) return null;
  return PLAIN[name] ?? (!typing && name === 'y' ? 'edit.redo' : null);
};

const WITH_ALT: Readonly<Record<string, MenuCommand>> = { arrowright: 'option.next', arrowleft: 'option.previous' };
const PLAIN: Readonly<Record<string, MenuCommand>> = {
  p: 'view.findScenario',
  f: 'edit.find',
  h: 'edit.findReplace',
  pagedown: 'option.next',
  pageup: 'option.previous',
  ...Object.fromEntries(TABS.map((sheet, index) => [String(index + 1), `sheet.${sheet}` as const])),
};
