import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answerOpenDialog, answerSaveDialog } from './fixtures/dialogs.ts';
import { expect, test } from './fixtures/test.ts';
import { ImportPage } from './pages/ImportPage.ts';
import { MainPage } from './pages/MainPage.ts';

test('a scenario leaves as a workbook and comes back the same, edits included', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const file = testInfo.outputPath('plan.xlsx');
  await page.nodes.type('n1', 'count', '5');
  await page.expectTotal('A', 'cash', '180000.00');
  const artLab = await page.total('B', 'cash').getAttribute('data-value');

  await answerSaveDialog(app, file);
  await page.button('Export').click();
  await expect(page.notice).toContainText('plan.xlsx');

  await page.nodes.type('n1', 'count', '1');
  await page.expectTotal('A', 'cash', '36000.00');

  await answerOpenDialog(app, [file]);
  await page.button('Import').click();
  await new ImportPage(app.window).button('Open as a new scenario').click();
  await page.expectTotal('A', 'cash', '180000.00');
  await page.expectTotal('B', 'cash', artLab ?? '');
  // The import is a scenario of its own: the edited one is still there.
  await expect(page.scenarios).toHaveCount(2);
});

test('a file that cannot be used is named with its reason, and nothing changes', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const before = await page.total('A', 'cash').getAttribute('data-value');
  const file = path.join(testInfo.outputPath(), 'notes.xlsx');
  await writeFile(file, 'not a workbook at all');

  await answerOpenDialog(app, [file]);
  await page.button('Import').click();
  await expect(page.notice).toContainText('notes.xlsx');
  await expect(page.scenarios).toHaveCount(1);
  await page.expectTotal('A', 'cash', before ?? '');
});

test('closing the dialog without a file changes nothing', async ({ app }) => {
  const page = new MainPage(app.window);
  await answerOpenDialog(app, []);
  await page.button('Import').click();
  await answerSaveDialog(app, null);
  await page.button('Export').click();
  await expect(page.notice).toHaveCount(0);
  await expect(page.scenarios).toHaveCount(1);
});

test('a file that is open in a spreadsheet is named, and one click goes on once it is closed', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const file = testInfo.outputPath('plan.xlsx');
  // As LibreOffice marks a file that it has open.
  const lock = path.join(testInfo.outputPath(), '.~lock.plan.xlsx#');
  await writeFile(file, 'what was there before');
  await writeFile(lock, '');
  await answerSaveDialog(app, file);
  await page.button('Export').click();
  await expect(page.notice).toContainText('FILE_LOCKED');
  expect(await readFile(file, 'utf8')).toBe('what was there before');

  await rm(lock);
  await page.notice.getByRole('button', { name: 'Retry' }).click();
  await expect(page.notice).toContainText('Exported to “plan.xlsx”');
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
});
