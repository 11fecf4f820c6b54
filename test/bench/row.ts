/** Run by run.ts in a process of its own: measures the bench that is named on the command line and sends its rows. */
import { BENCHES } from './benches.ts';

const load = BENCHES[process.argv[2] ?? ''];
if (load === undefined) throw new Error('row.ts takes the name of a bench');
const bench = await load();
process.send?.(await bench());
