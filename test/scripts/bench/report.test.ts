import { describe, expect, test } from 'vitest';
import { type BenchRow, formatTable, isMet } from '../../bench/report.ts';

const row = (fields: Partial<BenchRow>): BenchRow => ({
  work: 'work',
  peer: 'peer',
  unit: 'ms',
  ours: 10,
  theirs: 100,
  high: null,
  target: null,
  note: '',
  ...fields,
});
const faster = { kind: 'timesLess', times: 10 } as const;
const below = { kind: 'below', median: 16.7, high: 33 } as const;
const p95 = (value: number) => ({ name: 'p95', value }) as const;

describe('a target of the bench', () => {
  test.each([
    ['10 times faster is at least 10 times faster', row({ target: faster }), true],
    ['9.9 times faster is not', row({ theirs: 99, target: faster }), false],
    ['1.9 times the peer is at most 2 times', row({ ours: 190, target: { kind: 'atMostTimes', times: 2 } }), true],
    ['2.1 times the peer is not', row({ ours: 210, target: { kind: 'atMostTimes', times: 2 } }), false],
    ['a median and a p95 below their limits', row({ target: below, high: p95(20) }), true],
    ['a p95 above its limit', row({ target: below, high: p95(33) }), false],
    ['a median above its limit', row({ ours: 17, target: below, high: p95(20) }), false],
    ['a peer that is not on this machine decides nothing', row({ theirs: null, target: faster }), null],
    ['a wrong result, which has no speed', row({ ours: null, target: faster }), null],
    ['no target', row({}), null],
  ])('%s', (_, given, met) => {
    expect(isMet(given)).toBe(met);
  });

  test.each([
    ['10.0x faster', row({})],
    ['2.00x slower', row({ ours: 200 })],
    ['2.00x larger', row({ ours: 200, unit: 'MB' })],
    ['0.100x', row({ target: { kind: 'atMostTimes', times: 2 } })],
  ])('the table says %s', (text, given) => {
    expect(formatTable([given])).toContain(`| ${text} `);
  });
});
