import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

// The sample: option A has three nodes at 3,000 for twelve months; option B has two usage lines and three packs.
const open = (window: Page) => ({
  main: new MainPage(window),
  nodes: new GridPage(window, 'nodes'),
  usage: new GridPage(window, 'usage'),
  packs: new GridPage(window, 'packs'),
});

test('a count that is typed over changes the total at once, to the fen', async ({ app }) => {
  const { main, nodes } = open(app.window);
  await nodes.cell('n1', 'count').click();
  await nodes.keys('5', 'Enter');
  await main.expectTotal('A', 'cash', '180000.00');
  await expect(nodes.cell('n1', 'purchase')).toHaveText('180,000.00');
  await expect(nodes.total('purchase')).toHaveText('180,000.00');
  await nodes.expectActive('__new__', 'count');
  await main.expectSaved();
});

test('typing replaces, F2 and a double click edit, Escape reverts, Delete clears', async ({ app }) => {
  const { nodes } = open(app.window);
  const count = nodes.cell('n1', 'count');
  await count.click();
  await nodes.keys('12', 'Escape');
  await expect(count).toHaveText('3');
  await nodes.keys('F2', '1', 'Tab');
  await expect(count).toHaveText('31');
  await nodes.expectActive('n1', 'start');
  await count.dblclick();
  await nodes.keys('7', 'Enter');
  await expect(count).toHaveText('7');
  await count.click();
  await nodes.keys('Delete');
  await expect(count).toHaveText('1');
  await expect(count).toHaveClass(/tone-computed/);
  await nodes.keys('Backspace', '4', 'ArrowRight');
  await expect(count).toHaveText('4');
  await nodes.expectActive('n1', 'start');
});

test('a line is added by keyboard alone, from the blank row to its price', async ({ app }) => {
  const { main, nodes } = open(app.window);
  await nodes.expectActive('n1', 'sku');
  await expect(nodes.editor).toBeFocused();
  await nodes.keys('ArrowDown', '24c96');
  await expect(nodes.choices).toHaveCount(1);
  await nodes.keys('Enter');
  await nodes.expectActive('n2', 'region');
  // 3,595 for one node-month
  await main.expectTotal('A', 'cash', '111595.00');
  await nodes.keys('guangzhou', 'Tab', '2', 'Tab', '2026/3/1', 'Tab', '6', 'Tab', '3500', 'Enter');
  await expect(nodes.cell('n2', 'region')).toHaveText('Guangzhou');
  await expect(nodes.cell('n2', 'start')).toHaveText('2026-03-01');
  await expect(nodes.cell('n2', 'price')).toHaveClass(/tone-own/);
  // 108,000 + 3,500 x 2 x 6
  await main.expectTotal('A', 'cash', '150000.00');
  // Enter goes to the next line where this one began.
  await nodes.expectActive('__new__', 'sku');
  await main.expectSaved();
});

test('the picker searches both languages and shows spec, price and source', async ({ app }) => {
  const { main, nodes } = open(app.window);
  await nodes.cell('n1', 'sku').click();
  await nodes.keys('Alt+ArrowDown');
  await expect(nodes.choices).toHaveCount(8);
  const current = nodes.choices.and(app.window.locator('[aria-selected="true"]'));
  await expect(current).toContainText('8 vCPU · 32 GB · 1 × NVIDIA T4 · ti-ems.node.8c32g1t4');
  await expect(current).toContainText('¥3,000 / node-month');
  await expect(current).toContainText('TI-EMS 计费概述 · 2019-11-15');
  await nodes.keys('ArrowDown', 'Escape');
  await main.expectTotal('A', 'cash', '108000.00');
  await app.window.keyboard.insertText('节点 128G1T4');
  await expect(nodes.choices).toHaveCount(1);
  await nodes.choices.click();
  await expect(nodes.cell('n1', 'sku')).toHaveText('Dedicated node 32C128G1T4');
  // 6,600 x 3 x 12
  await main.expectTotal('A', 'cash', '237600.00');
  await nodes.expectActive('n1', 'sku');
});

