import { clipboardText, putText } from './fixtures/clipboard.ts';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

// The sample: option A has three nodes at 3,000 for twelve months; option B has two usage lines and three packs.
test('a block from Excel fills rows, adds the rest, and is one step to take back', async ({ app }) => {
  const main = new MainPage(app.window);
  const nodes = new GridPage(app.window, 'nodes');
  await nodes.cell('n1', 'count').click();
  // As Excel leaves it: the table rounds what the text holds in full, so the text counts.
  const table = '<table><tr><td>2</td><td>1/1</td><td>6</td></tr><tr><td>1</td><td>2/1</td><td>12</td></tr></table>';
  await putText(app.electron, '2\t2026/1/1\t6\r\n1\t2026年2月1日\t12\r\n', table);
  await nodes.keys('Control+v');
  await expect(nodes.cell('n1', 'count')).toHaveText('2');
  await expect(nodes.cell('n2', 'start')).toHaveText('2026-02-01');
  await nodes.expectSelected(6);
  // 3,000 x 2 x 6; the second row has no item yet
  await expect(main.notice).toContainText('Cells written: 6.');
  await main.expectSaved();
  await nodes.keys('Control+z');
  await expect(nodes.cell('n2', 'start')).toHaveCount(0);
  await main.expectTotal('A', 'cash', '108000.00');
  await nodes.keys('Control+y');
  await expect(nodes.cell('n2', 'start')).toHaveText('2026-02-01');
});

test('cells are selected by mouse and keys, and copied as other programs read them', async ({ app }) => {
  const nodes = new GridPage(app.window, 'nodes');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('Shift+ArrowRight', 'Shift+ArrowRight');
  await nodes.expectSelected(3);
  await nodes.keys('Control+c');
  expect(await clipboardText(app.electron)).toMatch(/^3\t\d{4}-\d\d-01\t12\r\n$/);
  await nodes.drag(nodes.cell('n1', 'count'), nodes.cell('n1', 'price'));
  await nodes.expectSelected(4);
  await nodes.header('count').click();
  await nodes.expectSelected(1);
  await nodes.keys('Control+a');
  await expect(nodes.header('count')).toHaveClass(/header-selected/);
});

test('our own cells keep the item, the default and the price when they are pasted', async ({ app }) => {
  const main = new MainPage(app.window);
  const nodes = new GridPage(app.window, 'nodes');
  await nodes.rowNumber('n1').click();
  await nodes.keys('Control+c');
  await nodes.blank('sku').click();
  await nodes.keys('Control+v');
  await main.expectTotal('A', 'cash', '216000.00');
  await expect(nodes.cell('n2', 'count')).toHaveText('3');
});

test('months are filled to the end of the horizon by keys and by the handle', async ({ app }) => {
  const usage = new GridPage(app.window, 'usage');
  await app.window.locator('[data-option="B"]').first().click();
  await app.window.getByRole('tab').nth(1).click();
  const months = await usage.months();
  const [first = '', , third = '', fourth = ''] = months;
  await usage.cell('u1', first).click();
  await usage.keys('1000', 'Tab', '1500', 'Enter');
  await usage.cell('u1', first).click();
  await usage.keys('Shift+ArrowRight');
  await usage.dragHandle(usage.cell('u1', fourth));
  await expect(usage.cell('u1', third)).toHaveText('2,000');
  await expect(usage.cell('u1', fourth)).toHaveText('2,500');
  await usage.keys('Control+z');
  await expect(usage.cell('u1', third)).toHaveClass(/tone-computed/);
  await usage.expectSelected(2);
});

