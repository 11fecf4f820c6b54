/** Undo and redo after the app has ended, by a user or by a crash. */
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';
import { choose, labelOf } from './pages/menuBar.ts';
import { ShellPage } from './pages/ShellPage.ts';

test('after a kill the menu says what undo takes back, and each step shows its place', async ({ start }) => {
  const app = await start();
  const main = new MainPage(app.window);
  const nodes = new GridPage(app.window, 'nodes');
  // three nodes x 3,000 x 12 months; five; seven
  await main.expectTotal('A', 'cash', '108000.00');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('5', 'Enter');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('7', 'Enter');
  const note = await nodes.cell('n1', 'note').textContent();
  await nodes.cell('n1', 'note').click();
  await nodes.keys('a note', 'Enter');
  await new ShellPage(app.window).tab('usage').click();
  await main.expectSaved();
  await app.kill();

  const again = await start();
  const reopened = new MainPage(again.window);
  const sheet = new GridPage(again.window, 'nodes');
  await expect.poll(() => labelOf(again, 'edit.undo')).toBe('Undo change of note');
  await again.window.keyboard.press('Control+z');
  await sheet.expectActive('n1', 'note');
  await expect(sheet.cell('n1', 'note')).toHaveText(note ?? '');
  await expect.poll(() => labelOf(again, 'edit.undo')).toBe('Undo change of count');
  await expect.poll(() => labelOf(again, 'edit.redo')).toBe('Redo change of note');
  await again.window.keyboard.press('Control+z');
  await sheet.expectActive('n1', 'count');
  await reopened.expectTotal('A', 'cash', '180000.00');
  await reopened.expectSaved();
  await again.close();

  const third = await start();
  const last = new MainPage(third.window);
  await last.expectTotal('A', 'cash', '180000.00');
  await expect.poll(() => labelOf(third, 'edit.redo')).toBe('Redo change of count');
  await choose(third, 'edit.redo');
  await last.expectTotal('A', 'cash', '252000.00');
  await choose(third, 'edit.undo');
  await choose(third, 'edit.undo');
  await last.expectTotal('A', 'cash', '108000.00');
});

test('after a restart undo of another price book prices by the former one again', async ({ start }) => {
  const app = await start();
  const main = new MainPage(app.window);
  const shell = new ShellPage(app.window);
  const usage = new GridPage(app.window, 'usage');
  await shell.tab('usage').click();
  await usage.blank('sku').click();
  // has no price in the seed book, 0.5 in that of 2021
  await usage.keys('Internet egress 08:00-24:00', 'Enter');
  await usage.cell('u1', 'quantity').click();
  await usage.keys('1000', 'Enter');
  await main.expectTotal('A', 'cash', '108000.00');
  await shell.edition.selectOption('2021-01-21');
  await expect(main.total('A', 'cash')).not.toHaveAttribute('data-value', '108000.00');
  await main.expectSaved();
  await app.close();

  const again = await start();
  const reopened = new MainPage(again.window);
  await expect(reopened.total('A', 'cash')).not.toHaveAttribute('data-value', '108000.00');
  await choose(again, 'edit.undo');
  await expect(new ShellPage(again.window).edition).toHaveValue('seed');
  await reopened.expectTotal('A', 'cash', '108000.00');
});
