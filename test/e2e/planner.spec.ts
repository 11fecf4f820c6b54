/** What it is all for: a planner pastes forty lines from Excel, fixes three red cells, fills a growth row to December, undoes twice. */
import { putText } from './fixtures/clipboard.ts';
import { expect, test } from './fixtures/test.ts';
import { GridPage } from './pages/GridPage.ts';
import { MainPage } from './pages/MainPage.ts';

test.use({ locale: 'zh-CN' });

const BAD: Readonly<Record<number, string>> = { 4: '约一万', 17: '12,5o0', 33: '?' };
/** As Excel copies them: item, quantity with separators, the month from which it runs. */
const rowOf = (at: number): string =>
  [at % 2 === 0 ? '共享版工具（按 GPU 生图时间）' : '专享版工具（最低机型价）', BAD[at] ?? `${1 + at},000.5`].join('\t');
const LINES = Array.from({ length: 40 }, (_, at) => rowOf(at));

test('forty lines from Excel, three red cells, a growth row, two steps back', async ({ app }) => {
  const { window, electron } = app;
  const main = new MainPage(window);
  const usage = new GridPage(window, 'usage');
  await window.locator('[data-tab="usage"]').click();
  await expect(usage.blank('sku')).toBeVisible();
  await usage.blank('sku').click();
  await putText(electron, `${LINES.join('\r\n')}\r\n`);
  await usage.keys('Control+v');
  await expect(main.notice).toContainText('3');
  await usage.keys('Control+End');
  await usage.expectActive('u40', (await usage.columns()).at(-1) ?? '');

  // The list leads from one red cell to the next.
  for (const quantity of ['10000', '12500', '800']) {
    await window.getByRole('button', { name: '列出全部' }).click();
    await window.locator('[data-rejected]').getByRole('button').first().click();
    await expect(usage.active).toHaveClass(/tone-bad/);
    await usage.keys(quantity, 'Enter');
  }
  await expect(main.total('A', 'cash')).not.toHaveAttribute('data-value', '');
  await expect(window.locator('.verdict[data-verdict="incomplete"]')).toHaveCount(0);
  await main.expectSaved();
  const planned = await main.total('A', 'cash').getAttribute('data-value');

  // 1,000 x 1.1^11. January and February typed, the rest of the year continued.
  const [first = '', second = '', ...rest] = await usage.months();
  const last = rest.at(-1) ?? '';
  await usage.cell('u1', first).click();
  await usage.keys('1000', 'Tab', '1100', 'Enter');
  await usage.cell('u1', first).click();
  await usage.cell('u1', last).scrollIntoViewIfNeeded();
  await usage.cell('u1', last).click({ modifiers: ['Shift'] });
  await usage.menu('按增长率填充');
  await expect(usage.cell('u1', last)).toHaveText('2,853.116706');
  await main.expectSaved();
  await usage.keys('Control+z', 'Control+z');
  await expect(usage.cell('u1', last)).toHaveClass(/tone-computed/);
  await expect(usage.cell('u1', second)).toHaveClass(/tone-computed/);
  await usage.keys('Control+z');
  await expect(main.total('A', 'cash')).toHaveAttribute('data-value', planned ?? '');
});
