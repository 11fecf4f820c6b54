/** Composition root: puts the pieces together, decides nothing else. */
import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import type { AppError } from '../shared/core/result.ts';
import { dateInChina, monthInChina, now } from './clock.ts';
import { readEnvironment, systemLocale } from './environment.ts';
import { createExchange } from './ipc/exchange.ts';
import { createHandlers } from './ipc/handlers.ts';
import { createImporting } from './ipc/importing.ts';
import { listen } from './ipc/listen.ts';
import { createLanguage } from './language.ts';
import { openLog } from './log.ts';
import { createMenuBar } from './menu/menuBar.ts';
import { type AppStore, openAppStore } from './openAppStore.ts';
import { startUtilityProcess } from './process/startUtilityProcess.ts';
import { APP_ORIGIN, APP_PAGE } from './protocol/assetPath.ts';
import { registerAppScheme, serveApp } from './protocol/serveApp.ts';
import { readEditions, readSample } from './resources.ts';
import { lockDownContents, lockDownSession } from './security/lockDown.ts';
import { whenAttached } from './window/automation.ts';
import { askSources, askTarget } from './window/dialogs.ts';
import { createMainWindow } from './window/mainWindow.ts';
import { startText } from './window/startTexts.ts';
import { startReader } from './xlsx/read/reader.ts';
import { readBytesOf } from './xlsx/read/readScenarioFile.ts';

const environment = readEnvironment(process.env, process.platform, app.isPackaged);
const { developmentServer } = environment;
const inApp = (...parts: readonly string[]): string => join(app.getAppPath(), ...parts);
const devTools = !app.isPackaged;

if (environment.data !== null) app.setPath('userData', environment.data);
const dataFolder = app.getPath('userData');
// Chromium's own files stay out of the folder that users back up.
app.setPath('sessionData', join(dataFolder, 'browser'));
const log = openLog(dataFolder, now);

process.on('uncaughtExceptionMonitor', (error) => log.write('uncaught', error));
process.on('unhandledRejection', (error) => log.write('unhandled', error));

const start = ({ store, builtIn }: AppStore): void => {
  lockDownSession({ session: session.defaultSession, developmentServer });
  serveApp(session.defaultSession, inApp('out', 'renderer'));
  const language = createLanguage({
    store,
    override: environment.locale,
    system: systemLocale(app.getPreferredSystemLanguages()),
    onChange: () => menu.rebuild(),
  });
  const main = createMainWindow({
    page: developmentServer ?? APP_PAGE,
    preload: inApp('out', 'preload', 'index.cjs'),
    devTools,
    screenshot: environment.screenshot,
    log,
  });
  const menu = createMenuBar({ locale: language.current, platform: process.platform, devTools, send: main.send });
  const exchange = createExchange({
    store,
    builtIn,
    locale: language.current,
    askTarget: (name) => askTarget(main.window(), language.current(), name),
    startProcess: startUtilityProcess,
    onProgress: main.tellExport,
  });
  const importing = createImporting({
    store,
    askSources: () => askSources(main.window(), language.current()),
    readBytes: readBytesOf,
    startReader: () => startReader(startUtilityProcess),
    onProgress: main.tellImport,
    today: () => dateInChina(now()),
  });
  const handlers = createHandlers({
    store,
    exchange,
    importing,
    language,
    about: { version: app.getVersion(), electron: process.versions.electron, sqlite: store.sqliteVersion() },
    sample: (locale) => readSample(inApp('resources'), locale),
    currentMonth: () => monthInChina(now()),
    setMenuState: menu.setState,
    edit: (command) => main.window()?.webContents[command](),
  });
  listen(
    { handlers, onBug: (where, error) => log.write(`bug in ${where}`, error) },
    developmentServer === null ? APP_ORIGIN : new URL(developmentServer).origin,
  );
  menu.rebuild();
  main.open();
  app.on('second-instance', main.toFront);
  app.on('activate', main.toFront);
  app.on('will-quit', (event) => {
    const ending = exchange.stop();
    if (ending !== null) {
      // Its temporary file goes first.
      event.preventDefault();
      void ending.finally(() => app.quit());
      return;
    }
    importing.stop();
    store.close();
  });
};

const refuseToStart = (error: AppError): void => {
  log.write(`start refused: ${error.code} ${error.params.reason ?? ''}`);
  const { title, text } = startText(environment.locale ?? systemLocale(app.getPreferredSystemLanguages()), error);
  dialog.showErrorBox(title, text);
  app.exit(1);
};

const run = async (): Promise<void> => {
  await Promise.all([app.whenReady(), attached]);
  const onHistoryLost = (entries: number): void => log.write(`history dropped, entries: ${entries}`);
  const opened = openAppStore({ dataFolder, now, editions: readEditions(inApp('resources')), onHistoryLost });
  if (opened.ok) start(opened.value);
  else refuseToStart(opened.error);
};

// The two switches together are a test's; before `ready`, so that the hook is there when it is called.
const isDriven = !app.isPackaged && app.commandLine.hasSwitch('remote-debugging-port') && app.commandLine.hasSwitch('inspect');
const attached = isDriven ? whenAttached(globalThis, 10_000) : Promise.resolve();

registerAppScheme();
lockDownContents();
// Root on Linux has no sandbox (scripts/electron/launch.ts starts it so, and only it); enabling it there ends every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
if (environment.noGpu) app.disableHardwareAcceleration();
// Nothing here has a name to look up: an address that slips through every other rule still leads nowhere.
if (developmentServer === null) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-background-networking');
app.on('window-all-closed', () => app.quit());

// The lock is on the data folder: two folders are two Costbooks, one folder is one.
if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    log.write('start failed', error);
    throw error;
  });
} else {
  app.exit(0);
}
