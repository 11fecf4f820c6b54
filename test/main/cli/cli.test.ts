import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { formatScenario } from '../../../src/shared/scenario/json.ts';
import { cellUnder, openWorkbook, SEED, sheetOf, shownIn } from '../xlsx/workbooks.ts';
import { costbook } from './costbook.ts';
import { BAD, PLAN, usePlanFolder } from './plans.ts';

// A busy machine is no failure: every run starts a process.
vi.setConfig({ testTimeout: 60_000 });

const { at, save, saveScenario } = usePlanFolder();

describe('price', () => {
  it('prints costbook.result/1', async () => {
    const { status, stdout, stderr } = await costbook(['price', saveScenario('plan.json', PLAN)]);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'costbook.result/1',
      scenario: 'AI drawing',
      priceBook: 'seed',
      options: [
        // 3000 x 3 x 12
        { id: 'A', complete: true, totals: { cash: '108000.00', expense: '18000.00', prepaidBalance: '90000.00' } },
        // 2 x 64936 x 0.0077 = 1000.0144; the pack pays 200 of January; 300.0072 and 500.0072 are cut to the fen
        { id: 'B', totals: { usageListCost: '1000.0144', covered: { pack: '200' }, payable: '800.00', cash: '859.00' } },
      ],
    });
  });

  it('prints an array of several files, in their order, standard input among them', async () => {
    const stdin = JSON.stringify(formatScenario({ ...PLAN, name: 'from stdin' }));
    const { stdout } = await costbook(['price', saveScenario('plan.json', PLAN), '-'], { stdin });
    expect(JSON.parse(stdout).map((result: { scenario: string }) => result.scenario)).toEqual(['AI drawing', 'from stdin']);
  });

  it('reads relative paths from the folder it runs in', async () => {
    saveScenario('plan.json', PLAN);
    expect((await costbook(['price', 'plan.json'], { cwd: at('.') })).status).toBe(0);
  });

  it('takes another edition, or a price book from a file', async () => {
    const dear = {
      ...SEED,
      edition: 'dear',
      skus: SEED.skus.map((sku) => (sku.sku === 'ti-ems.node.8c32g1t4' ? { ...sku, price: '4000' } : sku)),
    };
    const plan = saveScenario('plan.json', PLAN);
    const later = await costbook(['price', plan, '--price-book', '2021-01-21']);
    expect(JSON.parse(later.stdout).priceBook).toBe('2021-01-21');
    const own = await costbook(['price', plan, '--price-book', save('dear.json', dear)]);
    expect(JSON.parse(own.stdout)).toMatchObject({ priceBook: 'dear', options: [{ totals: { cash: '144000.00' } }, {}] });
  });

  it('writes the workbook, which prices the same', async () => {
    const out = at('out.xlsx');
    const plan = saveScenario('plan.json', PLAN);
    const json = await costbook(['price', plan, '--xlsx', out]);
    expect(shownIn(cellUnder(sheetOf(await openWorkbook(out), 'Nodes'), 'Purchase cost (CNY)', 1))).toBe(108000);
    const again = await costbook(['price', out]);
    expect(again.stdout).toBe(json.stdout);
    const piped = await costbook(['price', '-'], { stdin: readFileSync(out) });
    expect(piped.stdout).toBe(json.stdout);
  });

  it('says which rules the scenario sets otherwise than the price book, in JSON and as a table, and only those', async () => {
    // The node provider rounds half-up anyway, and nobody is called elsewhere.
    const overrides =
      '{"artlab":{"rounding":"half-up","burnClasses":["allowance","free","voucher","pack"]},"elsewhere":{"rounding":"down"},"ti-ems":{"rounding":"half-up"}}';
    const plan = saveScenario('own.json', { ...PLAN, overrides });
    expect(JSON.parse((await costbook(['price', plan])).stdout).overrides).toEqual({
      artlab: { rounding: 'half-up', burnClasses: ['allowance', 'free', 'voucher', 'pack'] },
    });
    const rulesIn = async (lang: string) =>
      (await costbook(['price', plan, '--format', 'table', '--lang', lang])).stdout.split('\n').filter((line) => line.includes('artlab'));
    expect(await rulesIn('en')).toEqual(['Rules set in this scenario: artlab: half-up, allowance > free > voucher > pack']);
    expect(await rulesIn('zh-CN')).toEqual(['本方案自定规则: artlab: half-up, allowance > free > voucher > pack']);
    const none = saveScenario('none.json', { ...PLAN, overrides: '{"elsewhere":{"rounding":"down"}}' });
    expect(JSON.parse((await costbook(['price', none])).stdout)).not.toHaveProperty('overrides');
  });

  it('keeps issues out of the exit status, unless --strict is given', async () => {
    const bad = saveScenario('bad.json', BAD);
    const lenient = await costbook(['price', bad]);
    expect(lenient.status).toBe(0);
    expect(JSON.parse(lenient.stdout).options[0]).toMatchObject({
      complete: false,
      issues: [
        { code: 'VALUE_INVALID', severity: 'error', line: 'n1', field: 'count' },
        { code: 'PRICE_NOT_PUBLISHED', severity: 'error', line: 'u1' },
        expect.anything(),
      ],
    });
    const strict = await costbook(['price', bad, '--strict']);
    expect([strict.status, strict.stdout, strict.stderr]).toEqual([1, lenient.stdout, '']);
    expect((await costbook(['price', saveScenario('plan.json', PLAN), '--strict'])).status).toBe(0);
  });

  it('prints a table in the language of the system, Chinese characters counted as two', async () => {
    const { stdout } = await costbook(['price', saveScenario('plan.json', PLAN), '--format', 'table'], { lang: 'zh_CN.UTF-8' });
    expect(stdout.split('\n').slice(2, 6)).toEqual([
      '选项  名称          目录价    抵扣    应付        购买        现金       费用  作废   预付余额  完整',
      '----  ----------  --------  ------  ------  ----------  ----------  ---------  ----  ---------  ----',
      'A     TI-EMS          0.00    0.00    0.00  108,000.00  108,000.00  18,000.00  0.00  90,000.00  是',
      'B     共享版工具  1,000.01  200.00  800.00       59.00      859.00     859.00  0.00       0.00  是',
    ]);
  });
});

