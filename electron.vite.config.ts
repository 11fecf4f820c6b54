import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const src = (...parts: readonly string[]): string => path.join(import.meta.dirname, 'src', ...parts);

/**
 * The same bundles run in the declared Electron and in the older stand-in of closed networks (scripts/electron), so the targets are
 * those of Electron 33. Main is CommonJS: only there can the stand-in give it the better-sqlite3 that fits. The preload is
 * CommonJS because a sandboxed window takes nothing else.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        // native, found at run time; everything else is bundled, so an app folder needs no other module
        external: ['better-sqlite3'],
        input: { index: src('main', 'index.ts'), readWorker: src('main', 'xlsx', 'read', 'readWorker.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: src('main', 'preload', 'index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: src('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      rolldownOptions: { input: src('renderer', 'index.html') },
    },
  },
});
