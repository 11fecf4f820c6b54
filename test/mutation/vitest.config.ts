import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests that mutants have to survive: of the engine, without those that repeat for a minute what others say in a second. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/shared/{numeric,billing}/**/*.test.ts'],
    exclude: ['test/shared/billing/{badData,invariants,kernel}.test.ts', 'test/shared/billing/oracle/{everyday2,wide2,wide3}.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
