import path from 'node:path';

/** The checkout, wherever it is on this machine. */
export const ROOT = path.resolve(import.meta.dirname, '..');
export const OUT = path.join(ROOT, 'out');
export const MODULES = path.join(ROOT, 'node_modules');
/** Everything that a script prepares once and finds again; `npm ci` empties it with node_modules. */
export const CACHE = path.join(MODULES, '.cache', 'costbook');
