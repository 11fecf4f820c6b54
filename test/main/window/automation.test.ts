import { expect, it } from 'vitest';
import { whenAttached } from '../../../src/main/window/automation.ts';

it('waits for the call of the attached driver', async () => {
  const scope: { __playwright_run?: () => void } = {};
  const attached = whenAttached(scope, 60_000);
  scope.__playwright_run?.();
  await expect(attached).resolves.toBeUndefined();
});

it('does not wait where the loader of the driver waits itself, nor for ever', async () => {
  await whenAttached({ __playwright_run: () => undefined }, 60_000);
  await whenAttached({}, 1);
});
