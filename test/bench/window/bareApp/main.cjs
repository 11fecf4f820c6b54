// An app that shows one page and nothing else: what Electron and the bare AG Grid need by themselves.
// biome-ignore lint/correctness/noUndeclaredDependencies: the Electron that runs this file brings it
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  window.loadFile(process.env.BENCH_PAGE, { query: JSON.parse(process.env.BENCH_QUERY) });
});
