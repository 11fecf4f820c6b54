/**
 * Stands in for Electron's own default app, which the archive from the registry does not have: runs the app folder named on the
 * command line under its own name, version, app path and user data folder, and lets it `require('better-sqlite3')` get the build
 * that fits this Electron.
 */
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const takeBundledSqlite = () => {
  const bundled = path.join(process.resourcesPath, 'node_modules', 'better-sqlite3');
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = function (request, ...rest) {
    return resolveFilename.call(this, request === 'better-sqlite3' ? bundled : request, ...rest);
  };
};

const runApp = (folder) => {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  app.setAppPath(folder);
  // At once: what must happen before Electron is ready happens while main is loaded, so main is CommonJS.
  require(path.join(folder, manifest.main));
};

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron [switches] <app folder>\n');
  app.exit(2);
} else {
  takeBundledSqlite();
  try {
    runApp(path.resolve(folder));
  } catch (error) {
    process.stderr.write(`Cannot start the app in ${folder}: ${error.stack}\n`);
    app.exit(1);
  }
}
