import type { Page } from 'playwright/test';
import { putText } from './fixtures/clipboard.ts';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

/** As on a machine that is so slow, or in a plan so large, that the keys are far ahead of the page. */
const slowDown = async (window: Page) => {
  const session = await window.context().newCDPSession(window);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  return session;
};

test('what is typed before a sheet stands is its, in the order of the keys', async ({ app }) => {
  const main = new MainPage(app.window);
  const usage = new GridPage(app.window, 'usage');
  const packs = new GridPage(app.window, 'packs');
  await slowDown(app.window);
  await usage.keys('Control+2', 'shared tool', 'Enter', '64936', 'Enter');
  await packs.keys('Control+3', 'entry', 'Enter');
  await expect(packs.cell('p1', 'validThrough')).toHaveText('2026-12-31');
  // 36,000 x 3 less what the pack covers, as in the same work at leisure
  await main.expectTotal('A', 'cash', '113859.00');
});

test('a block that is pasted before a sheet stands becomes its rows', async ({ app }) => {
  const nodes = new GridPage(app.window, 'nodes');
  const drivers = new GridPage(app.window, 'drivers');
  await putText(app.electron, 'images_per_day\t1200\r\ngpu_hours\t3\r\n');
  await nodes.cell('n1', 'count').click();
  await slowDown(app.window);
  await drivers.keys('Control+4', 'Control+v', 'Control+Home', 'Tab', '7', 'Enter');
  await expect.poll(() => drivers.lines()).toHaveLength(3);
  const [images = '', hours = ''] = await drivers.lines();
  await expect(drivers.cell(images, 'name')).toHaveText('images_per_day');
  await expect(drivers.cell(images, 'value')).toHaveText('7');
  await expect(drivers.cell(hours, 'name')).toHaveText('gpu_hours');
  await expect(drivers.cell(hours, 'value')).toHaveText('3');
});

test('a Chinese composition that begins before a sheet stands arrives whole', async ({ app }) => {
  const drivers = new GridPage(app.window, 'drivers');
  const session = await slowDown(app.window);
  await drivers.keys('Control+4');
  await session.send('Input.imeSetComposition', { text: 'ri', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.imeSetComposition', { text: 'rixu', selectionStart: 4, selectionEnd: 4 });
  await session.send('Input.insertText', { text: '日需' });
  await drivers.keys('Enter');
  await expect(drivers.root.getByRole('gridcell', { name: '日需' })).toBeVisible();
});

test('a sheet to read drops what is typed and goes on', async ({ app }) => {
  const ledger = new GridPage(app.window, 'ledger');
  await slowDown(app.window);
  await ledger.keys('Control+7', 'abc', 'ArrowDown');
  await expect(ledger.active).toHaveCount(1);
  await expect(ledger.editor).toHaveValue('');
  await expect(ledger.editor).not.toHaveAttribute('data-open');
});

test('a cell that is scrolled out of sight takes what is typed', async ({ app }) => {
  const nodes = new GridPage(app.window, 'nodes');
  await putText(app.electron, Array.from({ length: 400 }, () => 'ti-ems.node.8c32g1t4\t2').join('\r\n'));
  await nodes.blank('sku').click();
  await nodes.keys('Control+v', 'Control+Home', 'ArrowRight', 'ArrowRight');
  const first = nodes.cell('n1', 'count');
  await expect(first).toHaveClass(/cell-active/);
  await first.hover();
  await app.window.mouse.wheel(0, 11_000);
  await expect(first).toHaveCount(0);
  await slowDown(app.window);
  await nodes.keys('5', 'Enter');
  await expect(first).toHaveText('5');
});
