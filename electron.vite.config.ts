import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';

const src = (...parts: readonly string[]): string => path.join(import.meta.dirname, 'src', ...parts);

const MAIN_TARGET = 'node20.18';

/** The processes beside main, each by the file that it begins with. */
const PROCESSES = [src('main', 'xlsx', 'read', 'readerProcess.ts'), src('main', 'exporting', 'exporterProcess.ts')];

/**
 * Each process beside main is a bundle of its own. As an entry of main's it would share the bundler's runtime with the app's entry, load
 * that, and with it Electron, which such a process does not have.
 */
const buildProcesses = (): Plugin => {
  let outDir = '';
  return {
    name: 'costbook:processes',
    configResolved: (main) => {
      outDir = main.build.outDir;
    },
    closeBundle: async () => {
      for (const file of PROCESSES) {
        await build({
          configFile: false,
          logLevel: 'warn',
          ssr: { noExternal: true },
          build: {
            ssr: file,
            outDir,
            emptyOutDir: false,
            target: MAIN_TARGET,
            rolldownOptions: {
              output: { format: 'cjs', entryFileNames: `${path.parse(file).name}.cjs`, chunkFileNames: 'chunks/[name]-[hash].cjs' },
            },
          },
        });
      }
    },
  };
};

/**
 * The same bundles run in the declared Electron and in the older stand-in of closed networks (scripts/electron), so the targets are
 * those of Electron 33. Main is CommonJS: only there can the stand-in give it the better-sqlite3 that fits. The preload is
 * CommonJS because a sandboxed window takes nothing else.
 */
export default defineConfig({
  main: {
    plugins: [buildProcesses()],
    build: {
      target: MAIN_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        // native, found at run time; everything else is bundled, so an app folder needs no other module
        external: ['better-sqlite3'],
        input: { index: src('main', 'index.ts') },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    build: {
      target: MAIN_TARGET,
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
