import { describe, expect, test } from 'vitest';
import { nodesSheet } from '../../../src/renderer/features/nodes/columns.ts';
import { packsSheet } from '../../../src/renderer/features/packs/columns.ts';
import { hoverText } from '../../../src/renderer/grid/types.ts';
import { node, option, pack, usage } from '../reportScenario.ts';
import { openSheet } from './openSheet.ts';

describe('nodes', () => {
  const sheet = openSheet(nodesSheet, {
    locale: 'zh-CN',
    option: option('A', {
      nodes: [
        node('n1', { count: '3', months: '12' }),
        node('n2', { count: '1200', price: '2800.5' }),
        node('n3', { region: 'ap-xian' }),
        node('n4', { sku: 'nothing' }),
      ],
    }),
  });
  test('count x months x price, with the source of the price', () => {
    expect(sheet.text('n1', 'sku')).toBe('专用资源组节点 8核32G1T4');
    expect(sheet.text('n1', 'spec')).toBe('8 vCPU · 32 GB · 1 × NVIDIA T4');
    expect(sheet.text('n1', 'region')).toBe('北京');
    expect(sheet.cell('n1', 'price')).toMatchObject({ text: '3,000', tone: 'computed' });
    expect(sheet.text('n1', 'source')).toBe('TI-EMS 计费概述 · 2019-11-15');
    expect(sheet.text('n1', 'purchase')).toBe('108,000.00');
  });
  test('an own price is bold and remembers the listed one', () => {
    expect(sheet.cell('n2', 'price')).toMatchObject({ text: '2,800.5', tone: 'own', edit: '2800.5' });
    expect(hoverText(sheet.cell('n2', 'price'))).toContain('3,000');
    expect(sheet.text('n2', 'source')).toBe('自填');
    expect(sheet.text('n2', 'purchase')).toBe('3,360,600.00');
  });
  test('a region that is not offered and a SKU that is not there stay visible', () => {
    expect(sheet.cell('n3', 'region')).toMatchObject({ text: 'ap-xian', tone: 'bad' });
    expect(sheet.cell('n4', 'sku')).toMatchObject({ text: 'nothing', tone: 'bad' });
  });
  test('the totals row adds up what is above it', () => {
    expect(sheet.source.get().total('purchase').text).toBe('3,468,600.00');
  });
  test('the totals row is the cash of the horizon: what was bought before it is not in it', () => {
    const plan = option('A', { nodes: [node('n1', { months: '12' }), node('n2', { start: '2025-11-01', months: '6' })] });
    expect(openSheet(nodesSheet, { option: plan }).source.get().total('purchase').text).toBe('36,000.00');
  });
  test('regions are offered by name', () => {
    const regions = sheet.source.get().choices(sheet.line('n1'), 'region');
    expect(regions.map(({ value, text }) => `${value} ${text}`)).toEqual(['ap-beijing 北京', 'ap-shanghai 上海', 'ap-guangzhou 广州']);
  });
});

describe('packs', () => {
  const sheet = openSheet(packsSheet, {
    months: 12,
    option: option('B', {
      usage: [usage('u1', { quantity: '10000' })],
      packs: [
        pack('p1', { start: '2026-02-10' }),
        pack('p2', { sku: 'artlab.free.compute-500', start: '2026-03-01' }),
        pack('p3', { sku: 'artlab.plan.basic.traffic' }),
        pack('p4', { sku: 'artlab.pack.traffic', amount: '2048', price: '9090', expiry: '2026-07-01' }),
      ],
    }),
  });
  test('what is typed is the first day that is not valid; the last valid day stands beside it', () => {
    expect(sheet.cell('p1', 'expiry')).toMatchObject({ text: '2027-02-10', tone: 'computed', edit: '' });
    expect(sheet.text('p1', 'validThrough')).toBe('2027-02-09');
    expect(sheet.cell('p4', 'expiry')).toMatchObject({ text: '2026-07-01', tone: 'typed' });
    expect(sheet.text('p4', 'validThrough')).toBe('2026-06-30');
  });
  test('balances in their own unit', () => {
    expect(sheet.cell('p1', 'amount')).toMatchObject({ text: '200', tone: 'computed', suffix: 'CNY' });
    expect(sheet.cell('p4', 'amount')).toMatchObject({ text: '2,048', tone: 'own', suffix: 'GB' });
    expect(sheet.cell('p1', 'used')).toMatchObject({ text: '200.00', suffix: 'CNY' });
  });
  test('what is forfeited is amber', () => {
    // one month from 1 March: 10,000 x 0.0077 = 77 of 500 used
    expect(sheet.cell('p2', 'forfeited')).toMatchObject({ text: '423.00', tone: 'warn' });
    expect(sheet.text('p2', 'left')).toBe('0.00');
  });
  test('the balance over time says what becomes of it, and has a bar for each month of the horizon', () => {
    // 500 from 1 March, one month: 77 used, 423 forfeited; nothing in January and February
    expect(sheet.cell('p2', 'timeline')).toMatchObject({
      text: 'forfeited after 2026-03-31',
      tone: 'warn',
      bars: [
        [],
        [],
        [
          { share: 0, tone: 'kept' },
          { share: 0.154, tone: 'used' },
          { share: 0.846, tone: 'lost' },
        ],
        ...new Array(9).fill([]),
      ],
    });
    expect(sheet.cell('p1', 'timeline').text).toMatch(/^runs out 2026-0\d-\d\d$/);
    expect(sheet.cell('p3', 'timeline')).toEqual(sheet.cell('p3', 'left'));
  });
  test('a pack that had nothing left when the plan began is not used up each month', () => {
    const spent = pack('p1', { start: '2025-12-20', remaining: '0' });
    for (const lines of [{ packs: [spent] }, { packs: [spent], usage: [usage('u1', { quantity: '10000' })] }]) {
      expect(openSheet(packsSheet, { option: option('B', lines) }).text('p1', 'timeline')).toBe('nothing left at the start');
    }
  });
  test('an unpublished amount is said, not zero', () => {
    expect(sheet.cell('p3', 'amount')).toMatchObject({ text: 'no amount', tone: 'bad' });
    expect(sheet.cell('p3', 'purchase')).toMatchObject({ text: '—', tone: 'bad' });
  });
  test('allowances are not offered', () => {
    const offered = sheet.source.get().choices(null, 'sku');
    expect(offered.some(({ value }) => value.includes('allowance'))).toBe(false);
    expect(offered.find(({ value }) => value === 'artlab.voucher.student-300')).toMatchObject({
      aside: '¥0',
      asideDetail: 'PAI ArtLab 计费说明 · 2025-12',
      marks: [{ text: 'assumed' }, { text: 'students' }],
    });
  });
});