test('the fill handle and selected columns are dragged beyond the edge, and the sheet scrolls on', async ({ app }) => {
  const usage = new GridPage(app.window, 'usage');
  const { mouse } = app.window;
  await app.window.locator('[data-option="B"]').first().click();
  await app.window.getByRole('tab').nth(1).click();
  const months = await usage.months();
  const first = usage.cell('u1', months[0] ?? '');
  const last = usage.cell('u1', months.at(-1) ?? '');
  await first.click();
  await usage.keys('500', 'Enter');
  await first.click();
  const edge = await usage.root.boundingBox();
  const outside = { x: (edge?.x ?? 0) + (edge?.width ?? 0) + 40, y: (edge?.y ?? 0) + 50 };
  await usage.root.locator('[data-fill]').hover();
  await mouse.down();
  await mouse.move(outside.x, outside.y);
  // The pointer stays outside until the last column is there; what is computed behind the months is left alone.
  await expect(usage.cell('u1', 'note')).toBeInViewport();
  await usage.cell('u1', 'covered').hover();
  await mouse.up();
  await expect(last).toHaveText('500');
  await expect(usage.cell('u1', months[5] ?? '')).toHaveText('500');

  await usage.cell('u1', 'quantity').click();
  await usage.header('quantity').click();
  await usage.header('quantity').hover();
  await mouse.down();
  await mouse.move(outside.x, outside.y);
  await expect(usage.header('note')).toBeInViewport();
  await usage.header('covered').hover();
  await mouse.up();
  const columns = await usage.columns();
  expect(columns.indexOf('quantity')).toBe(columns.indexOf('covered') + 1);
});

test('rows are inserted, copied, moved and deleted by keys and menu', async ({ app }) => {
  const nodes = new GridPage(app.window, 'nodes');
  const main = new MainPage(app.window);
  await nodes.cell('n1', 'count').click();
  await nodes.menu('Duplicate rows');
  await main.expectTotal('A', 'cash', '216000.00');
  await nodes.cell('n2', 'count').click();
  await nodes.keys('9', 'Enter');
  await nodes.cell('n2', 'count').click();
  await nodes.keys('Alt+Shift+ArrowUp');
  expect(await nodes.lines()).toEqual(['n2', 'n1', '__new__']);
  await nodes.keys('Control+-');
  await main.expectTotal('A', 'cash', '108000.00');
  await nodes.blank('count').click();
  await nodes.menu('Insert rows below');
  expect(await nodes.lines()).toEqual(['n1', 'n2', '__new__']);
  await expect(main.notice).toHaveCount(0);
});

test('what was typed before a restart can be taken back after it', async ({ app, start }) => {
  const main = new MainPage(app.window);
  const nodes = new GridPage(app.window, 'nodes');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('5', 'Enter');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('7', 'Enter');
  await main.expectTotal('A', 'cash', '252000.00');
  await main.expectSaved();
  await app.close();

  const again = await start();
  const reopened = new MainPage(again.window);
  const sheet = new GridPage(again.window, 'nodes');
  await expect(again.window.getByRole('button', { name: 'Undo change of count' })).toBeEnabled();
  await sheet.keys('Control+z');
  await reopened.expectTotal('A', 'cash', '180000.00');
  await sheet.expectActive('n1', 'count');
  await sheet.keys('Control+z', 'Control+y', 'Control+z');
  await reopened.expectTotal('A', 'cash', '108000.00');
});

test('what was copied or cut is framed until it is pasted, Escape or an edit', async ({ app }) => {
  const nodes = new GridPage(app.window, 'nodes');
  const framed = nodes.root.locator('.copy-frame');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c');
  await expect(framed).toHaveCount(3);
  await nodes.keys('Escape');
  await expect(framed).toHaveCount(0);
  await nodes.cell('n1', 'count').click();
  await nodes.keys('Control+x');
  await expect(framed).toHaveCount(1);
  await nodes.cell('n1', 'months').click();
  await expect(framed).toHaveCount(1);
  await nodes.keys('Control+v');
  await expect(framed).toHaveCount(0);
  await expect(nodes.cell('n1', 'months')).toHaveText('3');
});

test('in a smaller window the active cell at the foot of the rows stays in sight', async ({ app }) => {
  const nodes = new GridPage(app.window, 'nodes');
  await app.window.setViewportSize({ width: 1280, height: 780 });
  await putText(app.electron, Array.from({ length: 60 }, () => 'ti-ems.node.8c32g1t4').join('\r\n'));
  await nodes.blank('sku').click();
  await nodes.keys('Control+v', 'Control+Home', ...Array<string>(12).fill('ArrowDown'));
  const toFoot = async () => {
    const cell = await nodes.active.boundingBox();
    const total = await nodes.total('sku').boundingBox();
    return (total?.y ?? 0) - (cell?.y ?? 0) - (cell?.height ?? 0);
  };
  expect(await toFoot()).toBeLessThan(80);
  await app.window.setViewportSize({ width: 1280, height: 680 });
  await expect.poll(toFoot).toBeGreaterThanOrEqual(-1);
});
