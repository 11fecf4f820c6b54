/** What single rows say, on the small plans of the specification of formats: the arithmetic stands beside each. */
import { describe, expect, it } from 'vitest';
import type { FocusColumn, FocusRow } from '../../../src/main/csv/focus/columns.ts';
import { focusRows } from '../../../src/main/csv/focus/focusRows.ts';
import { focusUnit } from '../../../src/main/csv/focus/units.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { SEED, scenarioOf } from '../xlsx/workbooks.ts';

const rowsOf = (scenario: Scenario, priceBook: PriceBook = SEED): readonly FocusRow[] => [
  ...focusRows({ scenario, priceBook, bill: computeBill({ scenario, priceBook }), locale: 'en' }, 'A'),
];
const columns = (rows: readonly FocusRow[], ...names: readonly FocusColumn[]): readonly (readonly (string | undefined)[])[] =>
  rows.map((row) => names.map((name) => row[name]));

describe('a prepaid node', () => {
  const rows = rowsOf(scenarioOf({ nodes: [{}] }));

  it('is billed when it is bought and effective as its service months begin: 3 x 3,000 x 12 = 108,000, 9,000 a month', () => {
    expect(columns(rows, 'ChargeCategory', 'ChargeFrequency', 'BilledCost', 'EffectiveCost', 'PricingQuantity')).toEqual([
      ['Purchase', 'One-Time', '108000.00', '0', '36'],
      ['Usage', 'Recurring', '0', '9000.00', '3'],
      ['Usage', 'Recurring', '0', '9000.00', '3'],
    ]);
  });

  it('has its periods in UTC: 15 January in China begins at 16:00 of the 14th', () => {
    expect(columns(rows, 'BillingPeriodStart', 'ChargePeriodStart', 'ChargePeriodEnd')).toEqual([
      ['2025-12-31T16:00:00Z', '2026-01-14T16:00:00Z', '2027-01-14T16:00:00Z'],
      ['2025-12-31T16:00:00Z', '2026-01-14T16:00:00Z', '2026-02-14T16:00:00Z'],
      ['2026-01-31T16:00:00Z', '2026-02-14T16:00:00Z', '2026-03-14T16:00:00Z'],
    ]);
  });

  it('names its region, and is no commitment discount', () => {
    expect(columns(rows.slice(0, 1), 'RegionId', 'RegionName', 'ServiceProviderName', 'ServiceName', 'CommitmentDiscountId')).toEqual([
      ['ap-beijing', 'Beijing', 'Tencent Cloud', 'TI-EMS', undefined],
    ]);
  });

  it('at an own price keeps the published one as the list price', () => {
    const own = rowsOf(scenarioOf({ nodes: [{ price: '2500.5' }] }));
    expect(columns(own.slice(0, 1), 'ListUnitPrice', 'ListCost', 'ContractedUnitPrice', 'ContractedCost', 'x_PriceBasis')).toEqual([
      ['3000', '108000', '2500.5', '90018', 'own'],
    ]);
  });
});

describe('a bought pack', () => {
  // 26,000 GPU-seconds x 0.0077 = 200.2: one pack of 200 CNY for 59 CNY pays all but 0.2, over January and February.
  const usage = { quantity: '13000', from: '2026-01', to: '2026-02' };

  it('comes back as the effective cost of what it pays', () => {
    const rows = rowsOf(scenarioOf({ usage: [usage], packs: [{ count: '1', start: '2026-01-01' }] }));
    expect(columns(rows, 'x_Month', 'PricingCategory', 'BilledCost', 'EffectiveCost', 'CommitmentDiscountQuantity')).toEqual([
      // 100.1 / 200 x 59 = 29.5295, to the fen 29.53; the rest of 59 in February
      ['2026-01', 'Committed', '0', '29.53', '100.1'],
      ['2026-02', 'Committed', '0', '29.47', '99.9'],
      // 0.2 is above zero, and ArtLab cuts below a fen: 0.20
      ['2026-02', 'Standard', '0.2', '0.2', undefined],
      ['2026-01', 'Standard', '59.00', '0', '200'],
    ]);
  });

  it('that runs out of time leaves a row of what is unused', () => {
    const rows = rowsOf(
      scenarioOf({ usage: [{ ...usage, to: '2026-01' }], packs: [{ count: '1', start: '2026-01-01', expiry: '2026-02-01' }] }),
    );
    expect(columns(rows, 'CommitmentDiscountStatus', 'EffectiveCost', 'CommitmentDiscountQuantity', 'ConsumedQuantity')).toEqual([
      // January's expense is all of 59: 100.1 / 200 of it was used
      ['Used', '29.5295', '100.1', '13000'],
      [undefined, '0', '200', undefined],
      ['Unused', '29.4705', '99.9', undefined],
    ]);
  });

  it('that is free is no commitment: it only pays', () => {
    const free = { sku: 'artlab.free.compute-500', count: '1', start: '2026-01-01' };
    const rows = rowsOf(scenarioOf({ usage: [{ ...usage, to: '2026-01' }], packs: [free] }));
    expect(columns(rows, 'BilledCost', 'EffectiveCost', 'ListCost', 'CommitmentDiscountId', 'x_PackId', 'x_PackClass')).toEqual([
      ['0', '0', '100.1', undefined, 'p1', 'free'],
    ]);
  });
});

describe('a graduated price', () => {
  it('has a row for each tier: 96 h at 10.6, 264 h at 5.4, the rest at 3.7', () => {
    const priceBook = readPriceBook('2021-01-21');
    const sku = 'ti-ems.node-hour.8c32g1t4';
    const scenario = {
      ...scenarioOf({ usage: [{ sku, quantity: '400', from: '2026-01', to: '2026-01', instances: '2' }] }),
      priceBook: '2021-01-21',
    };
    expect(columns(rowsOf(scenario, priceBook), 'SkuPriceId', 'PricingQuantity', 'ListUnitPrice', 'ListCost', 'BilledCost')).toEqual([
      [`${sku}#tier-1`, '192', '10.6', '2035.2', '2035.2'],
      [`${sku}#tier-2`, '528', '5.4', '2851.2', '2851.2'],
      [`${sku}#tier-3`, '80', '3.7', '296', '296'],
    ]);
  });
});

describe('what has no amount', () => {
  it('has no row, and every row says that the option is incomplete', () => {
    const rows = rowsOf(scenarioOf({ nodes: [{}], usage: [{ sku: 'ti-ems.public', quantity: '5' }] }));
    expect(rows.map(({ x_LineId, x_OptionComplete }) => `${x_LineId} ${x_OptionComplete}`)).toEqual(['n1 false', 'n1 false', 'n1 false']);
  });
});

describe('units', () => {
  it.each([
    ['gpu-second', 1, 'GPU-Seconds'],
    ['instance-hour', 1, 'Instance-Hours'],
    ['node-month', 1, 'Node-Months'],
    ['gb-month', 1, 'GB-Months'],
    ['gb', 1, 'GB'],
    ['request', 10_000, '10000 Requests'],
  ])('%s per %i is %s', (unit, per, expected) => {
    expect(focusUnit(unit, per)).toBe(expected);
  });
});
