import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestInfo } from 'playwright/test';
import { formatScenario } from '../../src/shared/scenario/json.ts';
import { planOf } from '../bench/plan.ts';
import { answerOpenDialog, answerSaveDialog } from './fixtures/dialogs.ts';
import type { RunningApp } from './fixtures/launch.ts';
import { expect, test } from './fixtures/test.ts';
import { MainPage } from './pages/MainPage.ts';

/** Takes seconds to export on any machine. */
const LINES = 40_000;
const SECONDS = 90;
test.setTimeout(4 * SECONDS * 1_000);

/** A large plan on screen, and a file of former days that it will be exported to. */
const openLargePlan = async (app: RunningApp, testInfo: TestInfo): Promise<{ readonly page: MainPage; readonly file: string }> => {
  const page = new MainPage(app.window);
  const plan = testInfo.outputPath('plan.json');
  await writeFile(plan, JSON.stringify(formatScenario(planOf({ lines: LINES, packs: 4 }).scenario)));
  await answerOpenDialog(app, [plan]);
  await page.button('Import').click();
  await expect(page.scenarios).toHaveCount(2, { timeout: SECONDS * 1_000 });
  const file = path.join(testInfo.outputPath('exported'), 'plan.xlsx');
  await mkdir(path.dirname(file));
  await writeFile(file, 'of former days');
  await answerSaveDialog(app, file);
  return { page, file };
};

const startExport = async (page: MainPage): Promise<void> => {
  await page.button('Export').click();
  await expect(page.exporting).toBeVisible({ timeout: SECONDS * 1_000 });
};

const expectUntouched = async (file: string): Promise<void> => {
  expect(await readFile(file, 'utf8')).toBe('of former days');
  expect(await readdir(path.dirname(file))).toEqual(['plan.xlsx']);
};

const killExporter = ({ electron }: RunningApp): Promise<void> =>
  electron.evaluate(({ app }) => {
    const exporter = app.getAppMetrics().find(({ name }) => name === 'Costbook exporter');
    if (exporter === undefined) throw new Error('no exporter runs');
    process.kill(exporter.pid, 'SIGKILL');
  });

test('a long export says how far it is, is stopped by Escape, survives its process, and is done in the end', async ({ app }, testInfo) => {
  const { page, file } = await openLargePlan(app, testInfo);
  const share = async (): Promise<number> => Number(await page.exporting.getAttribute('data-share'));
  await startExport(page);
  const first = await share();
  await expect.poll(share).toBeGreaterThan(first);
  await expect(page.exporting).toContainText(/Exporting “plan\.xlsx”\d+ %/);

  await page.button('Export').click();
  await expect(page.notice).toContainText('EXPORT_RUNNING');

  await page.exporting.getByRole('button', { name: 'Cancel' }).focus();
  await app.window.keyboard.press('Escape');
  await expect(page.notice).toContainText('Export stopped. “plan.xlsx” is as it was.');
  await expect(page.exporting).toHaveCount(0);
  await expect(page.button('Export')).toBeFocused();
  await expectUntouched(file);

  await startExport(page);
  await killExporter(app);
  await expect(page.notice).toContainText('EXPORT_FAILED');
  await expectUntouched(file);

  await page.notice.getByRole('button', { name: 'Retry' }).click();
  await expect(page.notice).toContainText('Exported to “plan.xlsx”. It opens in Excel, but is too large', { timeout: SECONDS * 1_000 });
  await expect(page.exporting).toHaveCount(0);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
  expect(await readdir(path.dirname(file))).toEqual(['plan.xlsx']);
});

test('an app that is closed while it exports leaves the old file and nothing beside it', async ({ app }, testInfo) => {
  const { page, file } = await openLargePlan(app, testInfo);
  await startExport(page);
  await app.close();
  await expectUntouched(file);
});

test('a small export is done before anyone could read how far it is', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  await app.window.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('[data-work]') !== null) document.body.dataset.flashed = 'yes';
    }).observe(document.body, { childList: true, subtree: true });
  });
  await answerSaveDialog(app, testInfo.outputPath('small.xlsx'));
  await page.button('Export').click();
  await expect(page.notice).toContainText('Exported to “small.xlsx”.');
  expect(await app.window.evaluate(() => document.body.dataset.flashed)).toBeUndefined();
});
