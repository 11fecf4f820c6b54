import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Unit and store tests, in Node. The window tests are Playwright's (test/e2e). */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    include: ['test/{scripts,shared,main,renderer}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // store and property tests on a small, busy machine
    testTimeout: 60_000,
    // Vitest leaves one core free by default: on two cores that is one file at a time.
    maxWorkers: '100%',
  },
});
