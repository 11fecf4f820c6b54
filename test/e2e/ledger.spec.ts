/** The Ledger in the real window: every charge of an option, read only, with sums, sorting, copying and explanations. */
import AxeBuilder from '@axe-core/playwright';
import { clipboardText } from './fixtures/clipboard.ts';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

const FEN = /^-?[\d,]+\.\d\d$/;
const fen = (text: string): number => Number(text.replaceAll(',', '').replace('.', ''));

test('its columns add up to the totals of the card, whole and by month', async ({ app: { window } }) => {
  const main = new MainPage(window);
  const ledger = new GridPage(window, 'ledger');
  await window
    .locator('[data-option="B"]')
    .first()
    .click({ position: { x: 120, y: 20 } });
  await window.locator('[data-tab="ledger"]').click();
  for (const total of ['payable', 'purchases', 'expense'] as const) {
    await ledger.header(total).click();
    const sum = window.locator('[data-selection] [data-aggregate="sum"]');
    const value = (await main.total('B', total).getAttribute('data-value')) ?? '';
    await expect(ledger.total(total)).toHaveText(FEN);
    expect(fen((await ledger.total(total).textContent()) ?? '')).toBe(fen(value));
    await expect.poll(async () => Number(((await sum.textContent()) ?? '').replaceAll(',', ''))).toBe(Number(value));
  }
  await window.locator('.ledger').getByLabel('Months').selectOption('2026-02');
  await expect(ledger.cell('usage:u1:2026-01', 'payable')).toHaveCount(0);
  await expect(ledger.total('month')).toHaveText('2026-02');
  await ledger.cell('usage:u1:2026-02', 'payable').click();
  await expect(window.locator('.why [data-why="charge"]')).toBeVisible();
  await expect(window.locator('.why-amount')).toHaveText((await ledger.cell('usage:u1:2026-02', 'payable').textContent()) ?? '');
});

test('it is sorted, filtered and copied, but not changed', async ({ app }) => {
  const { window } = app;
  const ledger = new GridPage(window, 'ledger');
  await window
    .locator('[data-option="B"]')
    .first()
    .click({ position: { x: 120, y: 20 } });
  await window.keyboard.press('Control+7');
  const first = window.locator('[data-sheet="ledger"] .ag-row[row-index="0"] [col-id="payable"]');
  await ledger.cell('usage:u1:2026-01', 'payable').click();
  await ledger.menu('Sort descending');
  const amounts = (): Promise<readonly number[]> =>
    window
      .locator('[data-sheet="ledger"] .ag-row:not(.ag-row-pinned) [col-id="payable"]')
      .allTextContents()
      .then((texts) => texts.filter((text) => FEN.test(text)).map(fen));
  await expect(first).toHaveText(FEN);
  expect(fen((await first.textContent()) ?? '')).toBe(Math.max(...(await amounts())));
  await first.click();
  await window.keyboard.press('Control+c');
  expect(await clipboardText(app.electron)).toBe(`${((await first.textContent()) ?? '').replaceAll(',', '')}\r\n`);
  for (const keys of ['Delete', 'Control+-', 'Control+v', 'Control+d']) {
    await window.keyboard.press(keys);
    await expect(window.locator('.notice')).toContainText('computed and only shown');
    await window.keyboard.press('Escape');
  }
  await window.keyboard.type('12');
  await expect(ledger.editor).not.toHaveAttribute('data-open');
  await expect(window.getByRole('button', { name: /^Nothing to undo/ })).toBeDisabled();
});

test('of an option that holds nothing it says so in its own words, once', async ({ app: { window } }) => {
  await window.locator('.cards-side button').last().click();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+7');
  await expect(window.locator('.ledger-count')).toContainText('No entries yet');
  await expect(window.locator('[data-sheet="ledger"]')).not.toContainText('No Rows');
});

for (const locale of ['en', 'zh-CN']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test('it has no accessibility fault', async ({ app: { window } }) => {
        await window.keyboard.press('Control+7');
        await expect(window.locator('[data-sheet="ledger"] .ag-row').first()).toBeVisible();
        const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().include('.work-panel').analyze();
        expect(violations).toEqual([]);
      });
    });
  }
}
