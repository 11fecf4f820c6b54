// An app that shows one page of this folder and nothing else: what Electron and the bare AG Grid need by themselves.
const path = require('node:path');
// biome-ignore lint/correctness/noUndeclaredDependencies: the Electron that runs this file brings it
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  const { BENCH_PAGE: page, BENCH_ROWS: rows = '0', BENCH_GRID: grid = '' } = process.env;
  window.loadFile(path.join(__dirname, page), { query: { rows, grid } });
});
