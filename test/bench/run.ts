/** `npm run bench`: each row measures Costbook and a peer in the same run and prints the ratio. Nothing here passes or fails. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchBilling } from './billing.ts';
import { formatTable } from './measure.ts';
import { benchStore } from './store.ts';
import { benchWorkbook } from './workbook.ts';

const rows = [...(await benchBilling()), ...(await benchStore()), ...(await benchWorkbook())];
const machine = `${os.cpus().length} x ${os.cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
const report = { date: new Date().toISOString().slice(0, 10), machine, rows };

const folder = path.resolve(import.meta.dirname, '..', '..', 'test-results');
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
process.stdout.write(`${formatTable(rows)}\n\n${report.date}, ${machine}\n`);
