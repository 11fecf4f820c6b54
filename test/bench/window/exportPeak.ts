/** An export as a planner starts it: from the click to the notice that it is done, and what its process takes. */
import type { OpenWindow } from './windows.ts';

const LIMIT_MS = 300_000;
const LOOK_MS = 100;

/** `peak`: of the process that writes, in MB. */
export const timeExport = async ({ electron, page }: OpenWindow, file: string): Promise<{ readonly ms: number; readonly peak: number }> => {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  const start = performance.now();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Export/ })
    .click();
  const peak = watchPeak(electron);
  await page.locator('[data-notice="news"]').waitFor({ timeout: LIMIT_MS });
  return { ms: performance.now() - start, peak: await peak };
};

/** Settles when the process that was there has ended. */
const watchPeak = (electron: OpenWindow['electron']): Promise<number> =>
  electron.evaluate(
    ({ app }, everyMs) =>
      new Promise<number>((resolve) => {
        let peak = 0;
        const look = setInterval(() => {
          const exporter = app.getAppMetrics().find(({ name }) => name === 'Costbook exporter');
          if (exporter !== undefined) peak = Math.max(peak, exporter.memory.peakWorkingSetSize / 1024);
          else if (peak > 0) {
            clearInterval(look);
            resolve(peak);
          }
        }, everyMs);
      }),
    LOOK_MS,
  );
