import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type MenuInput, menuTemplate } from '../../../src/main/menu/menuTemplate.ts';
import { MENU_COMMANDS, type MenuCommand } from '../../../src/shared/ipc/contract.ts';

type Item = MenuItemConstructorOptions;
const all = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
const build = (input: Partial<MenuInput> = {}): readonly Item[] =>
  all(menuTemplate({ locale: 'en', platform: 'linux', devTools: false, undo: null, redo: null, send: () => undefined, ...input }));
const find = (items: readonly Item[], id: string): Item => items.find((item) => item.id === id) ?? {};

const platforms: readonly NodeJS.Platform[] = ['linux', 'win32', 'darwin'];

describe('the menu bar', () => {
  it.each(platforms)('offers every command of the contract once, and sends it (%s)', (platform) => {
    const sent: MenuCommand[] = [];
    const items = build({ platform, send: (command) => sent.push(command) });
    const ids = items.map(({ id }) => id).filter((id) => MENU_COMMANDS.some((command) => command === id));
    expect(ids.toSorted()).toEqual([...MENU_COMMANDS].toSorted());
    for (const command of MENU_COMMANDS) Reflect.apply(find(items, command).click ?? (() => undefined), undefined, []);
    expect(sent).toEqual([...MENU_COMMANDS]);
  });

  it.each(platforms)('gives no key twice (%s)', (platform) => {
    const isMac = platform === 'darwin';
    const keys = build({ platform, devTools: true }).flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [String(accelerator).replace('CmdOrCtrl', isMac ? 'Cmd' : 'Ctrl')],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a text for every entry in both languages', () => {
    const labels = (locale: MenuInput['locale']) =>
      build({ locale })
        .filter(({ type, role }) => type !== 'separator' && role !== 'appMenu')
        .map(({ label }) => label ?? '');
    for (const locale of ['en', 'zh-CN'] as const) expect(labels(locale).filter((label) => label === '')).toEqual([]);
    expect(labels('zh-CN').filter((label) => !/\p{Script=Han}|English/u.test(label))).toEqual([]);
  });

  it('says what undo and redo would do, and is off where there is nothing', () => {
    const items = build({ undo: 'paste of 40 cells' });
    expect(find(items, 'edit.undo')).toMatchObject({ label: 'Undo paste of 40 cells', enabled: true, accelerator: 'CmdOrCtrl+Z' });
    expect(find(items, 'edit.redo')).toMatchObject({ label: 'Redo', enabled: false, accelerator: 'Ctrl+Y' });
    expect(find(items, 'edit.redo.otherKey')).toMatchObject({
      accelerator: 'Ctrl+Shift+Z',
      visible: false,
      acceleratorWorksWhenHidden: true,
    });
    expect(find(build({ locale: 'zh-CN', redo: '粘贴 40 格' }), 'edit.redo').label).toBe('重做“粘贴 40 格”');
  });

  it('leaves undo on where the system reaches a text field by it only (macOS)', () => {
    expect(find(build({ platform: 'darwin' }), 'edit.undo').enabled).toBe(true);
  });

  it('marks the language in use', () => {
    const checked = (locale: MenuInput['locale']) => ['locale.zh-CN', 'locale.en'].map((id) => find(build({ locale }), id).checked);
    expect(checked('en')).toEqual([false, true]);
    expect(checked('zh-CN')).toEqual([true, false]);
  });

  it('shows developer tools in development only', () => {
    const has = (devTools: boolean) => build({ devTools }).some(({ role }) => role === 'toggleDevTools');
    expect([has(false), has(true)]).toEqual([false, true]);
  });
});
