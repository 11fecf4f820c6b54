import path from 'node:path';
import { defineConfig } from 'playwright/test';

const results = path.resolve(import.meta.dirname, '..', '..', 'test-results');

/** Window tests: the built app in the Electron that scripts/electron finds on this machine. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  globalSetup: './globalSetup.ts',
  outputDir: path.join(results, 'e2e'),
  preserveOutput: 'failures-only',
  reporter: [['list'], ['json', { outputFile: path.join(results, 'e2e.json') }]],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { locale: 'en', colorScheme: 'light', actionTimeout: 10_000 },
});
