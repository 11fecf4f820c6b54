import { writeFile } from 'node:fs/promises';
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
