/** The sheet Compare: what it says, and that every number is a formula wherever Excel's doubles give the engine's. */
import { describe, expect, it } from 'vitest';
import type { Cell, Row, SheetModel } from '../../../src/main/xlsx/model.ts';
import { makeWorkbookModel } from '../../../src/main/xlsx/workbookModel.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import type { Locale } from '../../../src/shared/ipc/contract.ts';
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import type { Option, Scenario } from '../../../src/shared/scenario/types.ts';
import { billOptions, NODES, node, option, TOOLS, UNPRICED, usage } from '../../renderer/reportScenario.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { SEED } from './workbooks.ts';

interface Wanted {
  readonly scenario: Scenario;
  readonly locale?: Locale;
  readonly baseline?: string | null;
  readonly priceBook?: PriceBook;
}

const sheetsOf = ({ scenario, locale = 'en', baseline = null, priceBook = SEED }: Wanted): readonly SheetModel[] =>
  makeWorkbookModel({ scenario, priceBook, bill: computeBill({ scenario, priceBook }), locale, baseline });

const compareOf = (wanted: Wanted): SheetModel & { readonly rows: readonly Row[] } => {
  const sheet = sheetsOf(wanted)[1];
  if (sheet === undefined || !['Compare', '对比'].includes(sheet.name)) throw new Error('no sheet Compare');
  return { ...sheet, rows: [...sheet.rows] };
};
const scenarioOf = (months: number, ...options: readonly Option[]): Scenario => billOptions(months, ...options).scenario;

const shown = (cell: Cell | null | undefined): string => {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (value.kind === 'formula') return 'decimal' in value.result ? value.result.decimal : value.result.text;
  if (value.kind === 'decimal') return value.decimal;
  return value.kind === 'date' ? value.date : value.text;
};
const formulaOf = (cell: Cell | null | undefined): string | null => (cell?.value?.kind === 'formula' ? cell.value.formula : null);

/** The row below a block's header that begins with a label. */
const rowOf = ({ rows }: { readonly rows: readonly Row[] }, block: string, label: string): Row => {
  const header = rows.findIndex((row) => shown(row[0]) === block);
  const found = rows.slice(header + 1).find((row) => shown(row[0]) === label);
  if (header < 0 || found === undefined) throw new Error(`no ${label} in ${block}`);
  return found;
};
/** Between the check and the empty row above the charts. */
const sentencesOf = ({ rows }: { readonly rows: readonly Row[] }): readonly string[] => {
  const below = rows.slice(5);
  return below
    .slice(
      0,
      below.findIndex((row) => row.length === 0),
    )
    .map((row) => shown(row[0]));
};

/** 3,000 at once against 403.50 a month: the node is cheaper from August on. */
const NODE = option('A', { nodes: [node('n1', {})] });
const HOURS = option('B', { usage: [usage('u1', { sku: 'artlab.tool.dedicated.from', quantity: '50' })] });

