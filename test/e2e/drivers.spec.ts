import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

// The sample: option A has three nodes at 3,000 for twelve months.
test('an assumption drives cells of any sheet, by its name and by its new name', async ({ app, start }) => {
  const main = new MainPage(app.window);
  const nodes = new GridPage(app.window, 'nodes');
  const drivers = new GridPage(app.window, 'drivers');
  await app.window.locator('[data-tab="drivers"]').click();
  await drivers.blank('name').click();
  await drivers.keys('node_count', 'Enter', '4', 'Enter');
  await expect(drivers.cell('d1', 'result')).toHaveText('4');

  await nodes.keys('Control+1');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('=node');
  await expect(nodes.choices).toHaveText(['node_count']);
  await nodes.keys('Tab', '*2', 'Enter');
  await expect(nodes.cell('n1', 'count')).toHaveText('8');
  // 3,000 x 8 x 12
  await main.expectTotal('A', 'cash', '288000.00');

  await nodes.cell('n1', 'purchase').click();
  await expect(app.window.locator('.why')).toContainText('=node_count*2');
  await app.window.locator('.why [data-driver="d1"]').click();
  await drivers.expectActive('d1', 'value');
  await expect(drivers.cell('d1', 'used')).toHaveText('1');
  await drivers.cell('d1', 'value').click();
  await drivers.keys('=2+3', 'Enter');
  await main.expectTotal('A', 'cash', '360000.00');
  await drivers.cell('d1', 'name').click();
  await drivers.keys('machines', 'Enter');
  await drivers.keys('Control+1');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('F2');
  await expect(nodes.editor).toHaveValue('=machines*2');
  await nodes.keys('Escape', 'Control+z', 'Control+z');
  await main.expectTotal('A', 'cash', '288000.00');
  await main.expectSaved();
  await app.close();

  const again = await start();
  await expect(new GridPage(again.window, 'drivers').cell('d1', 'value')).toHaveText('4');
  await new MainPage(again.window).expectTotal('A', 'cash', '288000.00');
});

test('a circle and an unknown name are said where they stand, and nothing typed is lost', async ({ app }) => {
  const nodes = new GridPage(app.window, 'nodes');
  const drivers = new GridPage(app.window, 'drivers');
  await app.window.locator('[data-tab="drivers"]').click();
  await drivers.blank('name').click();
  await drivers.keys('a', 'Enter', '=b', 'Enter');
  await drivers.blank('name').click();
  await drivers.keys('b', 'Enter', '=a', 'Enter');
  await drivers.expectBad('d1', 'value', '=b');
  await expect(app.window.locator('[data-tab="drivers"] em')).toContainText('2');
  await drivers.cell('d1', 'value').click();
  await expect(drivers.message).toContainText('a → b → a');

  await drivers.keys('Control+1');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('=nodes*2', 'Enter');
  await nodes.expectBad('n1', 'count', '=nodes*2');
  await nodes.cell('n1', 'count').click();
  await expect(nodes.message).toContainText('there is no driver “nodes”');
});

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    test('the Drivers sheet has no accessibility fault', async ({ app }) => {
      const drivers = new GridPage(app.window, 'drivers');
      await app.window.locator('[data-tab="drivers"]').click();
      await drivers.blank('name').click();
      await drivers.keys('images_per_day', 'Enter', '=lots', 'Enter');
      await drivers.blank('name').click();
      await drivers.keys('gpu_hours', 'Enter', '=ro');
      await expect(drivers.choices).toHaveCount(3);
      const { violations } = await new AxeBuilder({ page: app.window })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .setLegacyMode()
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });
}
