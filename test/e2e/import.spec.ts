import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { answerOpenDialog, answerSaveDialog } from './fixtures/dialogs.ts';
import { dropFile, editCells, type Rows, writeTable } from './fixtures/files.ts';
import { takeScreenshot } from './fixtures/screenshot.ts';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { ImportPage } from './pages/ImportPage.ts';
import { MainPage } from './pages/MainPage.ts';

/** Pictures for people to look at; a run replaces those of the run before. */
const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

const BUDGET: Rows = [
  ['AI 绘图 2026 年预算'],
  [],
  ['产品名称', '用量（小时）', '开始月份', '备注'],
  ['共享版工具', 100, '2026年1月', '画图'],
  ['专享版工具（最低机型价）', 744, '2026-02', ''],
  ['神秘工具', 10, '2026-03', ''],
  ['合计', 854, '', ''],
];

test('a table of finance comes in: seen first, corrected, taken in one step, undone in one step', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const imports = new ImportPage(app.window);
  const before = await page.total('A', 'cash').getAttribute('data-value');
  await answerOpenDialog(app, [await writeTable(testInfo, 'budget.xlsx', BUDGET)]);
  await page.button('Import').click();

  await expect(imports.counts).toHaveText('Good rows: 2. With errors: 1. Skipped: 1.');
  await expect(imports.problem('SKU_NOT_FOUND')).toContainText('Plan!A6');
  await expect(imports.column('用量（小时）')).toHaveValue('quantity');
  await imports.chooseItem('神秘工具', 'artlab.tool.shared');
  await expect(imports.counts).toHaveText('Good rows: 3. With errors: 0. Skipped: 1.');

  await imports.button('Import 3 rows').click();
  await expect(page.notice).toContainText('Rows imported from “budget.xlsx”: 3.');
  await expect(page.usage.cell('u3', 'quantity')).toHaveText('36,000');
  // 110 hours of the shared tool at 0.0077 a second, each month from its own; 744 hours of the dedicated one from February.
  await expect(page.total('A', 'cash')).not.toHaveAttribute('data-value', before ?? '');
  await page.notice.getByRole('button', { name: 'Undo' }).click();
  await page.expectTotal('A', 'cash', before ?? '');
});

test('another header row, target and column is one choice each, and Escape takes nothing', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const imports = new ImportPage(app.window);
  const rows: Rows = [
    ['Item', 'Pieces wanted'],
    ['8核32G1T4', 4],
  ];
  await answerOpenDialog(app, [await writeTable(testInfo, 'odd.xlsx', [['Draft'], ...rows])]);
  await page.button('Import').click();
  await expect(imports.view).toContainText('No column is known');

  await imports.headerRow.fill('2');
  await imports.target('Nodes').check({ force: true });
  await expect(imports.column('Item')).toHaveValue('sku');
  await imports.column('Pieces wanted').selectOption('count');
  await expect(imports.counts).toHaveText('Good rows: 1. With errors: 0. Skipped: 0.');
  await imports.column('Item').press('Escape');
  await expect(imports.view).toHaveCount(0);
  await expect(page.nodes.cell('n2', 'sku')).toHaveCount(0);
});

test('a price list becomes a price book of its own', async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const imports = new ImportPage(app.window);
  const cash = await page.total('A', 'cash').getAttribute('data-value');
  await answerOpenDialog(app, [
    await writeTable(testInfo, 'deal.xlsx', [
      ['SKU', 'Unit price (CNY)'],
      ['ti-ems.node.8c32g1t4', 2_700],
    ]),
  ]);
  await page.button('Import').click();
  await imports.button('Make a price book of 1 price').click();
  await expect(app.window.locator('[data-edition-view="deal"]')).toContainText('2,700');
  await page.expectTotal('A', 'cash', cash ?? '');
});

test("a colleague's edits are shown before they are taken, on top of what happened here since", async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const imports = new ImportPage(app.window);
  const file = testInfo.outputPath('plan.xlsx');
  await answerSaveDialog(app, file);
  await page.button('Export').click();
  await expect(page.notice).toContainText('plan.xlsx');
  await editCells(file, { 'Nodes!F4': 5 });
  // Meanwhile the planner goes on.
  await page.nodes.type('n1', 'months', '6');
  await page.expectTotal('A', 'cash', '54000.00');

  await answerOpenDialog(app, [file]);
  await page.button('Import').click();
  await expect(imports.changes).toHaveCount(1);
  await expect(imports.changes).toContainText(/3.*5/);
  await imports.button('Take over 1 changed row').click();
  await page.expectTotal('A', 'cash', '90000.00');
  await page.notice.getByRole('button', { name: 'Undo' }).click();
  await page.expectTotal('A', 'cash', '54000.00');
  await expect(page.scenarios).toHaveCount(1);
});

