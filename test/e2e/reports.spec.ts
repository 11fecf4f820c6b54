/** The Summary and Compare sheets and the panel that explains a number, on the sample scenario in the real window. */
import AxeBuilder from '@axe-core/playwright';
import { clipboardText } from './fixtures/clipboard.ts';
import { expect, test } from './fixtures/test.ts';
import { MainPage } from './pages/MainPage.ts';
import { ReportPage } from './pages/ReportPage.ts';

const MEASURES = ['cash', 'expense', 'purchases', 'payable', 'usageListCost', 'covered', 'forfeitedCost', 'prepaidBalance'];
const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
/** '1314.53' in 10^-12 CNY */
const amount = (decimal: string): bigint => {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(12, '0'));
  return decimal.startsWith('-') ? -units : units;
};

test('Summary shows the totals of the cards, and its months add up to them', async ({ app }) => {
  const main = new MainPage(app.window);
  const report = new ReportPage(app.window);
  await report.open('summary');
  for (const option of ['A', 'B']) {
    await app.window
      .locator(`[data-option="${option}"]`)
      .first()
      .click({ position: { x: 120, y: 20 } });
    for (const measure of MEASURES) {
      const total = await report.valueOf(option, measure, 'total');
      await expect(main.total(option, measure)).toHaveAttribute('data-value', total);
      if (measure === 'prepaidBalance') continue;
      const months = await Promise.all(MONTHS.map((month) => report.valueOf(option, measure, month)));
      expect(
        months.reduce((sum, value) => sum + amount(value), 0n),
        `${option} ${measure}`,
      ).toBe(amount(total));
    }
  }
});

test('the chart has a table with the same numbers', async ({ app }) => {
  const report = new ReportPage(app.window);
  await report.open('summary');
  await report.choose('All options');
  await expect(app.window.locator('.chart canvas').first()).toBeVisible();
  await report.choose('Table');
  const parts = app.window.locator('[data-cell^="B:cash."][data-cell$=":total"]');
  const values = await parts.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value') ?? ''));
  expect(values.length).toBeGreaterThan(1);
  expect(values.reduce((sum, value) => sum + amount(value), 0n)).toBe(amount(await report.valueOf('B', 'cash', 'total')));
});

test('every class of covered explains itself alone', async ({ app: { window } }) => {
  const report = new ReportPage(window);
  await report.open('summary');
  await window
    .locator('[data-option="B"]')
    .first()
    .click({ position: { x: 120, y: 20 } });
  await window.getByLabel('Measure').selectOption('covered');
  await report.choose('Table');
  const cells = await window.locator('[data-cell^="B:covered.class:"][data-cell$=":total"]').all();
  expect(cells.length).toBeGreaterThan(1);
  for (const cell of cells) {
    await cell.getByRole('button').click();
    await expect(report.why.locator('[data-why="parts"]')).toHaveAttribute(
      'data-value',
      trimZeros((await cell.getAttribute('data-value')) ?? ''),
    );
  }
});

test('ranges of a report are summed in the status bar and copied as exact numbers, by mouse and by keys', async ({ app }) => {
  const report = new ReportPage(app.window);
  const { keyboard, mouse } = app.window;
  await report.open('summary');
  await report.choose('All options');
  const values = await Promise.all(['2026-01', '2026-02'].map((month) => report.valueOf('A', 'cash', month)));
  const from = await report.cell('A', 'cash', '2026-01').boundingBox();
  const to = await report.cell('A', 'cash', '2026-02').boundingBox();
  if (from === null || to === null) throw new Error('cells are not on screen');
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
  await mouse.up();
  const sum = app.window.locator('[data-selection] [data-aggregate="sum"]');
  await expect(app.window.locator('[data-selection] [data-aggregate="count"]')).toHaveText('2');
  const total = values.reduce((before, value) => before + amount(value), 0n);
  expect(amount(((await sum.textContent()) ?? '').replaceAll(',', ''))).toBe(total);
  await keyboard.press('Control+c');
  expect(await clipboardText(app.electron)).toBe(`${values.join('\r\n')}\r\n`);
  // A range asks nothing; a plain click on a number does.
  await expect(report.why.locator('[data-why="parts"]')).toHaveCount(0);
  await keyboard.press('Control+a');
  await keyboard.press('Control+c');
  const lines = (await clipboardText(app.electron)).split('\r\n');
  expect(lines[0]).toMatch(/^Month\tA .+\tB .+$/);
  expect(lines.at(-2)).toBe(`Total\t${await report.valueOf('A', 'cash', 'total')}\t${await report.valueOf('B', 'cash', 'total')}`);
  await keyboard.press('Escape');
  await expect(sum).toHaveCount(0);
  await report.ask('A', 'cash', '2026-02');
  await expect(report.why.locator('[data-why="parts"]')).toBeVisible();
});

test('Compare measures against the chosen baseline and remembers it', async ({ start }) => {
  const first = await start();
  const report = new ReportPage(first.window);
  await report.open('compare');
  const difference = await report.valueOf('B', 'difference', 'total');
  expect(amount(difference)).toBe(amount(await report.valueOf('B', 'cash', 'total')) - amount(await report.valueOf('A', 'cash', 'total')));
  await first.window.getByLabel('Baseline').selectOption('B');
  await expect(report.cell('A', 'difference', 'total')).toHaveAttribute('data-value', difference.replace('-', ''));
  await report.choose('By month');
  await expect(report.cell('B', 'cumulative', '2026-12')).toHaveAttribute('data-value', await report.valueOf('B', 'cash', 'total'));
  await expect.poll(() => first.window.getByLabel('Baseline').inputValue()).toBe('B');
  await first.close();
  const second = await start();
  await expect(second.window.locator('[data-sheet="compare"]')).toBeVisible();
  await expect(second.window.getByLabel('Baseline')).toHaveValue('B');
});

