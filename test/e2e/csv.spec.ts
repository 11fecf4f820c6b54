import { readFile } from 'node:fs/promises';
import { answerSaveDialog } from './fixtures/dialogs.ts';
import { expect, test } from './fixtures/test.ts';
import { MainPage } from './pages/MainPage.ts';
import { choose } from './pages/menuBar.ts';
import { ShellPage } from './pages/ShellPage.ts';

test('a sheet leaves as CSV with what was just typed, and FOCUS with the option in view', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const sheet = testInfo.outputPath('nodes.csv');
  await page.nodes.type('n1', 'note', '=1+1');
  await answerSaveDialog(app, sheet);
  await choose(app, 'csv.nodes');
  await expect(page.notice).toContainText('nodes.csv');
  const [headers, ...lines] = (await readFile(sheet, 'utf8')).split('\r\n');
  expect(headers).toMatch(/^\uFEFFOption,Line,SKU,/);
  expect(lines[0]).toMatch(/,'=1\+1$/);

  const focus = testInfo.outputPath('focus.csv');
  await page.window.keyboard.press('Control+PageDown');
  await expect(new ShellPage(page.window).card('B')).toHaveAttribute('data-in-view', 'true');
  await answerSaveDialog(app, focus);
  await choose(app, 'csv.focus');
  await expect(page.notice).toContainText('focus.csv');
  const rows = (await readFile(focus, 'utf8')).trimEnd().split('\r\n');
  expect(rows[0]).toMatch(/^\uFEFFBilledCost,BillingAccountId,/);
  expect(rows.slice(1).every((row) => row.includes(',forecast:B,'))).toBe(true);
});
