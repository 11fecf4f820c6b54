/** The rules themselves: a good row breaks none, and each bad one is told by its column. */
import { describe, expect, it } from 'vitest';
import { type FocusRecord, findFocusViolations, findHeaderViolations } from '../../support/focus/rules.ts';

const GOOD: FocusRecord = {
  BilledCost: '1.50',
  BillingAccountId: 'forecast:A',
  BillingCurrency: 'CNY',
  BillingPeriodEnd: '2026-01-31T16:00:00Z',
  BillingPeriodStart: '2025-12-31T16:00:00Z',
  ChargeCategory: 'Usage',
  ChargeDescription: 'Storage, 2026-01',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodEnd: '2026-01-31T16:00:00Z',
  ChargePeriodStart: '2025-12-31T16:00:00Z',
  ConsumedQuantity: '3',
  ConsumedUnit: 'GB-Months',
  ContractedCost: '1.5',
  ContractedUnitPrice: '0.5',
  EffectiveCost: '1.50',
  InvoiceIssuerName: 'Cloud',
  ListCost: '1.5',
  ListUnitPrice: '0.5',
  PricingCategory: 'Standard',
  PricingQuantity: '3',
  PricingUnit: 'GB-Months',
  HostProviderName: 'Cloud',
  ServiceProviderName: 'Cloud',
  ServiceCategory: 'AI and Machine Learning',
  ServiceName: 'Drawing',
  ServiceSubcategory: 'Generative AI',
  SkuId: 's',
  SkuMeter: 'Storage Usage',
  SkuPriceId: 's',
};
const USED: FocusRecord = {
  ...GOOD,
  BilledCost: '0',
  PricingCategory: 'Committed',
  CommitmentDiscountCategory: 'Spend',
  CommitmentDiscountId: 'p',
  CommitmentDiscountQuantity: '1.5',
  CommitmentDiscountStatus: 'Used',
  CommitmentDiscountType: 'Pack',
  CommitmentDiscountUnit: 'CNY',
};

it('finds nothing wrong with good rows', () => {
  expect(findFocusViolations([GOOD, USED])).toEqual([]);
});

describe('a row', () => {
  it.each<readonly [FocusRecord, FocusRecord, string]>([
    [GOOD, { BilledCost: null }, 'BilledCost is there when it must be (row 1)'],
    [GOOD, { BilledCost: '1,5' }, 'BilledCost is of type decimal (row 1)'],
    [GOOD, { BilledCost: '+1' }, 'BilledCost is of type decimal (row 1)'],
    [GOOD, { BillingCurrency: 'RMB¥' }, 'BillingCurrency is of type currency (row 1)'],
    [GOOD, { BillingPeriodEnd: '2026-02-01' }, 'BillingPeriodEnd is of type instant (row 1)'],
    [GOOD, { ChargeFrequency: 'Daily' }, 'ChargeFrequency is an allowed value (row 1)'],
    [GOOD, { ChargeClass: 'Correction' }, 'ChargeClass is null when it must be (row 1)'],
    [GOOD, { ServiceName: ' ' }, 'ServiceName is of type text (row 1)'],
    [GOOD, { ServiceCategory: 'Drawing' }, 'ServiceCategory is an allowed value (row 1)'],
    [GOOD, { PricingUnit: 'gb-month' }, 'PricingUnit is of type unit (row 1)'],
    [GOOD, { PricingUnit: null }, 'PricingUnit is there when it must be (row 1)'],
    [GOOD, { ConsumedQuantity: null, ConsumedUnit: null }, 'ConsumedQuantity is there when it must be (row 1)'],
    [GOOD, { ListUnitPrice: '-0.5', ListCost: '-1.5' }, 'ListUnitPrice is not negative (row 1)'],
    [GOOD, { ListCost: '1.500000000001' }, 'ListCost is ListUnitPrice x PricingQuantity (row 1)'],
    [GOOD, { ContractedUnitPrice: '0.4' }, 'ContractedCost is ContractedUnitPrice x PricingQuantity (row 1)'],
    [GOOD, { ChargePeriodEnd: '2025-12-31T16:00:00Z' }, 'ChargePeriodEnd is after ChargePeriodStart (row 1)'],
    [GOOD, { ChargePeriodStart: '2025-12-30T16:00:00Z' }, 'ChargePeriodStart lies in the billing period (row 1)'],
    [GOOD, { CommitmentDiscountName: 'x' }, 'CommitmentDiscountName is null when it must be (row 1)'],
    [GOOD, { PricingCategory: 'Committed' }, 'PricingCategory is Committed for what a commitment covers, and only there (row 1)'],
    [GOOD, { RegionId: 'r' }, 'RegionName is there when it must be (row 1)'],
    [USED, { BilledCost: '1' }, 'BilledCost is 0 for what a commitment covers (row 1)'],
    [USED, { CommitmentDiscountUnit: null }, 'CommitmentDiscountUnit is there when it must be (row 1)'],
    [USED, { CommitmentDiscountType: null }, 'CommitmentDiscountType is there when it must be (row 1)'],
    [
      USED,
      { CommitmentDiscountStatus: 'Unused', ConsumedQuantity: null, ConsumedUnit: null },
      'ResourceId is the commitment itself where it is bought or unused (row 1)',
    ],
  ])('%#: %o with %o: %s', (row, change, expected) => {
    expect(findFocusViolations([{ ...row, ...change }])).toEqual([expected]);
  });

  it('of a purchase is effective 0 and not by use', () => {
    const bought = { ...GOOD, ChargeCategory: 'Purchase', ConsumedQuantity: null, ConsumedUnit: null };
    expect(findFocusViolations([bought])).toEqual([
      'ChargeFrequency is not Usage-Based for a purchase (row 1)',
      'EffectiveCost is 0 for a purchase that covers later charges (row 1)',
    ]);
  });
});

describe('a file', () => {
  it('has one category for a service', () => {
    const other = { ...GOOD, ServiceCategory: 'Storage' };
    expect(findFocusViolations([GOOD, other])).toEqual(['ServiceName has one ServiceCategory (row 2)']);
  });

  it('has every column, its own ones behind', () => {
    expect(findHeaderViolations(['x_Option', 'BilledCost', 'Colour', 'Colour']).filter((text) => !text.endsWith('missing'))).toEqual([
      'Colour is not known',
      'Colour is not known',
      'Colour is there twice',
      'BilledCost stands behind a column of our own',
    ]);
  });
});