test('a difference is followed through its categories to the lines of both options', async ({ app: { window } }) => {
  const report = new ReportPage(window);
  await report.open('compare');
  await report.ask('B', 'difference', 'total');
  const categories = report.why.locator('[data-why="difference"] h4 + .why-parts button');
  const texts = await categories.locator('.why-number').allTextContents();
  expect(texts.length).toBeGreaterThan(1);
  for (const [index, words] of texts.entries()) {
    await categories.nth(index).click();
    await expect(report.why.locator('.why-amount')).toHaveText(words.replace(/^\+/, ''));
    await expect(report.why.locator('.why-result .why-number')).toHaveText(words);
    await report.why.locator('.why-back').click();
  }
});

test('a break-even leads to the two prices that meet there', async ({ app: { window } }) => {
  const report = new ReportPage(window);
  await report.open('compare');
  const link = window.locator('[data-why-link="breakEven"]').first();
  const hours = (await link.locator('b').getAttribute('title')) ?? '';
  await link.click();
  await expect(report.why.locator('.why-amount')).toContainText(hours);
  await expect(report.why.locator('[data-why="breakEven"] [data-source="book"]')).toHaveCount(2);
});

test('an incomplete option is never called cheaper', async ({ app }) => {
  const report = new ReportPage(app.window);
  const main = new MainPage(app.window);
  await report.open('compare');
  await expect(app.window.locator('[data-verdict="lowest"]').last()).toContainText('is lowest');
  // A quantity that cannot be read takes the line, and with it the comparison, away.
  await app.window
    .locator('[data-option="B"]')
    .first()
    .click({ position: { x: 120, y: 20 } });
  await app.window.getByRole('tab').nth(1).click();
  await main.usage.type('u1', 'quantity', 'many');
  await report.open('compare');
  await expect(app.window.locator('.compare-conclusion')).toHaveAttribute('data-verdict', 'notComparable');
  await expect(app.window.locator('.compare-conclusion')).toContainText('B is incomplete');
  await expect(report.cell('B', 'difference', 'total')).toHaveAttribute('data-tone', 'muted');
  await app.window.getByRole('button', { name: 'Complete it' }).click();
  await expect(app.window.locator('[data-sheet="usage"]')).toBeVisible();
});

test('a total is followed down to a published price with the keyboard alone', async ({ app }) => {
  const report = new ReportPage(app.window);
  const { keyboard } = app.window;
  await report.open('summary');
  await report.choose('All options');
  await report.cell('A', 'cash', '2026-01').getByRole('button').focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('Control+ArrowDown');
  await expect(report.cell('B', 'cash', 'total').getByRole('button')).toBeFocused();
  await keyboard.press('Enter');
  await expect(report.why.locator('[data-why="parts"]')).toBeVisible();
  // From the table into the panel: the largest part, its first month, its price.
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(report.part(0)).toBeFocused({ timeout: 500 });
  }).toPass();
  await keyboard.press('Enter');
  await expect(report.why.locator('h3')).toBeFocused();
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(report.part(0)).toBeFocused({ timeout: 500 });
  }).toPass();
  await keyboard.press('Enter');
  await expect(report.why.locator('[data-why="charge"]')).toBeVisible();
  await expect(report.why.locator('[data-source="book"]')).toContainText('2025-12');
  // Back, and back again: the total is still there.
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await expect(report.why.locator('[data-why="parts"]')).toBeVisible();
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await expect(report.why.locator('[data-why="parts"]')).toHaveAttribute(
    'data-value',
    await report.valueOf('B', 'cash', 'total').then(trimZeros),
  );
});

const trimZeros = (decimal: string): string => decimal.replace(/\.?0+$/, '');

test('an explanation follows the bill', async ({ app }) => {
  const report = new ReportPage(app.window);
  const main = new MainPage(app.window);
  await report.open('summary');
  await report.ask('A', 'purchases', 'total');
  await report.part(0).click();
  const node = report.why.locator('[data-why="node"]');
  const before = await node.getAttribute('data-value');
  await report.why.getByRole('button', { name: 'Go to the line' }).click();
  await expect(app.window.locator('[data-sheet="nodes"]')).toBeVisible();
  await main.nodes.type('n1', 'count', '4');
  await expect(node).not.toHaveAttribute('data-value', before ?? '');
  await expect(node).toHaveAttribute('data-value', '144000.00');
});

for (const locale of ['en', 'zh-CN']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test('has no accessibility fault on Summary, Compare and the explanation', async ({ app }) => {
        const report = new ReportPage(app.window);
        await report.open('summary');
        await report.cell('A', 'cash', 'total').getByRole('button').click();
        for (const sheet of ['summary', 'compare'] as const) {
          await report.open(sheet);
          const found = await new AxeBuilder({ page: app.window })
            .setLegacyMode()
            .include(`[data-sheet="${sheet}"]`)
            .include('.why')
            .analyze();
          expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        }
      });
    });
  }
}
