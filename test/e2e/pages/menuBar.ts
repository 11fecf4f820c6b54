/** The native menu bar, which no page shows. */
import type { RunningApp } from '../fixtures/launch.ts';

/** Chooses a menu entry as a click does. */
export const choose = ({ electron }: RunningApp, id: string): Promise<void> =>
  electron.evaluate(({ Menu }, entry) => {
    Menu.getApplicationMenu()?.getMenuItemById(entry)?.click();
  }, id);

export const labelOf = ({ electron }: RunningApp, id: string): Promise<string | undefined> =>
  electron.evaluate(({ Menu }, entry) => Menu.getApplicationMenu()?.getMenuItemById(entry)?.label, id);
