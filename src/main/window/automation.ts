/**
 * Window tests attach to the app while it starts. A page that begins to load in that very moment is sometimes never seen by
 * Playwright, and its launch hangs (seen in 2 of 100 launches). Playwright calls the global function `__playwright_run` once it is
 * attached; Electron's own loader script for it waits for the same call.
 */
const HOOK = '__playwright_run';

/** Resolves when the attached Playwright is ready, or after `limit` milliseconds, so that no other debugger can hold up the window. */
export const whenAttached = (scope: object, limit: number): Promise<void> =>
  new Promise((resolve) => {
    // Playwright's loader script is here already and holds back `ready` itself.
    if (HOOK in scope) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, limit);
    Reflect.set(scope, HOOK, () => {
      clearTimeout(timer);
      resolve();
    });
  });
