/**
 * The cases of other engines (test/golden/burndown-cases.json), run through our own burn-down. Order keys, days and windows are set by
 * the adapters beside this file; every number is the bill's.
 */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/shared/time/calendar.ts';
import { type BurnCase, ENGINE_CASES, type EngineCase } from './cases.ts';
import { replayMoney } from './money.ts';
import { replayCorrection, replayOrder, replayQuota } from './otherGroups.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Denomination, planOf } from './plan.ts';

/** What ours has no words for. */
const NOT_EXPRESSIBLE: Readonly<Record<string, string>> = {
  'OM-18': 'a period of no length: a horizon has at least one month',
  'OM-19': 'a reset that rolls over at most 50 of the balance: ours rolls over all (reset none) or nothing (reset month)',
  'RD-02': 'the dust of a float, 22 decimals, as an input: ours are decimal texts of at most 10 decimals, any other is VALUE_INVALID',
};
/** Numbers of a source that contradict its own rule; kept in the file as published, not replayed. */
const PUBLISHED_ONLY: Readonly<Record<string, readonly string[]>> = {
  'TM-06': ['published_total'],
  'RD-03': ['credits_void', 'credits_balance'],
};

const replayed = ENGINE_CASES.filter(({ id }) => NOT_EXPRESSIBLE[id] === undefined);
const ofGroup = <G extends EngineCase['group']>(...groups: readonly G[]) =>
  replayed
    .filter((data): data is Extract<EngineCase, { readonly group: G }> => groups.some((group) => group === data.group))
    .map((data) => [data.id, data.title, data] as const);

const BURN_CASES = ofGroup('burndown');
const ORDER_CASES = ofGroup('ordering');
const CORRECTION_CASES = ofGroup('correction');
const QUOTA_CASES = ofGroup('quota-overage');
const MONEY_CASES = ofGroup('money', 'rounding');

it('each case is replayed, or says why it cannot be', () => {
  const tested = [BURN_CASES, ORDER_CASES, CORRECTION_CASES, QUOTA_CASES, MONEY_CASES].flatMap((cases) => cases.map(([id]) => id));
  const listed = Object.keys(NOT_EXPRESSIBLE);
  expect([...tested, ...listed].sort()).toEqual(ENGINE_CASES.map(({ id }) => id).sort());
  expect(new Set([...tested, ...listed]).size).toBe(69);
});

/** A case without carried debt: where nothing comes later to pay it, its running overage is what is uncovered. */
const statedOf = ({ expected, expected_no_carry }: BurnCase): Partial<Outcome> => {
  const { balances, expired, took, uncovered, overage, total_used, total_balance } = expected_no_carry ?? expected;
  const stated = { balances, expired, took, uncovered: uncovered ?? overage, total_used, total_balance };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
};

describe.each<Denomination>(['money', 'quantity'])('burn-down of other engines in %s packs', (denomination) => {
  it.each(BURN_CASES)('%s: %s', (_, __, data) => {
    const stated = statedOf(data);
    const outcome = outcomeOf(planOf(data, denomination));
    expect(Object.keys(stated)).not.toEqual([]);
    expect(Object.fromEntries(Object.entries(outcome).filter(([key]) => key in stated))).toEqual(stated);
  });
});

it.each(ORDER_CASES)('%s: %s', (_, __, data) => {
  expect(replayOrder(data)).toEqual(data.expected.order);
});

it.each(CORRECTION_CASES)('%s: %s', (_, __, data) => {
  expect(replayCorrection(data)).toEqual(data.expected.balances);
});

it.each(QUOTA_CASES)('%s: %s', (_, __, data) => {
  const { overage, cost } = replayQuota(data);
  expect({ overage, cost: Number(cost) }).toEqual({ overage: data.expected.overage, cost: Number(data.expected.cost) });
});

it.each(MONEY_CASES)('%s: %s', (id, _, data) => {
  const stated = Object.entries(data.expected).filter(([key]) => !(PUBLISHED_ONLY[id] ?? []).includes(key));
  const outcome = replayMoney(data.input);
  expect(stated.map(([key]) => [key, outcome[key]])).toEqual(stated);
});

it('RD-03 keeps one balance where the source has two that differ: 100 - 14.28444999', () => {
  const [, , data] = MONEY_CASES.find(([id]) => id === 'RD-03') ?? [];
  expect(data === undefined ? null : replayMoney(data.input)).toMatchObject({ exactVoid: '14.28444999', exactBalance: '85.71555001' });
});

it('DV-03 on its own days: 2024-01-31T16:00Z is the 1st of February in China, so the pack pays on the 31st of January and not after', () => {
  const [, , data] = BURN_CASES.find(([id]) => id === 'DV-03') ?? [];
  if (data === undefined) throw new Error('no case DV-03');
  const chinaDayOf = (moment: string): string => {
    const [instant = ''] = moment.split(' ');
    return Number(instant.slice(11, 13)) >= 16 ? addDays(instant.slice(0, 10), 1) : instant.slice(0, 10);
  };
  const plan = planOf(data, 'money', { startMonth: '2024-01', months: 6, dayOf: chinaDayOf });
  expect(plan.usage.map(({ from }) => from)).toEqual(['2024-01-31', '2024-02-01']);
  expect(plan.packs.map(({ expiry }) => expiry)).toEqual(['2024-02-01']);
  expect(outcomeOf(plan)).toMatchObject(statedOf(data));
});
