import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

// The sample: option A has one line n1 of three nodes.
test('a note is written, read, copied with its cell, taken back and kept over a restart', async ({ app, start }) => {
  const main = new MainPage(app.window);
  const nodes = new GridPage(app.window, 'nodes');
  const note = app.window.locator('[data-note]');
  await nodes.cell('n1', 'price').click();
  await nodes.keys('Shift+F2');
  await expect(note.getByRole('textbox')).toBeFocused();
  await nodes.keys('agreed by mail', 'Enter', 'valid to June', 'Escape');
  await expect(nodes.cell('n1', 'price')).toHaveClass(/has-note/);
  await expect(note).toHaveText('agreed by mail\nvalid to June');
  await expect(nodes.editor).toBeFocused();
  await expect(nodes.editor).toHaveAccessibleName(/Note: agreed by mail/);
  await expect(main.button('Undo note on unit price')).toBeEnabled();

  // Escape takes it out of sight, the pointer calls it up again and may go on it.
  await nodes.keys('Escape');
  await expect(note).toHaveCount(0);
  await nodes.keys('ArrowLeft');
  await nodes.cell('n1', 'sku').hover();
  await nodes.cell('n1', 'price').hover();
  await expect(note).toBeVisible();
  await note.hover();
  await expect(note).toBeVisible();
  await nodes.keys('Escape');
  await expect(note).toHaveCount(0);

  // The whole row, notes included, into the blank one.
  await nodes.rowNumber('n1').click();
  await nodes.keys('Control+c');
  await nodes.blank('sku').click();
  await nodes.keys('Control+v');
  await expect(nodes.cell('n2', 'price')).toHaveClass(/has-note/);
  await nodes.cell('n2', 'price').click();
  await nodes.menu('Delete note');
  await expect(nodes.cell('n2', 'price')).not.toHaveClass(/has-note/);
  await nodes.keys('Control+z');
  await expect(nodes.cell('n2', 'price')).toHaveClass(/has-note/);
  await main.expectSaved();
  await app.close();

  const again = await start();
  const reopened = new GridPage(again.window, 'nodes');
  await reopened.cell('n2', 'price').click();
  await expect(again.window.locator('[data-note]')).toHaveText('agreed by mail\nvalid to June');
});

test('a driver takes a note too', async ({ app }) => {
  const drivers = new GridPage(app.window, 'drivers');
  await app.window.getByRole('tab', { name: 'Drivers' }).click();
  await drivers.blank('name').click();
  await drivers.keys('images', 'Tab', '1200', 'Enter');
  await drivers.cell('d1', 'value').click();
  await drivers.keys('Shift+F2', 'per day', 'Control+Enter');
  await expect(drivers.cell('d1', 'value')).toHaveClass(/has-note/);
  await drivers.keys('Control+z');
  await expect(drivers.cell('d1', 'value')).not.toHaveClass(/has-note/);
});

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    test('a note has nothing that axe objects to', async ({ app }) => {
      const nodes = new GridPage(app.window, 'nodes');
      await nodes.cell('n1', 'count').click();
      await nodes.keys('Shift+F2', 'agreed by mail');
      const check = () => new AxeBuilder({ page: app.window }).setLegacyMode().include('[data-sheet="nodes"]').analyze();
      expect((await check()).violations).toEqual([]);
      await nodes.keys('Escape');
      await expect(app.window.locator('[data-note]')).toHaveText('agreed by mail');
      expect((await check()).violations).toEqual([]);
    });
  });
}
