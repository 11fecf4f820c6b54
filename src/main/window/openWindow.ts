import { writeFile } from 'node:fs/promises';
import { BrowserWindow, nativeTheme } from 'electron';
import { backgroundColor, windowOptions } from './windowOptions.ts';

interface OpenInput {
  readonly page: string;
  readonly preload: string;
  readonly devTools: boolean;
  /** file for a picture of the first screen, or null */
  readonly screenshot: string | null;
  readonly onError: (where: string, error: unknown) => void;
}

/** Opens the window; it appears when its first frame is painted. */
export const openWindow = ({ page, preload, devTools, screenshot, onError }: OpenInput): BrowserWindow => {
  const window = new BrowserWindow(windowOptions({ preload, dark: nativeTheme.shouldUseDarkColors, devTools }));
  window.once('ready-to-show', () => window.show());
  const repaint = (): void => window.setBackgroundColor(backgroundColor(nativeTheme.shouldUseDarkColors));
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  // Chromium asks nobody about about:blank; it leads straight back.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!address.startsWith(page)) window.loadURL(page).catch((error: unknown) => onError('window', error));
  });
  window
    .loadURL(page)
    .then(() => (screenshot === null ? undefined : takeScreenshot(window, screenshot)))
    .catch((error: unknown) => onError('window', error));
  return window;
};

/** Resolves two frames after the first scenario is on screen (`data-ready`, formats.md). */
const WHEN_READY = `new Promise((resolve) => {
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
  const isReady = () => document.querySelector('[data-ready="true"]') !== null;
  if (isReady()) return painted();
  const observer = new MutationObserver(() => {
    if (!isReady()) return;
    observer.disconnect();
    painted();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
})`;

const takeScreenshot = async (window: BrowserWindow, file: string): Promise<void> => {
  await window.webContents.executeJavaScript(WHEN_READY);
  const picture = await window.webContents.capturePage();
  await writeFile(file, picture.toPNG());
};