test('usage and a pack are priced together', async ({ app }) => {
  const { main, usage, packs } = open(app.window);
  await usage.keys('Control+2', 'shared tool', 'Enter', '64936', 'Enter');
  await expect(usage.cell('u1', 'm:2026-12')).toHaveText('64,936');
  // 64,936 x 0.0077 = 500.0072 a month, cut to 500.00
  await expect(usage.cell('u1', 'payable')).toHaveText('6,000.00');
  await main.expectTotal('A', 'cash', '114000.00');
  await packs.keys('Control+3', 'entry', 'Enter');
  await expect(packs.cell('p1', 'validThrough')).toHaveText('2026-12-31');
  await expect(packs.cell('p1', 'expiry')).toHaveText('2027-01-01');
  await expect(packs.cell('p1', 'used')).toContainText('200.00');
  // 59 for 200
  await main.expectTotal('A', 'cash', '113859.00');
});

test('a bad value stays visible and red while the rest computes', async ({ app }) => {
  const { main, nodes } = open(app.window);
  await nodes.blank('sku').click();
  await nodes.keys('ti-ems.node.24c48g', 'Enter');
  await main.expectTotal('A', 'cash', '110403.00');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('-2', 'Enter');
  await nodes.expectBad('n1', 'count', '−2');
  await nodes.expectBad('n1', 'purchase', '—');
  await main.expectTotal('A', 'cash', '2403.00');
  await expect(nodes.total('sku')).toContainText('incomplete');
  await nodes.cell('n1', 'count').click();
  await expect(nodes.message).toContainText('“-2” cannot be used. Type a whole number from 1 to 100,000.');
  await nodes.keys('two', 'Tab');
  await nodes.expectBad('n1', 'count', 'two');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('２', 'Enter');
  await main.expectTotal('A', 'cash', '74403.00');
  await expect(nodes.total('sku')).not.toContainText('incomplete');
});

test('an item that is not in the price book stays as typed', async ({ app }) => {
  const { nodes } = open(app.window);
  await nodes.blank('sku').click();
  await nodes.keys('h100 cluster', 'Enter');
  await nodes.expectBad('n2', 'sku', 'h100 cluster');
  await expect(nodes.cell('n2', 'purchase')).toHaveText('—');
});

test('a month is overridden and set back', async ({ app }) => {
  const { main, usage } = open(app.window);
  await usage.keys('Control+2', 'Control+PageDown');
  const before = await main.total('B', 'cash').getAttribute('data-value');
  const month = usage.cell('u1', 'm:2026-03');
  await expect(month).toHaveClass(/tone-computed/);
  const computed = (await month.textContent()) ?? '';
  await month.click();
  await usage.keys('20万', 'Enter');
  await expect(month).toHaveText('200,000');
  await expect(month).toHaveClass(/tone-own/);
  await expect(main.total('B', 'cash')).not.toHaveAttribute('data-value', before ?? '');
  await month.click();
  await usage.keys('Delete');
  await expect(month).toHaveText(computed);
  await expect(month).toHaveClass(/tone-computed/);
  await main.expectTotal('B', 'cash', before ?? '');
});

test('rows are deleted by key and come back by the notice or by undo', async ({ app }) => {
  const { main, nodes } = open(app.window);
  await nodes.blank('sku').click();
  await nodes.keys('24c48', 'Enter');
  await nodes.rowNumber('n1').click();
  await nodes.rowNumber('n2').click({ modifiers: ['Shift'] });
  await nodes.keys('Delete');
  await expect(nodes.cell('n1', 'sku')).toHaveCount(0);
  await main.expectTotal('A', 'cash', '0.00');
  await nodes.expectActive('__new__', 'region');
  await main.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(nodes.cell('n2', 'sku')).toHaveText('Dedicated node 24C48G');
  await main.expectTotal('A', 'cash', '110403.00');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('Control+-');
  await main.expectTotal('A', 'cash', '2403.00');
  await nodes.expectActive('n2', 'count');
  await nodes.keys('Control+z');
  await main.expectTotal('A', 'cash', '110403.00');
  await nodes.expectActive('n1', 'count');
});

