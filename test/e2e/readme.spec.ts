import path from 'node:path';
import { takeScreenshot } from './fixtures/screenshot.ts';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { ReportPage } from './pages/ReportPage.ts';

/** The pictures of README.md; `npm run screenshots` copies them to their place. */
const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'readme');

test('a charge explained down to its published price', async ({ app }) => {
  const usage = new GridPage(app.window, 'usage');
  await app.window.locator('[data-option="B"]').first().click();
  await app.window.getByRole('tab').nth(1).click();
  await usage.cell('u1', 'payable').click();
  const why = app.window.locator('.why');
  await why.getByRole('button', { name: '2026-01' }).click();
  await expect(why).toContainText('0.0077');
  await takeScreenshot(app.window, FOLDER, 'usage');
});

test('the options side by side', async ({ app }) => {
  await new ReportPage(app.window).open('compare');
  await takeScreenshot(app.window, FOLDER, 'compare');
});
