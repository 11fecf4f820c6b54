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
      if (event.key === 'Enter' || (event.ctrlKey && event.key === 'd')) paints.start = event.timeStamp;
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

/** Runs in the page: a paste as the keys bring it, into the cell that is active. */
const paste = ({ rows, first }: { readonly rows: number; readonly first: number }): void => {
  const data = new DataTransfer();
  data.setData('text/plain', Array.from({ length: rows }, (_, row) => `${first + row}\r\n`).join(''));
  const area = document.querySelector('.grid-editor');
  window.benchPaints.start = performance.now();
  area?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
};

export interface BlockTimes {
  readonly paste: readonly number[];
  readonly fill: readonly number[];
}

/** Pastes `rows` numbers below the active cell, then fills the first of them over all (Ctrl+D), again and again. */
export const timeBlocks = async (page: Page, { rows, count }: { readonly rows: number; readonly count: number }): Promise<BlockTimes> => {
  await page.evaluate(() => {
    window.benchPaints.times = [];
  });
  for (let round = 0; round < count + 1; round += 1) {
    await page.evaluate(paste, { rows, first: 100 + round * rows });
    await page.evaluate(waitForPaint, { seen: 2 * round, limit: PAINT_LIMIT_MS });
    await page.evaluate(settle, PAUSE_MS);
    await page.keyboard.press('Control+d');
    await page.evaluate(waitForPaint, { seen: 2 * round + 1, limit: PAINT_LIMIT_MS });
    await page.evaluate(settle, PAUSE_MS);
  }
  const times = (await page.evaluate(() => window.benchPaints.times)).slice(2);
  return { paste: times.filter((_, at) => at % 2 === 0), fill: times.filter((_, at) => at % 2 === 1) };
};

const SCROLL_FRAMES = 120;

/** Milliseconds of each frame while the rows are scrolled by a screen and a half a frame. */
export const timeScroll = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const all = [...document.querySelectorAll<HTMLElement>('.ag-root *')];
        const scroller = all.find(({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight * 10);
        const times: number[] = [];
        let last = performance.now();
        const step = (): void => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          if (times.length > count) resolve(times.slice(1));
          else {
            if (scroller !== undefined) scroller.scrollTop += 1_000;
            requestAnimationFrame(step);
          }
        };
        requestAnimationFrame(step);
      }),
    SCROLL_FRAMES,
  );
