/**
 * The menu bar as data. Its entries only send commands: the window knows what they mean in the place where the user is.
 *
 * Keys go to the page first, and a key that the page handles never reaches the menu. So Ctrl+Z in a cell editor or a text field
 * undoes typing there, and everywhere else it undoes the last command. Keys are Excel's where Excel has them (Ctrl+- deletes rows,
 * Ctrl+Alt+= and Ctrl+Alt+- zoom); Ctrl+PageUp and Ctrl+PageDown, which change the sheet there, change the option here.
 */
import type { MenuItemConstructorOptions } from 'electron';
import type { Locale, MenuCommand } from '../../shared/ipc/contract.ts';
import { MENU_TEXTS, type MenuTexts } from './texts.ts';

export interface MenuInput {
  readonly locale: Locale;
  readonly platform: NodeJS.Platform;
  readonly devTools: boolean;
  /** what there is to undo and redo, in the user's words; null where there is nothing */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly send: (command: MenuCommand) => void;
}
type Item = MenuItemConstructorOptions;
type Command = (command: MenuCommand, label: string, accelerator?: string, more?: Item) => Item;
interface Parts {
  readonly input: MenuInput;
  readonly texts: MenuTexts;
  readonly command: Command;
  readonly isMac: boolean;
}

const SEPARATOR: Item = { type: 'separator' };

export const menuTemplate = (input: MenuInput): readonly Item[] => {
  const command: Command = (id, label, accelerator, more = {}) => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    ...more,
    click: () => input.send(id),
  });
  const parts: Parts = { input, texts: MENU_TEXTS[input.locale], command, isMac: input.platform === 'darwin' };
  return [
    ...(parts.isMac ? [{ role: 'appMenu' } as const] : []),
    fileMenu(parts),
    editMenu(parts),
    viewMenu(parts),
    ...(parts.isMac ? [{ role: 'windowMenu' } as const] : []),
    { id: 'help', label: parts.texts.help, role: 'help', submenu: [command('app.about', parts.texts.about)] },
  ];
};

const fileMenu = ({ texts, command, isMac }: Parts): Item => ({
  id: 'file',
  label: texts.file,
  submenu: [
    command('scenario.new', texts.new, 'CmdOrCtrl+N'),
    command('scenario.newFromSample', texts.newFromSample, 'CmdOrCtrl+Shift+N'),
    command('scenario.duplicate', texts.duplicate, 'CmdOrCtrl+Shift+D'),
    command('scenario.rename', texts.rename),
    command('scenario.delete', texts.delete),
    SEPARATOR,
    command('workbook.import', texts.import, 'CmdOrCtrl+O'),
    command('workbook.export', texts.export, 'CmdOrCtrl+E'),
    {
      id: 'exportCsv',
      label: texts.exportCsv,
      submenu: [
        command('csv.nodes', `${texts.sheets.nodes}…`),
        command('csv.usage', `${texts.sheets.usage}…`),
        command('csv.packs', `${texts.sheets.packs}…`),
        command('csv.ledger', texts.csvTables.ledger),
        command('csv.summary', `${texts.sheets.summary}…`),
        SEPARATOR,
        command('csv.focus', texts.csvTables.focus),
      ],
    },
    ...(isMac ? [] : [SEPARATOR, { role: 'quit', label: texts.quit } as const]),
  ],
});

const editMenu = ({ input: { undo, redo }, texts, command, isMac }: Parts): Item => ({
  id: 'edit',
  label: texts.edit,
  submenu: [
    // macOS knows Cmd+Z in a text field only by the menu, so there it is never off; the window then decides what to undo.
    command('edit.undo', texts.undo(undo), 'CmdOrCtrl+Z', { enabled: isMac || undo !== null }),
    command('edit.redo', texts.redo(redo), isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y', { enabled: isMac || redo !== null }),
    // The other of the two usual keys; the menu shows one.
    {
      ...command('edit.redo', texts.redo(redo), isMac ? 'Cmd+Y' : 'Ctrl+Shift+Z', { enabled: isMac || redo !== null }),
      id: 'edit.redo.otherKey',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    SEPARATOR,
    { role: 'cut', label: texts.cut },
    { role: 'copy', label: texts.copy },
    { role: 'paste', label: texts.paste },
    { role: 'selectAll', label: texts.selectAll },
    SEPARATOR,
    command('edit.find', texts.find, 'CmdOrCtrl+F'),
    command('edit.findReplace', texts.findReplace, 'CmdOrCtrl+H'),
    SEPARATOR,
    command('edit.insertAbove', texts.insertAbove, 'CmdOrCtrl+Plus'),
    command('edit.insertBelow', texts.insertBelow),
    command('edit.duplicateRows', texts.duplicateRows),
    command('edit.moveUp', texts.moveUp, 'Alt+Shift+Up'),
    command('edit.moveDown', texts.moveDown, 'Alt+Shift+Down'),
    command('edit.deleteRows', texts.deleteRows, 'CmdOrCtrl+-'),
    SEPARATOR,
    {
      id: 'fill',
      label: texts.fill,
      submenu: [
        command('edit.fillDown', texts.fillDown, 'CmdOrCtrl+D'),
        command('edit.fillRight', texts.fillRight, 'CmdOrCtrl+R'),
        command('edit.fillSeries', texts.fillSeries),
        command('edit.fillGrowth', texts.fillGrowth),
      ],
    },
  ],
});

const viewMenu = ({ input: { locale, devTools }, texts, command }: Parts): Item => ({
  id: 'view',
  label: texts.view,
  submenu: [
    command('sheet.nodes', texts.sheets.nodes, 'CmdOrCtrl+1'),
    command('sheet.usage', texts.sheets.usage, 'CmdOrCtrl+2'),
    command('sheet.packs', texts.sheets.packs, 'CmdOrCtrl+3'),
    command('sheet.drivers', texts.sheets.drivers, 'CmdOrCtrl+4'),
    command('sheet.summary', texts.sheets.summary, 'CmdOrCtrl+5'),
    command('sheet.compare', texts.sheets.compare, 'CmdOrCtrl+6'),
    command('sheet.ledger', texts.sheets.ledger, 'CmdOrCtrl+7'),
    SEPARATOR,
    command('option.next', texts.nextOption, 'CmdOrCtrl+PageDown'),
    command('option.previous', texts.previousOption, 'CmdOrCtrl+PageUp'),
    command('option.add', texts.addOption, 'CmdOrCtrl+Shift+O'),
    SEPARATOR,
    command('view.findScenario', texts.findScenario, 'CmdOrCtrl+P'),
    command('view.toggleScenarios', texts.scenarios, 'CmdOrCtrl+B'),
    command('view.toggleWhy', texts.why, 'CmdOrCtrl+I'),
    SEPARATOR,
    { role: 'zoomIn', label: texts.zoomIn, accelerator: 'CmdOrCtrl+Alt+=' },
    { role: 'zoomOut', label: texts.zoomOut, accelerator: 'CmdOrCtrl+Alt+-' },
    { role: 'resetZoom', label: texts.resetZoom, accelerator: 'CmdOrCtrl+0' },
    { role: 'togglefullscreen', label: texts.fullScreen },
    SEPARATOR,
    {
      id: 'language',
      label: texts.language,
      submenu: [
        command('locale.zh-CN', '简体中文', undefined, { type: 'radio', checked: locale === 'zh-CN' }),
        command('locale.en', 'English', undefined, { type: 'radio', checked: locale === 'en' }),
      ],
    },
    ...(devTools ? [SEPARATOR, { role: 'toggleDevTools', label: texts.developerTools } as const] : []),
  ],
});