describe('Compare', () => {
  it('stands behind Summary where there is something to compare', () => {
    const names = (scenario: Scenario): readonly string[] => sheetsOf({ scenario }).map(({ name }) => name);
    expect(names(scenarioOf(12, NODES, TOOLS)).slice(0, 3)).toEqual(['Summary', 'Compare', 'Nodes']);
    expect(names(scenarioOf(12, NODES))).not.toContain('Compare');
  });

  it('has a column for each option, and two for each difference', () => {
    for (const options of [
      [NODES, TOOLS],
      [NODES, TOOLS, UNPRICED],
      [NODES, TOOLS, UNPRICED, option('D', {})],
    ]) {
      const { widths, rows } = compareOf({ scenario: scenarioOf(12, ...options) });
      expect(widths).toHaveLength(3 * options.length - 1);
      expect(Math.max(...rows.map((row) => row.length))).toBe(widths.length);
    }
  });

  it('measures against the first option, or against the chosen one', () => {
    const scenario = scenarioOf(12, NODE, HOURS);
    const headers = (baseline: string | null): readonly string[] => compareOf({ scenario, baseline }).rows[2]?.map(shown) ?? [];
    expect(headers(null)).toEqual(['Item', 'A · Option A', 'B · Option B', 'B − A', '%']);
    expect(headers('B')).toEqual(['Item', 'A · Option A', 'B · Option B', 'A − B', '%']);
    expect(headers('gone')).toEqual(headers(null));
    const sheet = compareOf({ scenario, baseline: 'B' });
    // 3000 - 4842 = -1842, which is 38.04 % of 4842
    expect(rowOf(sheet, 'Totals (CNY)', 'Cash total').map(shown)).toEqual(['Cash total', '3000.00', '4842.00', '-1842.00', '-0.3804']);
    expect(sentencesOf(sheet)[0]).toBe('By cash · A is lowest: 1,842.00 less than baseline B (38.04 %)');
  });
});

