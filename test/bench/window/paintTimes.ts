/** From the Enter that commits an edit to the frame that shows the new total, measured in the page itself. */
import type { Page } from 'playwright/test';

declare global {
  interface Window {
    benchPaints: { start: number; times: number[]; onPaint: () => void };
  }
}

/** The total is the first element that `total` matches; its exact value is in `data-value`. */
export const watchPaints = (page: Page, total: string): Promise<void> =>
  page.evaluate((selector) => {
    const watched = document.querySelector(selector);
    if (watched === null) throw new Error(`no ${selector}`);
    const paints: Window['benchPaints'] = { start: 0, times: [], onPaint: () => undefined };
    window.benchPaints = paints;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') paints.start = event.timeStamp;
    };
    // Before the app's own listeners. The time stamp is that of the input, so what waits in the queue before it counts.
    window.addEventListener('keydown', onKey, true);
    const onChange = (): void => {
      const { start } = paints;
      // A message that is sent inside a frame's callback arrives when this frame has been drawn.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          paints.times.push(performance.now() - start);
          paints.onPaint();
        };
        channel.port2.postMessage(null);
      });
    };
    new MutationObserver(onChange).observe(watched, { attributes: true, attributeFilter: ['data-value'] });
  }, total);

/** Runs in the page. Without polling: that would draw frames of its own. */
const waitForPaint = ({ seen, limit }: { readonly seen: number; readonly limit: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    const paints = window.benchPaints;
    if (paints.times.length > seen) {
      resolve();
      return;
    }
    const timer = setTimeout(() => reject(new Error('the total was not painted')), limit);
    paints.onPaint = () => {
      clearTimeout(timer);
      resolve();
    };
  });

/** Runs in the page: the frames of the keys before are drawn, as they are when a hand types. */
const settle = (pause: number): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, pause));
  });

/** Between two keys of somebody who types 20 a second. */
const PAUSE_MS = 50;
const WARM_UP = 3;
const PAINT_LIMIT_MS = 120_000;

/**
 * Types numbers over one cell, up to `count` times and as long as the budget lasts; milliseconds of each edit. The cell is active
 * before, and Enter moves one row down.
 */
export const timeTypedEdits = async (
  page: Page,
  input: { readonly count: number; readonly budgetMs: number; readonly first: number },
): Promise<readonly number[]> => {
  await page.evaluate(() => {
    window.benchPaints.times = [];
  });
  const end = performance.now() + input.budgetMs;
  for (let edit = 0; edit < input.count + WARM_UP && (edit <= WARM_UP + 2 || performance.now() < end); edit += 1) {
    await page.keyboard.type(String(input.first + 37 * edit));
    await page.evaluate(settle, PAUSE_MS);
    await page.keyboard.press('Enter');
    await page.evaluate(waitForPaint, { seen: edit, limit: PAINT_LIMIT_MS });
    await page.keyboard.press('ArrowUp');
  }
  const times = await page.evaluate(() => window.benchPaints.times);
  return times.slice(WARM_UP);
};
