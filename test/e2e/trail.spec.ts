/** Any number on any screen leads, click by click, down to a published price or to the user's own input. */
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';
import { ReportPage } from './pages/ReportPage.ts';

const TOTALS = ['cash', 'expense', 'purchases', 'payable', 'usageListCost', 'covered', 'forfeitedCost', 'prepaidBalance'];
/** A difference, a total, a line, its month, and a pack behind it: more steps than that would be a circle. */
const DEEPEST = 8;

/** Opens the first part that has an origin, again and again, until a price says where it comes from. Returns how many steps that took. */
const walkDown = async (window: Page): Promise<number> => {
  const panel = window.locator('.why');
  for (let step = 0; step < DEEPEST; step += 1) {
    const source = panel.locator('[data-source]');
    const part = panel.locator('button.why-part, .why-difference button').first();
    await expect(source.or(part).first()).toBeVisible();
    if ((await source.count()) > 0) {
      await expect(source.first()).not.toBeEmpty();
      return step;
    }
    await part.click();
  }
  throw new Error('the trail does not end');
};

const follow = async (window: Page, number: Locator): Promise<void> => {
  await number.click();
  await expect(window.locator('.why [data-why]')).toBeVisible();
  await walkDown(window);
};

/** The whole part of a text's first number: a cell may show fewer decimals than its explanation. */
const wholeOf = async (place: Locator): Promise<string> => /\d+/.exec(((await place.textContent()) ?? '').replaceAll(',', ''))?.[0] ?? '';

for (const locale of ['en', 'zh-CN']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('every total of every option', async ({ app: { window } }) => {
      for (const option of ['A', 'B']) {
        for (const total of TOTALS) {
          const button = window.locator(`.card[data-option="${option}"] [data-total="${total}"]`);
          // Nothing is made of nothing.
          if (/^0(\.0+)?$/.test((await button.getAttribute('data-value')) ?? '')) continue;
          await follow(window, button);
        }
      }
    });

    test('what the verdict, the summary and the comparison say', async ({ app: { window } }) => {
      const report = new ReportPage(window);
      await follow(window, window.locator('.card .why-link').first());
      await report.open('summary');
      for (const cell of await window.locator('button.report-value').all()) {
        if ((await cell.isVisible()) && !/^[^1-9]*$/.test((await cell.textContent()) ?? '')) {
          await follow(window, cell);
          break;
        }
      }
      await report.open('compare');
      for (const link of await window.locator('.compare-conclusion .why-link').all()) await follow(window, link);
    });

    test('every computed cell of a line, by keyboard too', async ({ app: { window } }) => {
      const cells: readonly (readonly [string, string])[] = [
        ['usage', 'listCost'],
        ['usage', 'covered'],
        ['usage', 'payable'],
        ['usage', 'm:2026-01'],
        ['packs', 'used'],
        ['packs', 'forfeited'],
        ['packs', 'left'],
        ['packs', 'timeline'],
        ['packs', 'purchase'],
        ['nodes', 'purchase'],
        ...['quantity', 'usageListCost', 'payable', 'expense'].map((column) => ['ledger', column] as const),
      ];
      for (const [sheet, column] of cells) {
        await window.locator(`.card[data-option="${sheet === 'nodes' ? 'A' : 'B'}"] .card-name`).click();
        await window.locator(`[data-tab="${sheet}"]`).click();
        const cell = window.locator(`[data-sheet="${sheet}"] .ag-row:not(.ag-row-pinned) [col-id="${column}"]`).first();
        await cell.scrollIntoViewIfNeeded();
        await cell.click();
        // Enter on a month types into it.
        await window.keyboard.press(column.startsWith('m:') ? 'Control+Shift+E' : 'Enter');
        await expect(window.locator('.why [data-why]')).toBeVisible();
        // The number that was clicked heads its explanation; the bar of a timeline is none.
        if (column !== 'timeline') await expect.poll(() => wholeOf(window.locator('.why-amount'))).toBe(await wholeOf(cell));
        await walkDown(window);
      }
    });
  });
}