describe('the sentences of Compare', () => {
  it.each([
    [
      'en',
      [
        'By cash · A is lowest: 1,842.00 less than B (38.04 %)',
        'Cumulative cash: before 2026-08 B had cost less, from the end of 2026-08 on A has.',
        'By expense · A is lowest: 1,842.00 less than B (38.04 %)',
        'Cumulative expense: before 2026-08 B had cost less, from the end of 2026-08 on A has.',
      ],
    ],
    [
      'zh-CN',
      [
        '按现金 · A 最低：比 B 少 1,842.00（38.04%）',
        '累计现金：2026-08 之前 B 更低，自 2026-08 末起 A 更低。',
        '按费用 · A 最低：比 B 少 1,842.00（38.04%）',
        '累计费用：2026-08 之前 B 更低，自 2026-08 末起 A 更低。',
      ],
    ],
  ] as const)('name the lowest and the month that changes it (%s)', (locale, sentences) => {
    expect(sentencesOf(compareOf({ scenario: scenarioOf(12, NODE, HOURS), locale }))).toEqual(sentences);
  });

  it.each([
    ['en', ['C is incomplete and not compared: lacks 1 price', 'D holds nothing yet and is not compared.']],
    ['zh-CN', ['C 不完整，不参与比较：缺 1 行的价格', 'D 还没有内容，不参与比较。']],
  ] as const)('say which options are not compared, and why (%s)', (locale, sentences) => {
    const scenario = scenarioOf(12, NODES, TOOLS, UNPRICED, option('D', {}));
    expect(sentencesOf(compareOf({ scenario, locale })).slice(-2)).toEqual(sentences);
  });

  it('say of more than two options what each costs beside the baseline', () => {
    const dear = option('C', { nodes: [node('n1', { count: '2' })] });
    const sheet = (locale: Locale) => sentencesOf(compareOf({ scenario: scenarioOf(1, NODE, HOURS, dear), locale }));
    expect(sheet('en')[1]).toBe('By cash · C: 3,000.00 (100.00 %) more than A');
    expect(sheet('zh-CN')[1]).toBe('按现金 · C：比基准 A 多 3,000.00（100.00%）');
  });

  it('take the name of an option as it is', () => {
    const named = { ...NODE, id: '$&', name: "$' & <b>" };
    const { rows } = compareOf({ scenario: scenarioOf(1, named, HOURS), locale: 'zh-CN' });
    expect(shown(rows[1]?.[0])).toMatch(/^基准：\$& · \$' & <b>。/);
  });

  it('give both totals where the source leaves the clock of tiers open', () => {
    const priceBook = readPriceBook('2021-01-21');
    const tiers = option('B', { usage: [usage('u1', { sku: 'ti-ems.node-hour.8c32g1t4', quantity: '720' })] });
    // each month 96 x 10.6 + 264 x 5.4 + 360 x 3.7 = 3,775.20; never restarting 96 x 10.6 + 264 x 5.4 + 3,960 x 3.7 = 17,095.20
    const sentences = (locale: Locale) => sentencesOf(compareOf({ scenario: scenarioOf(6, NODE, tiers), priceBook, locale })).slice(-2);
    expect(sentences('en')).toEqual(
      ['cash', 'expense'].map(
        (by) => `Tier clock not published · B, ${by}: 22,651.20 if the tiers restart each month, 17,095.20 if they do not.`,
      ),
    );
    expect(sentences('zh-CN')[0]).toBe('阶梯周期未公布 · B 的现金：阶梯每月重计 22,651.20，不重计 17,095.20。');
  });

  it('say once that nothing can be compared', () => {
    expect(sentencesOf(compareOf({ scenario: scenarioOf(12, NODES, UNPRICED) }))[0]).toBe(
      'Not comparable yet: fewer than two options are complete.',
    );
  });
});

describe('an alarm of Compare', () => {
  const sheet = compareOf({ scenario: scenarioOf(12, NODE, HOURS) });
  const [sentences, ...months] = sheet.alarms ?? [];

  it('covers the check and the sentences below it, over all columns', () => {
    expect(sentences).toEqual({ range: 'A5:E9', formula: '$A$5<>"These sentences belong to the figures below."' });
    expect(sentencesOf(sheet)).toHaveLength(4);
  });

  it('counts the checks of the months, which hold the figures of the export', () => {
    const row = sheet.rows.findIndex(([label]) => shown(label) === 'as exported') + 1;
    expect(months[0]).toEqual({ range: `B${row}:C${row}`, formula: `B${row}<>"✓"` });
    expect(formulaOf(sheet.rows[4]?.[0])).toContain(`COUNTIF(B${row}:C${row},"✓")=2`);
    const figures = ['3000.00', ...Array.from({ length: 11 }, () => '0.00')].join(';');
    expect(formulaOf(sheet.rows[row - 1]?.[1])).toBe(`IF(SUMPRODUCT(--(B${row - 13}:B${row - 2}<>{${figures}}))=0,"✓","changed")`);
  });

  it('fits into the longest formula of Excel, over the longest horizon', () => {
    const long = compareOf({ scenario: scenarioOf(120, HOURS, option('B', { nodes: [node('n1', { count: '99999', months: '120' })] })) });
    const formulas = long.rows.flatMap((row) => row.flatMap((cell) => formulaOf(cell) ?? []));
    expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThan(8_192);
  });
});

describe('the numbers of Compare', () => {
  const sheet = compareOf({ scenario: scenarioOf(12, NODES, TOOLS, UNPRICED, option('D', {})) });

  it('are formulas over Summary, with the differences over them', () => {
    const cash = rowOf(sheet, 'Totals (CNY)', 'Cash total');
    const row = sheet.rows.indexOf(cash) + 1;
    expect(cash.slice(1, 7).map(formulaOf)).toEqual([
      "'Summary'!B13",
      "'Summary'!C13",
      "'Summary'!D13",
      "'Summary'!E13",
      `ROUND(C${row}-B${row},2)`,
      `IF(B${row}=0,"",ROUND((C${row}-B${row})/B${row},4))`,
    ]);
  });

  it('stand in Summary where they are looked for', () => {
    const scenario = scenarioOf(12, NODES, TOOLS, UNPRICED);
    const summary = [...(sheetsOf({ scenario })[0]?.rows ?? [])];
    const references = compareOf({ scenario }).rows.flatMap((row) =>
      row.flatMap((cell) => {
        const [, column, below] = /^'Summary'!([A-Z])(\d+)$/.exec(formulaOf(cell) ?? '') ?? [];
        if (column === undefined) return [];
        return [[shown(cell), shown(summary[Number(below) - 1]?.[column.charCodeAt(0) - 65])]];
      }),
    );
    // 8 totals but the covered one, payable twice, and 2 x 12 months, of 3 options each
    expect(references).toHaveLength(3 * (7 + 1 + 24));
    expect(references.filter(([said, held]) => said !== held)).toEqual([]);
  });

  it('add up by category to the total', () => {
    const nodes = rowOf(sheet, 'Cash by category (CNY)', 'Nodes');
    expect(formulaOf(nodes[1])).toMatch(
      /^ROUND\(SUMIFS\('Ledger'!\$P\$4:\$P\$\d+,'Ledger'!\$A\$4:\$A\$\d+,1,'Ledger'!\$D\$4:\$D\$\d+,"Node"\),2\)$/,
    );
    const tool = rowOf(sheet, 'Cash by category (CNY)', 'Dedicated tool, lowest machine price');
    expect(formulaOf(tool[2])).toContain('"artlab.tool.dedicated.from"');
    const total = rowOf(sheet, 'Cash by category (CNY)', 'Cash total');
    expect(formulaOf(total[2])).toMatch(/^ROUND\(SUM\(C\d+:C\d+\),2\)$/);
    expect(shown(total[2])).toBe(shown(rowOf(sheet, 'Totals (CNY)', 'Cash total')[2]));
  });

  it('run up month by month', () => {
    const [january, february] = ['2026-01-01', '2026-02-01'].map((month) => rowOf(sheet, 'Cumulative expense (CNY)', month));
    expect([shown(january?.[1]), shown(february?.[1])]).toEqual(['9000.00', '18000.00']);
    expect(formulaOf(february?.[1])).toMatch(/^ROUND\(B\d+\+B\d+,2\)$/);
  });

  it('are no zero where a price is missing, and have no difference to an option that holds nothing', () => {
    const missing = rowOf(sheet, 'Cash by category (CNY)', 'Dedicated tool, another machine');
    expect(missing.map(shown)).toEqual(['Dedicated tool, another machine', '', '', 'no amount', '', '', '', '', '', '', '']);
    const cash = rowOf(sheet, 'Totals (CNY)', 'Cash total');
    expect([cash[3]?.flag, cash[3]?.comment, cash[7]?.style]).toEqual(['error', 'lacks 1 price', 'differenceMuted']);
    expect(cash.slice(9).map(shown)).toEqual(['', '']);
  });

  it('have no percent of nothing', () => {
    expect(rowOf(sheet, 'For reference (CNY)', 'Payable').slice(5, 7).map(shown)).toEqual(['14177.00', '']);
  });

  it('are values where the ledger cannot be asked by the SKU: to SUMIFS it is a pattern', () => {
    const rename = (sku: string): string => (sku === 'artlab.tool.shared' ? 'artlab.*' : sku);
    const priceBook = { ...SEED, skus: SEED.skus.map((sku) => ({ ...sku, sku: rename(sku.sku) })) };
    const renamed = option('B', { usage: [usage('u1', { sku: 'artlab.*', quantity: '64936' })] });
    const row = rowOf(
      compareOf({ scenario: scenarioOf(2, NODES, renamed), priceBook }),
      'Cash by category (CNY)',
      'Shared tool (GPU time while drawing)',
    );
    expect([formulaOf(row[2]), shown(row[2])]).toEqual([null, '1000.00']);
  });

  it('are values where doubles lose the fen', () => {
    const huge = (id: string, price: string): Option =>
      option(id, { nodes: Array.from({ length: 30 }, (_, index) => node(`n${index + 1}`, { count: '99999', price })) });
    const scenario = scenarioOf(1, huge('A', '99999999.99'), huge('B', '0.01'));
    const row = rowOf(compareOf({ scenario }), 'Totals (CNY)', 'Cash total');
    // 30 x 99,999 x (0.01 - 99,999,999.99)
    expect(shown(row[3])).toBe('-299996999940000.60');
    expect(formulaOf(row[3])).toBeNull();
  });
});
