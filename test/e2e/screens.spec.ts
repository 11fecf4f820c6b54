import path from 'node:path';
import { takeScreenshot } from './fixtures/screenshot.ts';
import { expect, test } from './fixtures/test.ts';

/** Pictures for people to look at; a run replaces those of the run before. */
const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');

for (const locale of ['en', 'zh-CN']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test('the first screen fits its window', async ({ app }) => {
        await takeScreenshot(app.window, FOLDER, `first-${locale}-${colorScheme}`);
        const overflow = await app.window.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    });
  }
}