test('undo and redo go through the sheets and options where things were typed', async ({ app }) => {
  const { main, nodes, usage, packs } = open(app.window);
  await nodes.type('n1', 'count', '4');
  await nodes.keys('Control+2', 'Control+PageDown');
  await usage.type('u2', 'instances', '1');
  await packs.keys('Control+3');
  await packs.type('p1', 'count', '2');
  await nodes.keys('Control+z', 'Control+z', 'Control+z');
  await nodes.expectActive('n1', 'count');
  await main.expectTotal('A', 'cash', '108000.00');
  await main.expectTotal('B', 'cash', '92869.08');
  await nodes.keys('Control+y');
  await main.expectTotal('A', 'cash', '144000.00');
  await nodes.keys('Control+y');
  await usage.expectActive('u2', 'instances');
  await expect(usage.cell('u2', 'instances')).toHaveText('1');
  await nodes.keys('Control+y');
  await packs.expectActive('p1', 'count');
  await main.expectSaved();
});

test('inside a text, undo is the text’s', async ({ app }) => {
  const { main, nodes } = open(app.window);
  await nodes.type('n1', 'count', '4');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('F2', '9', 'Control+z');
  await expect(nodes.editor).toHaveValue('4');
  await nodes.keys('Enter');
  await main.expectTotal('A', 'cash', '144000.00');
});

test('undoing all that was typed over a cell leaves the cell as it was', async ({ app }) => {
  const { main, nodes } = open(app.window);
  await nodes.cell('n1', 'count').click();
  await nodes.keys('77', 'Control+z');
  await expect(nodes.cell('n1', 'count')).toHaveText('3');
  await nodes.keys('Enter');
  await nodes.expectActive('__new__', 'count');
  await main.expectTotal('A', 'cash', '108000.00');
});

test('a Chinese composition that begins on a cell arrives whole', async ({ app }) => {
  const { nodes } = open(app.window);
  const session = await app.window.context().newCDPSession(app.window);
  await nodes.cell('n1', 'note').click();
  await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await expect(nodes.editor).toHaveValue('ni');
  await session.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  await session.send('Input.insertText', { text: '你好' });
  await expect(nodes.editor).toHaveValue('你好');
  await nodes.keys('Enter');
  await expect(nodes.cell('n1', 'note')).toHaveText('你好');
});

test('the active cell is found again after another sheet and after a restart', async ({ start }) => {
  const first = await start();
  const { main, nodes } = open(first.window);
  await nodes.cell('n1', 'months').click();
  await nodes.keys('Control+5', 'Control+1');
  await nodes.expectActive('n1', 'months');
  await expect(nodes.editor).toBeFocused();
  await main.expectSaved();
  await first.close();
  await open((await start()).window).nodes.expectActive('n1', 'months');
});

test('clicking a computed amount, or Ctrl+Shift+E on it, explains it', async ({ app }) => {
  const { nodes, usage } = open(app.window);
  const why = app.window.locator('[data-why]');
  await nodes.cell('n1', 'purchase').click();
  await expect(why).toContainText('108,000.00');
  await nodes.keys('Control+2', 'Control+PageDown');
  await usage.cell('u1', 'payable').click();
  const payable = (await usage.cell('u1', 'payable').textContent()) ?? '';
  await expect(why).toContainText(payable);
  await usage.cell('u1', 'm:2026-01').click();
  await usage.keys('Control+Shift+e');
  await expect(why).toContainText('130,000');
});

test('the keyboard gets into the grid and out again', async ({ app }) => {
  const { nodes } = open(app.window);
  await nodes.keys('F6');
  await expect(nodes.editor).not.toBeFocused();
  await app.window.keyboard.press('Shift+Tab');
  await expect(nodes.editor).toBeFocused();
  await nodes.keys('Control+Home', 'Shift+Tab');
  await expect(nodes.editor).not.toBeFocused();
});

for (const locale of ['en', 'zh-CN']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test('the sheets have no accessibility fault, with problems and with a list open', async ({ app }) => {
        const { nodes } = open(app.window);
        await nodes.type('n1', 'count', 'x');
        await nodes.keys('Control+PageDown');
        for (const sheet of ['nodes', 'usage', 'packs'] as const) {
          const page = new GridPage(app.window, sheet);
          await page.keys(`Control+${['nodes', 'usage', 'packs'].indexOf(sheet) + 1}`, 'Control+Home', 'Alt+ArrowDown');
          const found = await new AxeBuilder({ page: app.window }).setLegacyMode().include(`[data-sheet="${sheet}"]`).analyze();
          expect(found.violations.map(({ id, nodes: where }) => `${id}: ${where.map(({ html }) => html).join(' ')}`)).toEqual([]);
          await page.keys('Escape');
        }
      });
    });
  }
}
