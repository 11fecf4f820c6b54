import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

// Above 1,000 rows a sheet keeps only the columns on screen in the page (src/renderer/grid/AgSurface.tsx), from the next time it is opened.
const ROWS = 1_050;

test('on a long sheet every cell is reached by keys, though only those on screen are in the page', async ({ app }) => {
  const main = new MainPage(app.window);
  const usage = new GridPage(app.window, 'usage');
  const tab = (place: number) => app.window.getByRole('tab').nth(place);
  await app.window.locator('[data-option="B"]').first().click();
  await tab(1).click();
  const months = await usage.months();
  expect(months).toHaveLength(12);
  const last = months.at(-1) ?? '';
  await usage.blank('quantity').click();
  await app.electron.evaluate(({ clipboard }, rows) => clipboard.writeText('5\r\n'.repeat(rows)), ROWS);
  await usage.keys('Control+v');
  await expect(main.notice).toContainText(`Cells written: ${ROWS.toLocaleString('en')}.`);
  await main.expectSaved();

  await tab(0).click();
  await tab(1).click();
  await usage.cell('u1', 'quantity').scrollIntoViewIfNeeded();
  await usage.cell('u1', 'quantity').click();
  await expect(usage.cell('u1', last)).toHaveCount(0);
  await expect(usage.cell('u1', 'payable')).toBeVisible();
  // back from the end: payable, note, covered, list cost
  await usage.keys('End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await usage.expectActive('u1', last);
  await expect(usage.header(last)).toHaveClass(/header-active/);
  await usage.keys('7', 'Enter');
  await expect(usage.cell('u1', last)).toHaveText('7');
  await expect(usage.cell('u1', last)).toHaveClass(/tone-own/);
  await usage.expectActive('u2', last);

  await usage.keys('Control+End');
  await expect(usage.rowNumber('__new__')).toHaveText(String(ROWS + 3));
  await usage.keys('Control+Home');
  await expect(usage.rowNumber('u1')).toHaveText('1');
  await expect(usage.cell('u1', 'quantity')).toBeVisible();
  await main.expectSaved();
});
