import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScenario, parseScenario } from '../../../src/shared/scenario/json.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { anyScenario } from './arbitraries.ts';

const NODE = { id: 'n1', sku: 'ti-ems.node.8c32g1t4', region: 'ap-beijing', count: 3, start: '2026-01-15', months: 12, price: null };
const USAGE = { id: 'u1', sku: 'artlab.tool.shared', quantity: '64936', monthly: { '2026-02': '90000' } };
const PACK = { id: 'p1', sku: 'artlab.free.compute-500', count: 1, start: '2026-01-10' };
const OPTION = { id: 'A', name: 'Both', nodes: [NODE], usage: [USAGE], packs: [PACK] };
const DOCUMENT = {
  format: 'costbook.scenario/1',
  name: 'AI drawing 2026',
  priceBook: 'seed',
  startMonth: '2026-01',
  months: 2,
  options: [OPTION],
};
const withOption = (changes: object): object => ({ ...DOCUMENT, options: [{ ...OPTION, ...changes }] });
const withUsage = (changes: object): object => withOption({ usage: [{ ...USAGE, ...changes }] });

const parsed = (document: unknown): Scenario => {
  const result = parseScenario(document);
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.place}`);
  return result.value;
};
const refusal = (document: unknown): string => {
  const result = parseScenario(document);
  return result.ok ? 'accepted' : `${result.error.code} ${result.error.place}`;
};

describe('reading a scenario', () => {
  it('keeps every field as text', () => {
    const option = parsed(DOCUMENT).options[0];
    expect(option?.nodes[0]).toEqual({ ...NODE, count: '3', months: '12', note: '' });
    expect(option?.usage[0]).toEqual({
      ...USAGE,
      per: null,
      instances: null,
      from: null,
      to: null,
      growth: null,
      price: null,
      onNodes: null,
      note: '',
    });
  });

  it.each<[unknown, string | null, string]>([
    ['-5', '-5', 'what was typed stays as typed'],
    [' 1,000 ', ' 1,000 ', 'spaces and separators included'],
    [12.5, '12.5', 'a JSON number becomes decimal text'],
    [1e-7, '0.0000001', 'without an exponent'],
    [-1.25e-8, '-0.0000000125', 'without an exponent'],
    [1e13, '10000000000000', 'too large is a matter for billing'],
    [1.5e21, '1500000000000000000000', 'without an exponent'],
    [-0, '0', 'there is no negative zero'],
    [true, 'true', 'an issue of the line later'],
    [null, null, 'null is absent'],
    [undefined, null, 'absent is absent'],
  ])('reads the quantity %j as %j: %s', (quantity, expected) => {
    expect(parsed(withUsage({ quantity })).options[0]?.usage[0]?.quantity).toBe(expected);
  });

  it('takes the id of an inline price book', () => {
    const book: unknown = JSON.parse(readFileSync(new URL('../../../resources/pricebook/seed.json', import.meta.url), 'utf8'));
    const { priceBook: _, ...document } = DOCUMENT;
    const scenario = parsed({ ...document, priceBookInline: book });
    expect(scenario.priceBook).toBe('seed');
    expect(scenario.priceBookInline?.edition).toBe('seed');
    expect(parsed(formatScenario(scenario))).toEqual(scenario);
  });
});

describe('a document that cannot be used is refused with the place', () => {
  const proto: unknown = JSON.parse('{"__proto__": "x", "format": "costbook.scenario/1"}');
  const protoLine: unknown = JSON.parse('{"id": "u1", "sku": "x", "__proto__": {"quantity": "1"}}');
  it.each<[string, unknown]>([
    ['VALUE_INVALID ', 'text'],
    ['VALUE_INVALID ', null],
    ['VALUE_INVALID ', [DOCUMENT]],
    ['FORMAT_UNKNOWN format', {}],
    ['FORMAT_UNKNOWN format', { ...DOCUMENT, format: { toString: 1 } }],
    ['FORMAT_UNKNOWN format', { ...DOCUMENT, format: 'costbook.scenario/2' }],
    ['KEY_UNKNOWN colour', { ...DOCUMENT, colour: 'red' }],
    ['KEY_UNKNOWN __proto__', proto],
    ['accepted', { ...DOCUMENT, drivers: [{ id: 'd1', name: 'images', value: '1' }] }],
    ['accepted', { ...DOCUMENT, drivers: [] }],
    ['VALUE_INVALID name', { ...DOCUMENT, name: 5 }],
    ['VALUE_INVALID startMonth', { ...DOCUMENT, startMonth: '2026-13' }],
    ['VALUE_INVALID startMonth', { ...DOCUMENT, startMonth: '2026-1' }],
    ['VALUE_INVALID startMonth', { ...DOCUMENT, startMonth: '0000-01' }],
    ['VALUE_INVALID startMonth', { ...DOCUMENT, startMonth: undefined }],
    ['VALUE_INVALID months', { ...DOCUMENT, months: 0 }],
    ['VALUE_INVALID months', { ...DOCUMENT, months: 121 }],
    ['VALUE_INVALID months', { ...DOCUMENT, months: 1.5 }],
    ['VALUE_INVALID months', { ...DOCUMENT, months: '12' }],
    ['VALUE_INVALID months', { ...DOCUMENT, startMonth: '9999-12', months: 1 }],
    ['VALUE_INVALID priceBook', { ...DOCUMENT, priceBook: null }],
    ['FORMAT_UNKNOWN priceBookInline.format', { ...DOCUMENT, priceBookInline: { format: 'x' } }],
    ['VALUE_INVALID options', { ...DOCUMENT, options: [] }],
    ['VALUE_INVALID options', { ...DOCUMENT, options: {} }],
    ['VALUE_INVALID options[0]', { ...DOCUMENT, options: ['A'] }],
    ['VALUE_INVALID options[0].id', withOption({ id: 7 })],
    ['VALUE_INVALID options[0].id', withOption({ id: 'x'.repeat(65) })],
    ['ID_DUPLICATE options[1].id', { ...DOCUMENT, options: [OPTION, OPTION] }],
    ['VALUE_INVALID options[0].usage', withOption({ usage: {} })],
    ['VALUE_INVALID options[0].usage[0].id', withOption({ usage: [{ sku: 'x' }] })],
    ['ID_DUPLICATE options[0].usage[1].id', withOption({ usage: [USAGE, USAGE] })],
    ['ID_DUPLICATE options[0].packs[0].id', withOption({ packs: [{ ...PACK, id: 'n1' }] })],
    ['KEY_UNKNOWN options[0].usage[0].colour', withUsage({ colour: 'red' })],
    ['KEY_UNKNOWN options[0].usage[0].__proto__', withOption({ usage: [protoLine] })],
    ['KEY_UNKNOWN options[0].nodes[0].monthly', withOption({ nodes: [{ ...NODE, monthly: {} }] })],
    ['VALUE_INVALID options[0].usage[0].quantity', withUsage({ quantity: { value: 1 } })],
    ['VALUE_INVALID options[0].usage[0].note', withUsage({ note: 'x'.repeat(32_768) })],
    ['VALUE_INVALID options[0].usage[0].monthly', withUsage({ monthly: [1] })],
    ['KEY_UNKNOWN options[0].usage[0].monthly.2026-13', withUsage({ monthly: { '2026-13': '1' } })],
    ['VALUE_INVALID options[0].usage[0].monthly.2026-01', withUsage({ monthly: { '2026-01': [] } })],
  ])('%s', (expected, document) => {
    expect(refusal(document)).toBe(expected);
  });
});

describe('writing a scenario', () => {
  it('writes integers as numbers, decimals as text, and nothing for what is absent', () => {
    const document = formatScenario(parsed(withOption({ packs: [] })));
    expect(document).toEqual({
      ...DOCUMENT,
      note: '',
      options: [
        {
          ...OPTION,
          packs: [],
          nodes: [{ id: 'n1', sku: 'ti-ems.node.8c32g1t4', region: 'ap-beijing', count: 3, start: '2026-01-15', months: 12 }],
        },
      ],
    });
  });

  it.each([['007'], ['1.0'], ['-0'], ['9007199254740993'], ['3 '], ['drei']])('writes the count %j as text', (count) => {
    const document = formatScenario(parsed(withOption({ nodes: [{ ...NODE, count }] })));
    expect(document).toMatchObject({ options: [{ nodes: [{ count }] }] });
  });

  it('reads back what it wrote, through JSON text', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(parsed(JSON.parse(JSON.stringify(formatScenario(scenario))))).toEqual(scenario);
      }),
    );
  });
});

describe('the golden cases of the engine', () => {
  const url = new URL('../../golden/engine-cases.json', import.meta.url);
  it('are all read', { skip: !existsSync(url) }, () => {
    const { cases } = JSON.parse(readFileSync(url, 'utf8')) as { readonly cases: readonly { readonly scenario: unknown }[] };
    expect(cases.map(({ scenario }) => refusal(scenario))).toEqual(cases.map(() => 'accepted'));
  });
});
