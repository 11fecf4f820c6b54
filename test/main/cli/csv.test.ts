import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../csv/parseCsv.ts';
import { costbook } from './costbook.ts';
import { BAD, nodes, PLAN, usePlanFolder } from './plans.ts';

const folder = usePlanFolder();
const headersOf = (file: string): readonly string[] => parseCsv(readFileSync(file, 'utf8'))[0] ?? [];

describe('convert to CSV', () => {
  it('writes the ledger of all options, or the sheet that is named, in either language', async () => {
    const plan = folder.saveScenario('plan.json', PLAN);
    expect(await costbook(['convert', plan, folder.at('out.csv')])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(headersOf(folder.at('out.csv')).slice(0, 4)).toEqual(['No.', 'Option', 'Line', 'Entry']);
    await costbook(['convert', plan, folder.at('节点.CSV'), '--sheet', 'nodes', '--lang', 'zh-CN']);
    expect(headersOf(folder.at('节点.CSV')).slice(0, 3)).toEqual(['选项', '行号', '计费项']);
  });

  it('writes the charges of one option in the columns of FOCUS, and asks which one where there are several', async () => {
    const plan = folder.saveScenario('plan.json', PLAN);
    const out = folder.at('focus.csv');
    const focus = (...more: readonly string[]) => costbook(['convert', plan, out, '--sheet', 'focus', ...more]);
    expect(await focus()).toMatchObject({ status: 2, stderr: 'USAGE --option: see costbook --help (value=A, B)\n' });
    expect(await focus('--option', 'C')).toMatchObject({ status: 2, stderr: 'USAGE --option: see costbook --help (value=C)\n' });
    expect(existsSync(out)).toBe(false);
    expect(await focus('--option', 'B')).toMatchObject({ status: 0 });
    const [headers = [], ...rows] = parseCsv(readFileSync(out, 'utf8'));
    expect(new Set(rows.map((row) => row[headers.indexOf('x_OptionId')]))).toEqual(new Set(['B']));
    expect(await costbook(['convert', folder.saveScenario('one.json', nodes), out, '--sheet', 'focus'])).toMatchObject({ status: 0 });
  });

  it('says with --strict that an error stands', async () => {
    const plan = folder.saveScenario('bad.json', BAD);
    expect(await costbook(['convert', plan, folder.at('bad.csv'), '--sheet', 'usage', '--strict'])).toMatchObject({
      status: 1,
      stderr: '',
    });
  });
});
