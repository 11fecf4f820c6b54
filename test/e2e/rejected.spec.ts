import AxeBuilder from '@axe-core/playwright';
import { putText } from './fixtures/clipboard.ts';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

// The sample: option A has one line n1 of three nodes.
test('rejected cells are listed with reasons; each leads to its cell, and the list stays while they are mended', async ({ app }) => {
  const main = new MainPage(app.window);
  const nodes = new GridPage(app.window, 'nodes');
  await nodes.cell('n1', 'count').click();
  await putText(app.electron, 'ten\tsoon\t12\r\n');
  await nodes.keys('Control+v');
  await expect(main.notice).toContainText('2');
  const list = app.window.locator('[data-rejected]');
  const open = app.window.getByRole('button', { name: 'List them' });
  await open.click();
  await expect(list).toHaveAttribute('data-rejected', '2');
  await expect(list.getByRole('button').first()).toContainText('Nodes · row 1 · Count');
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode().include('.notice-place').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await nodes.keys('Escape');
  await expect(list).toHaveCount(0);

  await open.press('Enter');
  await list.getByRole('button').first().press('ArrowDown');
  await list.getByRole('button').first().press('Enter');
  await nodes.expectActive('n1', 'count');
  await nodes.keys('2', 'Enter');
  await open.click();
  await expect(list).toHaveAttribute('data-rejected', '1');
  await list.getByRole('button').first().press('Enter');
  await nodes.expectActive('n1', 'start');
});

test('of drivers too', async ({ app }) => {
  const main = new MainPage(app.window);
  const drivers = new GridPage(app.window, 'drivers');
  await drivers.keys('Control+4');
  await putText(app.electron, 'images_per_day\t1200\r\ngpu_hours\tsoon\r\nshare\t=gpu_hours/0\r\n');
  await drivers.keys('Control+v');
  await expect(main.notice).toContainText('With an error, kept as typed and shown in red: 2.');
  await app.window.getByRole('button', { name: 'List them' }).click();
  const list = app.window.locator('[data-rejected="2"]');
  await expect(list.getByRole('button').first()).toContainText('soon');
  await expect(list.getByRole('button').first()).toContainText('Drivers · row 2 · Value');
  await list.getByRole('button').first().press('Enter');
  const [, hours = ''] = await drivers.lines();
  await drivers.expectActive(hours, 'value');
  await drivers.keys('3', 'Enter');
  await app.window.getByRole('button', { name: 'List them' }).click();
  await expect(app.window.locator('[data-rejected]')).toHaveAttribute('data-rejected', '1');
});
