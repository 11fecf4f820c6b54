/** What stands around the page: menu bar, language, data folder, second start, refusals at the start. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Launch } from '../../scripts/electron/launch.ts';
import { expect, test } from './fixtures/test.ts';
import { MainPage } from './pages/MainPage.ts';
import { choose, labelOf } from './pages/menuBar.ts';

const launchOnce = (dataFolder: string): { readonly ended: Promise<number | null>; readonly end: () => void } => {
  const launch = JSON.parse(process.env.COSTBOOK_TEST_LAUNCH ?? '{}') as Launch;
  const app = spawn(launch.executablePath, launch.args, { env: { ...launch.env, COSTBOOK_DATA: dataFolder, COSTBOOK_LOCALE: 'en' } });
  const ended = new Promise<number | null>((resolve) => app.on('exit', resolve));
  return { ended, end: () => app.kill('SIGKILL') };
};

test('menu entries reach the page', async ({ app }) => {
  const main = new MainPage(app.window);
  await choose(app, 'sheet.usage');
  await expect(main.usage.root).toBeVisible();
  await choose(app, 'sheet.packs');
  await expect(main.packs.root).toBeVisible();
});

test('the language is changed at run time, menu bar included, and stays', async ({ start }) => {
  const app = await start();
  expect(await labelOf(app, 'workbook.export')).toBe('Export…');
  await choose(app, 'locale.zh-CN');
  await expect(app.window.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(await labelOf(app, 'workbook.export')).toBe('导出…');
  await app.close();
  const again = await start({ COSTBOOK_LOCALE: '' });
  await expect(again.window.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(await labelOf(again, 'locale.en')).toBe('English');
});

test('everything is kept in the data folder, and a log has no names or amounts in it', async ({ start, dataFolder }) => {
  const app = await start();
  await new MainPage(app.window).expectSaved();
  await app.close();
  expect(readdirSync(dataFolder)).toContain('costbook.db');
  const log = path.join(dataFolder, 'logs', 'costbook.log');
  if (existsSync(log)) expect(readFileSync(log, 'utf8')).not.toMatch(/drawing|108000/);
});

test('a second start on the same folder ends and leaves the first one alone', async ({ app, dataFolder }) => {
  expect(await launchOnce(dataFolder).ended).toBe(0);
  await new MainPage(app.window).expectSaved();
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a picture of the first screen is taken on request', async ({ start }, testInfo) => {
  const picture = testInfo.outputPath('first.png');
  const app = await start({ COSTBOOK_SCREENSHOT: picture });
  // The file is there a moment before its first byte is.
  const signature = (): string => (existsSync(picture) ? readFileSync(picture).subarray(1, 4).toString() : '');
  await expect.poll(signature).toBe('PNG');
  await app.close();
});

test('a data file that is not ours is refused and not touched', async ({ dataFolder }) => {
  mkdirSync(dataFolder, { recursive: true });
  const file = path.join(dataFolder, 'costbook.db');
  const contents = 'quantity;price\n'.repeat(1000);
  writeFileSync(file, contents);
  const app = launchOnce(dataFolder);
  const log = path.join(dataFolder, 'logs', 'costbook.log');
  await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8'), { timeout: 30_000 }).toContain('STORE_FAILED SQLITE_NOTADB');
  expect(readFileSync(file, 'utf8')).toBe(contents);
  app.end();
  await app.ended;
});
