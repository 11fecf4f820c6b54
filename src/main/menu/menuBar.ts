import { Menu } from 'electron';
import type { Locale, MenuCommand, Request } from '../../shared/ipc/contract.ts';
import { menuTemplate } from './menuTemplate.ts';

type MenuState = Request<'app.setMenuState'>;
export interface MenuBar {
  /** after a change of language */
  rebuild(): void;
  setState(state: MenuState): void;
}
interface MenuBarInput {
  readonly locale: () => Locale;
  readonly platform: NodeJS.Platform;
  readonly devTools: boolean;
  readonly send: (command: MenuCommand) => void;
}

/** Electron cannot change a label in place, so every change builds the bar anew (under a millisecond). */
export const createMenuBar = ({ locale, platform, devTools, send }: MenuBarInput): MenuBar => {
  let state: MenuState = { undo: null, redo: null };
  const rebuild = (): void => {
    const template = menuTemplate({ locale: locale(), platform, devTools, ...state, send });
    Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
  };
  return {
    rebuild,
    setState: (next) => {
      if (next.undo === state.undo && next.redo === state.redo) return;
      state = next;
      rebuild();
    },
  };
};
