/** `npm run check`: format, lint, types of each layer, layers, dead code. */
import { runChecks } from './check/runChecks.ts';

const { failed } = await runChecks();
process.exitCode = failed === 0 ? 0 : 1;
