import { describe, expect, test } from 'vitest';
import { usageSheet } from '../../../src/renderer/features/usage/columns.ts';
import { hoverText } from '../../../src/renderer/grid/types.ts';
import { node, option, pack, usage } from '../reportScenario.ts';
import { openSheet } from './openSheet.ts';

// 64,936 x 0.0077 = 500.0072, cut to 500.00 by ArtLab's profile; 90,000 x 0.0077 = 693
const lines = option('B', {
  nodes: [node('n1', { count: '2' })],
  usage: [
    usage('u1', { quantity: '64936', instances: '1', growth: '0.05', monthly: { '2026-02': '90000' } }),
    usage('u2', { sku: 'artlab.tool.dedicated.other', quantity: '40' }),
    usage('u3', { sku: 'artlab.tool.dedicated.from', quantity: 'many', price: '7.5' }),
    usage('u4', { sku: 'artlab.tool.dedicated.from', quantity: '1', onNodes: 'n1' }),
  ],
});
const sheet = openSheet(usageSheet, { option: lines });

describe('a line', () => {
  test('shows its input with separators, defaults in grey', () => {
    expect(sheet.cell('u1', 'quantity')).toMatchObject({ text: '64,936', tone: 'typed', edit: '64936' });
    expect(sheet.cell('u1', 'growth')).toMatchObject({ text: '5%', edit: '5%' });
    expect(sheet.cell('u2', 'instances')).toMatchObject({ text: '1', tone: 'computed', edit: '' });
    expect(sheet.cell('u2', 'from')).toMatchObject({ text: '2026-01', tone: 'computed' });
    expect(sheet.cell('u2', 'to')).toMatchObject({ text: '2026-02', tone: 'computed' });
    expect(sheet.text('u1', 'unit')).toBe('GPU-s');
  });
  test('shows money with two decimals and the exact value on hover', () => {
    expect(sheet.text('u1', 'listCost')).toBe('1,193.01');
    expect(hoverText(sheet.cell('u1', 'listCost'))).toBe('Exactly 1,193.0072');
    expect(sheet.text('u1', 'covered')).toBe('0.00');
    expect(sheet.text('u1', 'payable')).toBe('1,193.00');
  });
  test('on prepaid nodes costs nothing and names them', () => {
    expect(sheet.text('u4', 'payable')).toBe('0.00');
    expect(sheet.text('u4', 'onNodes')).toBe('Dedicated node 8C32G1T4 × 2');
  });
});

describe('months', () => {
  test('computed quantities are grey, own ones bold', () => {
    expect(sheet.cell('u1', 'm:2026-01')).toMatchObject({ text: '64,936', tone: 'computed', edit: '' });
    expect(sheet.cell('u1', 'm:2026-02')).toMatchObject({ text: '90,000', tone: 'own', edit: '90000' });
  });
  test('long fractions are shortened, the exact quantity is on hover', () => {
    const grown = openSheet(usageSheet, {
      months: 3,
      option: option('B', { usage: [usage('u1', { quantity: '1234.5', growth: '0.0123' })] }),
    });
    // 1234.5 x 1.0123^2 = 1234.5 x 1.02475129 = 1265.0554675...
    expect(grown.text('u1', 'm:2026-03')).toBe('1,265.06');
    expect(hoverText(grown.cell('u1', 'm:2026-03'))).toContain('1,265.055468');
  });
  test('typing overrides, clearing computes again', () => {
    const open = openSheet(usageSheet, { option: lines });
    open.handlers.onEdit({ row: 'u1', column: 'm:2026-01', text: '7万' });
    expect(open.cell('u1', 'm:2026-01')).toMatchObject({ text: '70,000', tone: 'own' });
    open.handlers.onEdit({ row: 'u1', column: 'm:2026-01', text: '' });
    expect(open.cell('u1', 'm:2026-01')).toMatchObject({ text: '64,936', tone: 'computed' });
  });
});

describe('what is missing or wrong', () => {
  test('a missing price is no zero: the cell is red and says so, the line has no amount', () => {
    expect(sheet.cell('u2', 'price')).toMatchObject({ text: 'no price', tone: 'bad' });
    expect(hoverText(sheet.cell('u2', 'price'))).toContain('no published price');
    expect(sheet.cell('u2', 'payable')).toMatchObject({ text: '—', tone: 'bad' });
    expect(sheet.source.get().rowTone(sheet.line('u2'))).toBe('bad');
  });
  test('text where a number belongs stays as typed, in red, with its message', () => {
    expect(sheet.cell('u3', 'quantity')).toMatchObject({ text: 'many', tone: 'bad', edit: 'many' });
    expect(sheet.cell('u3', 'quantity').problem?.()).toContain('“many” cannot be used');
    expect(sheet.cell('u3', 'price')).toMatchObject({ text: '7.5', tone: 'own' });
  });
  test('the total says that it is incomplete', () => {
    expect(sheet.source.get().total('sku')).toMatchObject({ text: 'Total', mark: { text: 'incomplete' } });
    expect(sheet.source.get().total('payable').text).toBe('1,193.00');
    expect(sheet.source.get().total('m:2026-02').text).toBe('693.00');
  });
});

describe('packs in between', () => {
  test('covered is what the packs paid', () => {
    const open = openSheet(usageSheet, { option: option('B', { usage: [usage('u1', { quantity: '64936' })], packs: [pack('p1', {})] }) });
    // 500.0072 a month; the entry plan pays 200 of January, what is left is cut to 300.00 and 500.00
    expect(open.text('u1', 'covered')).toBe('200.00');
    expect(open.text('u1', 'payable')).toBe('800.00');
  });
});

test('choices: how a line is metered, and the node lines of the option', () => {
  const { choices } = sheet.source.get();
  expect(choices(sheet.line('u1'), 'per').map(({ value, text }) => `${value} ${text}`)).toEqual(['month month', 'total total']);
  expect(choices(sheet.line('u1'), 'onNodes').map(({ value, text }) => `${value} ${text}`)).toEqual(['n1 Dedicated node 8C32G1T4 × 2']);
  expect(choices(null, 'sku').every(({ value }) => value.startsWith('artlab.') || value === 'ti-ems.public')).toBe(true);
});

test('one column for each month of the horizon, again only when the horizon changes', () => {
  const columns = () => sheet.source.get().columns;
  const before = columns();
  expect(before.map(({ id }) => id).filter((id) => id.startsWith('m:'))).toEqual(['m:2026-01', 'm:2026-02']);
  sheet.handlers.onEdit({ row: 'u2', column: 'note', text: 'x' });
  expect(columns()).toBe(before);
});
