import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';
import { ShellPage } from './pages/ShellPage.ts';

/** What is on disk, read as another program would. */
const savedViews = (dataFolder: string): unknown[] => {
  const file = new Database(path.join(dataFolder, 'costbook.db'), { readonly: true });
  const views = file.prepare('SELECT view FROM scenarios WHERE view IS NOT NULL').pluck().all();
  file.close();
  return views.map((view) => JSON.parse(String(view)));
};

test('the first start shows the sample with priced options, and which one costs least', async ({ app }) => {
  const main = new MainPage(app.window);
  // three nodes x 3,000 x 12 months
  await main.expectTotal('A', 'cash', '108000.00');
  for (const total of ['cash', 'expense', 'purchases', 'payable', 'usageListCost', 'covered', 'forfeitedCost', 'prepaidBalance']) {
    await expect(main.total('B', total)).toHaveAttribute('data-value', /^\d+(\.\d+)?$/);
  }
  await expect(new ShellPage(app.window).verdict('B')).toContainText(/^saves [\d,]+\.\d\d \([\d.]+ %\) against A$/);
});

test('a scenario is renamed, duplicated, deleted and brought back', async ({ app }) => {
  const shell = new ShellPage(app.window);
  const first = await shell.name.inputValue();
  await shell.choose(shell.scenario(first), 'Rename');
  await app.window.keyboard.type('Plan one');
  await app.window.keyboard.press('Enter');
  await expect(shell.name).toHaveValue('Plan one');
  await app.window.keyboard.press('Control+z');
  await expect(shell.scenarios()).toHaveText([first]);
  await app.window.keyboard.press('Control+y');
  await expect(shell.scenarios()).toHaveText(['Plan one']);

  await shell.choose(shell.scenario('Plan one'), 'Duplicate');
  await expect(shell.name).toHaveValue('Copy of Plan one');
  await expect(shell.scenarios()).toHaveText(['Copy of Plan one', 'Plan one']);

  await shell.choose(shell.scenario('Copy of Plan one'), 'Delete');
  await expect(shell.name).toHaveValue('Plan one');
  await expect(shell.notice).toContainText('Copy of Plan one');
  await shell.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(shell.name).toHaveValue('Copy of Plan one');
  await expect(shell.scenarios()).toHaveText(['Copy of Plan one', 'Plan one']);
  await new MainPage(app.window).expectTotal('A', 'cash', '108000.00');
});

test('the last scenario deleted leaves an empty one that says what to do', async ({ app }) => {
  const shell = new ShellPage(app.window);
  await shell.choose(shell.scenario(await shell.name.inputValue()), 'Delete');
  await expect(shell.name).toHaveValue('Untitled plan');
  await new MainPage(app.window).expectTotal('A', 'cash', '0.00');
  await expect(shell.verdict('A')).toContainText('type the first line below');
  await shell.verdict('A').getByRole('button', { name: 'start from the sample' }).click();
  await new MainPage(app.window).expectTotal('A', 'cash', '108000.00');
});

test('scenarios are found by their names', async ({ app }) => {
  const shell = new ShellPage(app.window);
  const first = await shell.name.inputValue();
  await shell.choose(shell.scenario(first), 'Duplicate');
  await expect(shell.scenarios()).toHaveCount(2);
  await app.window.keyboard.press('Control+p');
  await app.window.keyboard.type('copy of');
  await expect(shell.scenarios()).toHaveText([`Copy of ${first}`]);
  await app.window.keyboard.press('Escape');
  await app.window.keyboard.type('nowhere');
  await app.window.getByRole('button', { name: 'Show all' }).click();
  await expect(shell.scenarios()).toHaveCount(2);
});

