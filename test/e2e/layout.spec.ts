import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

// The sample: option B has two usage lines and three packs.
const openUsage = async (window: Page): Promise<GridPage> => {
  await window.locator('[data-option="B"]').first().click();
  await window.locator('[data-tab="usage"]').click();
  return new GridPage(window, 'usage');
};
const findBar = (window: Page) => window.getByRole('search');

test('a search counts its hits, goes through them and replaces them in one step', async ({ app }) => {
  const { window } = app;
  const usage = await openUsage(window);
  const [first = '', second = '', third = ''] = await usage.months();
  await usage.cell('u1', first).click();
  await usage.keys('1111', 'Tab', '1112', 'Tab', '222', 'Enter');
  await window.keyboard.press('Control+h');
  const bar = findBar(window);
  await bar.getByRole('textbox', { name: 'Find' }).fill('111');
  await expect(bar.locator('.find-count')).toHaveText('– of 2');
  await window.keyboard.press('Enter');
  await expect(bar.locator('.find-count')).toHaveText('1 of 2');
  await usage.expectActive('u1', first);
  await window.keyboard.press('Enter');
  await usage.expectActive('u1', second);
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('999');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(usage.cell('u1', first)).toHaveText('9,991');
  await expect(usage.cell('u1', second)).toHaveText('9,992');
  await expect(usage.cell('u1', third)).toHaveText('222');
  await bar.getByRole('textbox', { name: 'Find' }).press('Escape');
  await expect(bar).toHaveCount(0);
  await usage.keys('Control+z');
  await expect(usage.cell('u1', second)).toHaveText('1,112');
});

test('a column keeps the width that it is dragged to, on other sheets and over a restart', async ({ start }) => {
  const first = await start();
  const usage = await openUsage(first.window);
  const width = async (page: GridPage) => (await page.header('quantity').boundingBox())?.width ?? 0;
  const wider = (await width(usage)) + 60;
  const edge = await usage.header('quantity').locator('.ag-header-cell-resize').boundingBox();
  const { mouse } = first.window;
  const at = { x: (edge?.x ?? 0) + (edge?.width ?? 0) / 2, y: (edge?.y ?? 0) + 8 };
  await mouse.move(at.x, at.y);
  await mouse.down();
  await mouse.move(at.x + 60, at.y, { steps: 4 });
  await mouse.up();
  await expect.poll(() => width(usage)).toBe(wider);
  await usage.keys('Control+1', 'Control+2');
  await expect.poll(() => width(usage)).toBe(wider);
  await first.close();
  const again = await openUsage((await start()).window);
  await expect.poll(() => width(again)).toBe(wider);
});

test('a double click on the edge of a header makes a column as wide as what it holds; the menu does it for all selected', async ({
  app,
}) => {
  const usage = await openUsage(app.window);
  const [first = '', second = ''] = await usage.months();
  const width = async (column: string) => (await usage.header(column).boundingBox())?.width ?? 0;
  await usage.cell('u1', first).click();
  await usage.keys('123456789012.123456', 'Tab', '1', 'Enter');
  await usage.header(first).locator('.ag-header-cell-resize').dblclick();
  await expect.poll(() => width(first)).toBeGreaterThan(140);
  // Written in full size again.
  await expect(usage.cell('u1', first)).not.toHaveClass(/cell-long/);
  const isCut = (column: string) => usage.cell('u1', column).evaluate((cell) => cell.scrollWidth > cell.clientWidth);
  expect(await isCut(first)).toBe(false);
  const before = await width(second);
  await usage.header(first).click();
  await usage.header(second).click({ modifiers: ['Shift'] });
  await usage.menu('Fit column width');
  await expect.poll(() => width(second)).toBeLessThan(before);
  expect(await isCut(second)).toBe(false);
});

test('selected columns are moved by dragging the header of one, and stay there', async ({ app, start }) => {
  const packs = new GridPage(app.window, 'packs');
  await app.window.locator('[data-option="B"]').first().click();
  await app.window.locator('[data-tab="packs"]').click();
  const before = await packs.columns();
  // A drag over headers selects columns; a drag of what is selected moves them.
  await packs.drag(packs.header('count'), packs.header('start'));
  expect(await packs.columns()).toEqual(before);
  await packs.header('count').hover();
  await app.window.mouse.down();
  await packs.header('expiry').hover();
  await expect(packs.header('expiry')).toHaveClass(/range-drop-right/);
  await app.window.mouse.up();
  const after = await packs.columns();
  const at = before.indexOf('count');
  expect(after.slice(at, at + 3)).toEqual(['expiry', 'count', 'start']);
  await expect(packs.header('count')).toHaveClass(/header-selected/);
  // A click on one of them selects it alone.
  await packs.header('count').click();
  await expect(packs.header('start')).not.toHaveClass(/header-selected/);
  await app.close();
  const again = new GridPage((await start()).window, 'packs');
  await expect(again.header('count')).toBeVisible();
  expect(await again.columns()).toEqual(after);
});

test('sorting, hidden and folded columns are remembered, said, and taken back', async ({ app, start }) => {
  const usage = await openUsage(app.window);
  await usage.cell('u2', 'payable').click();
  await usage.menu('Sort descending');
  expect(await usage.lines()).toEqual(['u2', 'u1', '__new__']);
  await expect(usage.rowNumber('u2')).toHaveText('2');
  await usage.keys('Alt+Shift+ArrowDown');
  await expect(new MainPage(app.window).notice).toContainText('Clear sorting and filter first');
  await usage.cell('u1', 'growth').click();
  await usage.menu('Hide column');
  await expect(usage.header('growth')).toHaveCount(0);
  const [month = ''] = await usage.months();
  const months = (await usage.months()).length;
  await usage.cell('u1', month).click();
  await usage.menu('Fold all quarters');
  await expect(usage.root.locator('.ag-header-cell[col-id^="q:"]')).toHaveCount(4);
  expect(await usage.months()).toEqual([]);
  await app.close();

  const again = await start();
  const reopened = new GridPage(again.window, 'usage');
  await expect(reopened.root.locator('.ag-header-cell[col-id^="q:"]')).toHaveCount(4);
  expect(await reopened.lines()).toEqual(['u2', 'u1', '__new__']);
  await again.window.getByRole('button', { name: 'Show all', exact: true }).click();
  expect(await reopened.lines()).toEqual(['u1', 'u2', '__new__']);
  await expect(reopened.header('growth')).toHaveCount(1);
  await reopened.root.locator('.ag-row [col-id^="q:"]').first().click();
  await reopened.menu('Unfold all quarters');
  await expect.poll(async () => (await reopened.months()).length).toBe(months);
});

for (const [locale, colorScheme] of [
  ['en', 'dark'],
  ['zh-CN', 'light'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    test('the search bar and the filter have no accessibility fault', async ({ app }) => {
      const usage = await openUsage(app.window);
      await usage.cell('u1', 'quantity').click();
      await app.window.keyboard.press('Control+h');
      await findBar(app.window).locator('input').first().fill('GPU');
      await findBar(app.window).getByRole('checkbox').last().check();
      await expect(usage.cell('u2', 'sku')).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode().include('[data-sheet="usage"]').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });
}
