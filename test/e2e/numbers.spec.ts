/** Numbers that the sample scenario lacks: tiers whose clock nobody published, monthly balances, lists of hundreds. */
import { writeFile } from 'node:fs/promises';
import type { TestInfo } from 'playwright/test';
import { answerOpenDialog } from './fixtures/dialogs.ts';
import type { RunningApp } from './fixtures/launch.ts';
import { expect, test } from './fixtures/test.ts';
import { MainPage } from './pages/MainPage.ts';
import { ReportPage } from './pages/ReportPage.ts';

const MANY = 207;
const PLAN = {
  format: 'costbook.scenario/1',
  name: 'numbers',
  priceBook: '2021-01-21',
  startMonth: '2026-01',
  months: 6,
  options: [
    // 720 h a month: 3,775.20 where the tiers restart, 720 x 3.7 = 2,664.00 from the second month on where they run on
    { id: 'A', name: 'By the hour', usage: [{ id: 'u1', sku: 'ti-ems.node-hour.8c32g1t4', quantity: '720' }] },
    {
      id: 'B',
      name: 'Traffic',
      usage: [{ id: 'u1', sku: 'artlab.traffic.out.day', quantity: '3000' }],
      packs: [{ id: 'p1', sku: 'artlab.pack.traffic-2tb-6m' }],
    },
    {
      id: 'C',
      name: 'Many tools',
      usage: Array.from({ length: MANY }, (_, index) => ({ id: `u${index}`, sku: 'artlab.tool.shared', quantity: '10000' })),
    },
  ],
};

const openPlan = async (app: RunningApp, testInfo: TestInfo): Promise<ReportPage> => {
  const page = new MainPage(app.window);
  const file = testInfo.outputPath('numbers.json');
  await writeFile(file, JSON.stringify(PLAN));
  await answerOpenDialog(app, [file]);
  await page.button('Import').click();
  await expect(page.scenarios).toHaveCount(2);
  return new ReportPage(app.window);
};

/** Of three cards none has room for every total: Summary has. */
const askTotal = async (report: ReportPage, option: string, total: string): Promise<void> => {
  await report.open('summary');
  await report.window.locator(`.card[data-option="${option}"] .card-name`).click();
  await report.ask(option, total, 'total');
};

test('a tier clock that nobody published is said in Summary and beside the charge, with both results', async ({ app }, testInfo) => {
  const report = await openPlan(app, testInfo);
  await report.open('summary');
  const note = app.window.locator('.summary [data-tier-clock="A:cash"]');
  await expect(note).toContainText('22,651.20 if they restart, 17,095.20 if they run on');
  await note.getByRole('button').click();
  await report.part(0).click();
  await report.part(1).click();
  const charge = report.why.locator('[data-why="charge"] [data-tier-clock]');
  await expect(charge).toContainText('3,775.20 if they do, 2,664.00 if they run on');
  await expect(charge).toContainText('22,651.20 if they restart, 17,095.20 if they run on');
});

test('a balance that starts anew each month says on which day of each it runs out', async ({ app }, testInfo) => {
  const report = await openPlan(app, testInfo);
  await askTotal(report, 'B', 'covered');
  await report.part(0).click();
  // 2,048 of 3,000 GB: 31 x 2,048 / 3,000 = 21.2 days of January
  await expect(report.why.locator('[data-why-timeline] [data-runs-out]').first()).toHaveText('out on 01-22');
  await expect(report.why.locator('[data-why="pack"]')).toContainText('Used up in 6 of 6 months');
});

test('what a long list leaves out is its last row, which opens it', async ({ app }, testInfo) => {
  const report = await openPlan(app, testInfo);
  await askTotal(report, 'C', 'payable');
  const more = report.why.locator('.why-more');
  // 7 lines x 77 x 6 months
  await expect(more).toHaveText('7 more3,234.00');
  await more.focus();
  await app.window.keyboard.press('Enter');
  await expect(more).toHaveCount(0);
  await expect(report.why.locator('button.why-part')).toHaveCount(MANY);
  await expect(report.part(MANY - 7)).toBeFocused();
});