test("a colleague's drivers come with her lines: shown, on top of ours, one step to take back", async ({ app }, testInfo) => {
  const page = new MainPage(app.window);
  const imports = new ImportPage(app.window);
  const drivers = new GridPage(app.window, 'drivers');
  const nodes = new GridPage(app.window, 'nodes');
  await drivers.keys('Control+4', 'nodes_wanted', 'Tab', '3', 'Enter', 'Control+1');
  await nodes.cell('n1', 'count').click();
  await nodes.keys('=nodes_wanted+1', 'Enter');
  await page.expectTotal('A', 'cash', '144000.00');
  const file = testInfo.outputPath('plan.xlsx');
  await answerSaveDialog(app, file);
  await page.button('Export').click();
  await expect(page.notice).toContainText('plan.xlsx');
  await editCells(file, { 'Drivers!C4': 5 });
  // Meanwhile the planner changes her mind too.
  await drivers.keys('Control+4', 'Control+Home', 'Tab', '4', 'Enter');
  await page.expectTotal('A', 'cash', '180000.00');

  await answerOpenDialog(app, [file]);
  await page.button('Import').click();
  await expect(imports.changes).toHaveCount(1);
  await expect(imports.changes).toContainText(/Drivers nodes_wanted.*Value.*3.*5.*you changed it too: 4/);
  await takeScreenshot(app.window, FOLDER, 'import-drivers');
  await imports.button('Take over 1 changed row').click();
  // 6 nodes at 3,000 for twelve months
  await page.expectTotal('A', 'cash', '216000.00');
  await page.notice.getByRole('button', { name: 'Undo' }).click();
  await page.expectTotal('A', 'cash', '180000.00');
});

test('dropped files come in, several at once, and each bad one says why', async ({ app }) => {
  const page = new MainPage(app.window);
  const imports = new ImportPage(app.window);
  await dropFile(app.window, 'usage.csv', '产品,用量（小时）\n共享版工具,5\n');
  await expect(imports.counts).toHaveText('Good rows: 1. With errors: 0. Skipped: 0.');
  await imports.button('Cancel').click();
  await dropFile(app.window, 'letter.txt', 'Dear all,');
  await expect(page.notice).toContainText('letter.txt');
  await expect(imports.view).toHaveCount(0);
});

for (const locale of ['en', 'zh-CN']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test('the import has nothing that axe objects to', async ({ app }, testInfo) => {
        const page = new MainPage(app.window);
        await answerOpenDialog(app, [await writeTable(testInfo, 'budget.xlsx', BUDGET)]);
        await page.button(locale === 'en' ? 'Import' : '导入').click();
        await expect(new ImportPage(app.window).problem('SKU_NOT_FOUND')).toBeVisible();
        await takeScreenshot(app.window, FOLDER, `import-${locale}-${colorScheme}`);
        const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode().include('[data-import]').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      });
    });
  }
}

for (const [locale, reading, stopped] of [
  ['en', /(?:Reading|Checking the rows of) “large\.csv”/, 'Import cancelled. Nothing was changed.'],
  ['zh-CN', /正在(?:读取|核对)“large\.csv”/, '导入已取消，什么都没有改变。'],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test('a file that takes a while says so, Escape stops it, and it comes in when it is asked for again', async ({ app }, testInfo) => {
      const page = new MainPage(app.window);
      const imports = new ImportPage(app.window);
      const file = testInfo.outputPath('large.csv');
      await writeFile(file, `产品,用量（小时）,开始月份\n${'共享版工具,100,2026-01\n'.repeat(150_000)}`);
      await answerOpenDialog(app, [file]);
      await app.window.getByRole('button', { name: /^(?:Import|导入)/ }).click();
      await expect(page.reading).toContainText(reading);
      const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode().include('.notice-place').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await takeScreenshot(app.window, FOLDER, `reading-${locale}`);
      await page.reading.getByRole('button').press('Escape');
      await expect(page.notice).toContainText(stopped);
      await expect(page.reading).toHaveCount(0);
      await expect(imports.view).toHaveCount(0);

      await app.window.getByRole('button', { name: /^(?:Import|导入)/ }).click();
      await expect(imports.counts).toContainText('150,000');
      await expect(page.reading).toHaveCount(0);
    });
  });
}
