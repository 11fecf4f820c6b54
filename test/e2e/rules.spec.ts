/** Billing rules that a scenario sets in place of its price book's. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answerOpenDialog } from './fixtures/dialogs.ts';
import { expect, test } from './fixtures/test.ts';
import { MainPage } from './pages/MainPage.ts';
import { ShellPage } from './pages/ShellPage.ts';

test('a provider’s rule is set for the scenario alone, is said wherever its totals are, and is taken back by undo', async ({ app }) => {
  const shell = new ShellPage(app.window);
  const { window } = app;
  await window.locator('.status-edition').click();
  const rounding = window.locator('[data-provider="artlab"] select').first();
  await rounding.focus();
  // The second of: as published, half up, half even, down.
  await rounding.press('ArrowDown');
  await expect(rounding).toHaveValue('half-up');
  await expect(window.locator('[data-own-rules]')).toHaveText('rules set in this scenario');
  await expect(window.locator('[data-provider="artlab"]')).toHaveAttribute('data-own', 'true');
  await window.getByRole('button', { name: 'Back to the scenario' }).click();
  // Option A has nodes only; the mark of B leads back to the rules.
  await expect(window.locator('[data-card-rules]')).toHaveText(['own rules']);
  await window.locator('[data-card-rules="B"]').click();
  await expect(rounding).toHaveValue('half-up');
  await window.getByRole('button', { name: 'Back to the scenario' }).click();
  await window.locator('[data-option="B"] .card-name').click();
  await shell.tab('usage').click();
  await window.locator('[data-sheet="usage"] [row-id] [col-id^="m:"]').first().click();
  await expect(window.locator('[data-why="charge"]')).toContainText('set in this scenario; the provider’s is: Cut below 0.01');
  await shell.tab('usage').focus();
  await window.keyboard.press('Control+z');
  await expect(window.locator('[data-own-rules], [data-card-rules]')).toHaveCount(0);
  await expect(window.locator('[data-why="charge"]')).toContainText('billing rule of the provider');
});

test('rules of a provider that the price book lacks are shown as without effect, and can be removed', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const { window } = app;
  const sample = JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../resources/sample/en.json'), 'utf8'));
  const file = testInfo.outputPath('foreign.json');
  await writeFile(file, JSON.stringify({ ...sample, name: 'foreign', overrides: { elsewhere: { rounding: 'down' } } }));
  await answerOpenDialog(app, [file]);
  await page.button('Import').click();
  await expect(page.scenarios).toHaveCount(2);
  // Nothing is billed otherwise, so nothing says so.
  await expect(window.locator('[data-own-rules], [data-card-rules]')).toHaveCount(0);
  await window.locator('.status-edition').click();
  const foreign = window.locator('[data-foreign]');
  await expect(foreign).toContainText('elsewhere');
  await expect(foreign).toContainText('Rounding: down to the fen');
  await expect(foreign).toContainText('without effect');
  await foreign.getByRole('button', { name: 'Remove the rules' }).click();
  await expect(foreign).toHaveCount(0);
});