test('the language changes at once, everywhere in the window', async ({ app }) => {
  const shell = new ShellPage(app.window);
  await expect(shell.verdict('B')).toContainText('saves');
  await app.window.getByRole('radio', { name: '中文' }).check();
  await expect(app.window.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(shell.tab('usage')).toContainText('用量');
  await expect(shell.verdict('B')).toContainText('比 A 省');
  await expect(shell.saveState()).toHaveText('已保存');
  await expect(shell.edition).toContainText('种子文档价格');
  await app.window.getByRole('radio', { name: 'EN' }).check();
  await expect(shell.tab('usage')).toContainText('Usage');
});

test('another language or scenario while a cell is edited: what was typed stays, and nothing fails', async ({ app }) => {
  const main = new MainPage(app.window);
  const nodes = new GridPage(app.window, 'nodes');
  const failures: string[] = [];
  app.window.on('pageerror', ({ message }) => failures.push(message));
  await nodes.cell('n1', 'count').click();
  await nodes.keys('6');
  await app.window.getByRole('radio', { name: '中文' }).click();
  await expect(nodes.cell('n1', 'sku')).toContainText('专用资源组节点');
  await main.expectTotal('A', 'cash', '216000.00');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('7');
  await app.window.getByRole('button', { name: '新建方案' }).click();
  await app.window.getByRole('menuitem').first().click();
  await expect(main.scenarios).toHaveCount(2);
  await app.window.locator('[data-scenario] .item-main').last().click();
  await main.expectTotal('A', 'cash', '252000.00');
  await main.expectSaved();
  expect(failures).toEqual([]);
});

test('killed and opened again, it shows the same scenario, sheet, option and cell', async ({ start, dataFolder }) => {
  const app = await start();
  const shell = new ShellPage(app.window);
  const main = new MainPage(app.window);
  await shell.choose(shell.scenario(await shell.name.inputValue()), 'Duplicate');
  await shell.commit(shell.name, 'The one to come back to');
  await shell.card('B').locator('.card-name').click();
  await shell.tab('packs').click();
  await app.window.getByRole('radio', { name: 'by expense' }).click();
  await main.packs.root.locator('.ag-row [col-id="start"]').nth(1).click();
  const cell = await main.packs.root.locator('textarea').getAttribute('aria-label');
  expect(cell).toContain('Start, row 2');
  await main.expectSaved();
  const cells = expect.objectContaining({ packs: { row: 'p2', column: 'start' } });
  await expect.poll(() => savedViews(dataFolder)).toContainEqual(expect.objectContaining({ sheet: 'packs', option: 'B', cells }));
  await app.kill();

  const again = await start();
  const shellAgain = new ShellPage(again.window);
  await expect(shellAgain.name).toHaveValue('The one to come back to');
  await expect(shellAgain.tab('packs')).toHaveAttribute('aria-selected', 'true');
  await expect(again.window.getByRole('radio', { name: 'by expense' })).toBeChecked();
  await expect(shellAgain.card('B')).toHaveAttribute('data-in-view', 'true');
  await expect(new MainPage(again.window).packs.root.locator('textarea')).toHaveAttribute('aria-label', cell ?? '');
});

test('what is still being typed when the window closes is saved', async ({ start }) => {
  const app = await start();
  const main = new MainPage(app.window);
  await main.nodes.cell('n1', 'count').click();
  await app.window.keyboard.type('7');
  await app.close();
  const again = await start();
  await new MainPage(again.window).expectTotal('A', 'cash', '252000.00');
});

test('another horizon and start month recompute the totals', async ({ app }) => {
  const main = new MainPage(app.window);
  const shell = new ShellPage(app.window);
  await shell.commit(shell.months, '6');
  // The cash of twelve months was paid in the first; the expense is recognised month by month: 9,000 x 6.
  await main.expectTotal('A', 'cash', '108000.00');
  await main.expectTotal('A', 'expense', '54000.00');
  await main.expectTotal('A', 'prepaidBalance', '54000.00');
  await shell.commit(shell.months, '0');
  await expect(shell.months).toHaveAttribute('aria-invalid', 'true');
  await app.window.keyboard.press('Escape');
  await expect(shell.months).toHaveValue('6');
  await shell.months.press('ArrowUp');
  await main.expectTotal('A', 'expense', '63000.00');
  // Still in the field: what was committed there is a gesture of the scenario.
  await app.window.keyboard.press('Control+z');
  await app.window.keyboard.press('Control+z');
  await main.expectTotal('A', 'expense', '108000.00');
});

test('another price book prices the scenario anew, and undo brings the former one back', async ({ app }) => {
  const shell = new ShellPage(app.window);
  await app.window.locator('[data-edition="2021-01-21"] button').click();
  const view = app.window.locator('[data-edition-view="2021-01-21"]');
  await view.getByRole('searchbox').fill('8c32g1t4');
  await expect(view.locator('[data-sku="ti-ems.node.8c32g1t4"]')).toContainText('3,000');
  await expect(view.locator('[data-sku]')).toHaveCount(2);
  await shell.edition.selectOption('2021-01-21');
  await expect(view.getByText('Used by this scenario')).toBeVisible();
  await view.getByRole('button', { name: 'Back to the scenario' }).click();
  await shell.tab('nodes').focus();
  await app.window.keyboard.press('Control+z');
  await expect(shell.edition).toHaveValue('seed');
});

test('an incomplete option is not called cheaper, and one click goes to what it lacks', async ({ app }) => {
  const main = new MainPage(app.window);
  const shell = new ShellPage(app.window);
  await expect(shell.card('B').getByText('Lowest')).toBeVisible();
  await shell.card('B').locator('.card-name').click();
  await shell.tab('usage').click();
  const first = await main.usage.root.locator('.ag-row').first().getAttribute('row-id');
  await main.usage.type(first ?? '', 'sku', 'artlab.storage.standard');
  await expect(shell.verdict('B')).toHaveText('incomplete: 1 line has no price');
  await expect(shell.card('B').getByText('Lowest')).toBeHidden();
  await expect(shell.card('A').getByText('Lowest')).toBeHidden();
  await expect(shell.tab('usage')).toContainText('1');
  await shell.tab('packs').click();
  await shell.verdict('B').click();
  await expect(main.usage.cell(first ?? '', 'price')).toBeVisible();
  await expect(shell.tab('usage')).toHaveAttribute('aria-selected', 'true');
});

test('options are added, renamed, walked through, removed and brought back', async ({ app }) => {
  const shell = new ShellPage(app.window);
  await app.window.getByRole('button', { name: 'Add option' }).click();
  await expect(shell.card('C')).toHaveAttribute('data-in-view', 'true');
  await shell.choose(shell.card('C'), 'Rename');
  await app.window.keyboard.type('Third way');
  await app.window.keyboard.press('Enter');
  await expect(shell.card('C')).toContainText('Third way');
  await app.window.keyboard.press('Control+PageDown');
  await expect(shell.card('A')).toHaveAttribute('data-in-view', 'true');
  await app.window.keyboard.press('Control+Alt+ArrowLeft');
  await expect(shell.card('C')).toHaveAttribute('data-in-view', 'true');
  await shell.choose(shell.card('C'), 'Remove option');
  await expect(shell.card('C')).toBeHidden();
  await expect(shell.card('B')).toHaveAttribute('data-in-view', 'true');
  await expect(shell.card('B').locator('.card-name')).toBeFocused();
  await shell.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(shell.card('C')).toContainText('Third way');
});

test('what cannot be saved is said, kept, and saved on retry; the scenario is not left meanwhile', async ({ app, dataFolder }) => {
  const shell = new ShellPage(app.window);
  const first = await shell.name.inputValue();
  await shell.choose(shell.scenario(first), 'Duplicate');
  await expect(shell.scenarios()).toHaveCount(2);
  // Another program holds the database, so every write is refused once the store has waited for it.
  const other = new Database(path.join(dataFolder, 'costbook.db'));
  other.exec('BEGIN IMMEDIATE');
  await shell.commit(shell.name, 'Precious');
  await expect(shell.saveState()).toHaveAttribute('data-save-state', 'failed', { timeout: 20_000 });
  await shell.scenario(first).last().locator('.item-main').click();
  await expect(shell.notice).toContainText('stays open', { timeout: 20_000 });
  await expect(shell.name).toHaveValue('Precious');
  other.exec('ROLLBACK');
  other.close();
  await shell.saveState().getByRole('button', { name: 'Retry' }).click();
  await expect(shell.saveState()).toHaveAttribute('data-save-state', 'saved');
  await shell.scenario(first).last().locator('.item-main').click();
  await expect(shell.name).toHaveValue(first);
  await expect(shell.scenarios()).toContainText(['Precious']);
});

test('a problem in the status bar leads to its cell', async ({ app }) => {
  const shell = new ShellPage(app.window);
  await app.window.getByRole('button', { name: /^\d+ problems?$/ }).click();
  const problem = app.window.locator('.problem').first();
  await expect(problem).toBeFocused();
  await app.window.keyboard.press('Enter');
  await expect(shell.tab('packs')).toHaveAttribute('aria-selected', 'true');
  await expect(shell.card('B')).toHaveAttribute('data-in-view', 'true');
});

test('Escape closes a list or a menu and gives the focus back to its button', async ({ app }) => {
  const { keyboard } = app.window;
  const problems = app.window.getByRole('button', { name: /^\d+ problems?$/ });
  const menu = new ShellPage(app.window).card('A').locator('button[aria-haspopup="menu"]');
  for (const button of [problems, menu]) {
    await button.click();
    await keyboard.press('ArrowDown');
    await expect(button).not.toBeFocused();
    await keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  }
});

test('in the narrowest window the settings stay readable and no switch leaves its zone', async ({ app }) => {
  const shell = new ShellPage(app.window);
  await app.window.setViewportSize({ width: 1024, height: 640 });
  await shell.commit(shell.name, 'A plan with a name that is longer than its field');
  for (const field of [shell.startMonth, shell.months]) {
    expect(await field.evaluate(({ scrollWidth, clientWidth }) => clientWidth > 40 && scrollWidth <= clientWidth)).toBe(true);
  }
  const tabs = app.window.locator('.tabs');
  expect(await tabs.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
