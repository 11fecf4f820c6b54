import { describe, expect, it } from 'vitest';
import { makeIdSource, nextId, nextOptionId } from '../../../src/shared/core/ids.ts';
import { makeBlankScenario, makeLine } from '../../../src/shared/scenario/blank.ts';
import { formatScenario, parseScenario } from '../../../src/shared/scenario/json.ts';

describe('the id of a new line', () => {
  it.each([
    ['u', [], 'u1'],
    ['u', ['u1', 'u2'], 'u3'],
    ['u', ['u7', 'u2'], 'u8'],
    ['u', ['n9', 'useful', 'u03', 'u-1', 'u99999999999999999999'], 'u1'],
  ])('%s after %j is %s', (prefix, existing, expected) => {
    expect(nextId(prefix, existing)).toBe(expected);
  });

  it('counts on for many rows', () => {
    const next = makeIdSource('n', ['n4']);
    expect([next(), next(), next()]).toEqual(['n5', 'n6', 'n7']);
  });
});

describe('the id of a new option', () => {
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  it.each([
    [[], 'A'],
    [['A', 'B'], 'C'],
    [['B'], 'A'],
    [alphabet, 'AA'],
    [[...alphabet, 'AA'], 'AB'],
  ])('after %j is %s', (existing, expected) => {
    expect(nextOptionId(existing)).toBe(expected);
  });
});

describe('a blank scenario', () => {
  it('is a valid one with an empty option', () => {
    const blank = makeBlankScenario({ name: 'New', priceBook: 'seed', startMonth: '2026-01' });
    expect(parseScenario(formatScenario(blank))).toEqual({ ok: true, value: blank });
  });

  it.each(['nodes', 'usage', 'packs'] as const)('reads back with a blank line of %s', (sheet) => {
    const blank = makeBlankScenario({ name: '', priceBook: 'seed', startMonth: '2026-01' });
    const scenario = { ...blank, options: blank.options.map((option) => ({ ...option, [sheet]: [makeLine(sheet, 'x1')] })) };
    expect(parseScenario(formatScenario(scenario))).toEqual({ ok: true, value: scenario });
  });
});