describe('convert', () => {
  it('goes to a workbook and back without a change', async () => {
    const plan = saveScenario('plan.json', PLAN);
    const [book, back] = [at('plan.xlsx'), at('back.json')];
    expect(await costbook(['convert', plan, book])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await costbook(['convert', book, back])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(back, 'utf8'))).toEqual(formatScenario(PLAN));
    expect(await costbook(['convert', book, '-'])).toMatchObject({ status: 0, stdout: readFileSync(back, 'utf8') });
  });

  it('knows the target by its name only', async () => {
    const plan = saveScenario('plan.json', PLAN);
    expect(await costbook(['convert', plan, at('plan.txt')])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^USAGE OUT/),
    });
    expect(readdirSync(at('.'))).toEqual(['plan.json']);
  });
});

describe('check', () => {
  it('names sheet, row, column and code of every problem', async () => {
    const bad = saveScenario('bad.json', BAD);
    const book = at('bad.xlsx');
    await costbook(['convert', bad, book]);
    const before = readdirSync(at('.'));
    const inJson = JSON.parse((await costbook(['check', bad])).stdout);
    expect(inJson).toMatchObject({
      format: 'costbook.check/1',
      problems: [
        { sheet: 'nodes', row: 1, column: 'count', address: 'options[0].nodes[0].count', code: 'VALUE_INVALID', option: 'A', line: 'n1' },
        {},
        {},
      ],
    });
    const inBook = JSON.parse((await costbook(['check', book])).stdout);
    expect(inBook.problems[0]).toMatchObject({ sheet: 'Nodes', row: 4, column: 'F', address: 'Nodes!F4', code: 'VALUE_INVALID' });
    expect(await costbook(['check', book, '--strict', '--format', 'table'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Nodes!F4'),
    });
    expect(readdirSync(at('.'))).toEqual(before);
  });
});

describe('what cannot be used gives one line with code and place, status 2, and nothing written', () => {
  const document = formatScenario(PLAN) as Readonly<Record<string, unknown>>;
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['an unknown key', 'KEY_UNKNOWN FILE: colour: ', { ...document, colour: 'red' }],
    ['a start month 13', 'VALUE_INVALID FILE: startMonth: ', { ...document, startMonth: '2026-13' }],
    ['another format', 'FORMAT_UNKNOWN FILE: format: ', { ...document, format: 'other' }],
    ['an edition that nobody has', 'EDITION_NOT_FOUND FILE: priceBook: ', { ...document, priceBook: '1999' }],
    ['pinned prices that have changed', 'EDITION_CHANGED FILE: priceBookHash: ', { ...document, priceBookHash: 'sha256:00' }],
    ['a line break in a key', 'KEY_UNKNOWN FILE: a b: ', { ...document, 'a\nb': 1 }],
  ];
  it.each(cases)('%s', async (_, expected, content) => {
    const file = save('plan.json', content);
    const out = at('out.xlsx');
    const { status, stdout, stderr } = await costbook(['price', file, '--xlsx', out]);
    expect([status, stdout, existsSync(out)]).toEqual([2, '', false]);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.startsWith(expected.replace('FILE', file))).toBe(true);
  });

  it.each([
    ['a text file', 'INPUT_NOT_JSON', 'Dear all,'],
    ['a broken workbook', 'WORKBOOK_BROKEN', 'PK\u0003\u0004'],
    ['nothing', 'INPUT_NOT_JSON', ''],
  ])('%s on standard input', async (_, code, stdin) => {
    expect(await costbook(['check', '-'], { stdin })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(`^${code} -: .*\\n$`),
    });
  });

  it('one bad file among good ones', async () => {
    const good = saveScenario('good.json', PLAN);
    const missing = at('missing.json');
    expect(await costbook(['price', good, missing])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^INPUT_NOT_FOUND .*missing\.json: /),
    });
  });

  it('a price book that is none', async () => {
    const file = saveScenario('plan.json', PLAN);
    writeFileSync(at('book.txt'), 'Dear all,');
    const { status, stderr } = await costbook(['price', file, '--price-book', at('book.txt')]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^INPUT_NOT_JSON [^:]*book\.txt: neither /)]);
  });

  it('a workbook that cannot be written', async () => {
    const good = saveScenario('good.json', PLAN);
    const out = at('nowhere', 'out.xlsx');
    expect(await costbook(['price', good, '--xlsx', out])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^FILE_NOT_WRITTEN out\.xlsx: /),
    });
  });

  it('words that do not fit', async () => {
    expect(await costbook(['price', 'x', '--colour'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^USAGE --colour: /),
    });
  });

  it('help is no mistake', async () => {
    expect(await costbook(['--help', '--lang', 'zh-CN'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('文件为方案 JSON'),
    });
    expect((await costbook([])).stdout).toContain('costbook price FILE...');
  });
});

describe('a bug of ours is status 70 and one line, never the 1 of --strict', () => {
  it.each([
    ['in a promise', 'JSON.parse = () => { throw new Error("boom\\nat last") }', 'INTERNAL_ERROR -: Error: boom at last\n'],
    ['in a callback', 'setTimeout(() => { throw undefined })', 'INTERNAL_ERROR -: undefined\n'],
  ])('%s', async (_, preload, stderr) => {
    const file = saveScenario('plan.json', PLAN);
    expect(await costbook(['price', file, '--strict'], { preload })).toEqual({ status: 70, stdout: '', stderr });
  });
});
