import type { BrowserWindowConstructorOptions } from 'electron';

interface WindowInput {
  readonly preload: string;
  readonly dark: boolean;
  /** false in a packaged app */
  readonly devTools: boolean;
}

/** Page colours of ui/theme.css: the window has them before the first paint, so it never flashes white. */
const BACKGROUND = { light: '#f6f7f9', dark: '#14171c' } as const;

export const backgroundColor = (dark: boolean): string => (dark ? BACKGROUND.dark : BACKGROUND.light);

/** The one window. Most of webPreferences are Electron's defaults; they stand here so that a test can hold them. */
export const windowOptions = ({ preload, dark, devTools }: WindowInput): BrowserWindowConstructorOptions => ({
  width: 1280,
  height: 800,
  minWidth: 1024,
  minHeight: 640,
  show: false,
  title: 'Costbook',
  backgroundColor: backgroundColor(dark),
  webPreferences: {
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableDialogs: true,
    enableWebSQL: false,
  },
});
