/** Other worked examples of Alibaba Cloud: snapshots, savings plans, model services, SAE and its packs, Tablestore, bills. */
import { computeBill } from '../../../../../src/shared/billing/computeBill.ts';
import { compareOptions } from '../../../../../src/shared/compare/compareOptions.ts';
import { formatFen, formatFixed, parseFixed } from '../../../../../src/shared/numeric/fixed.ts';
import { divideHalfUp } from '../../../../../src/shared/numeric/rounding.ts';
import type { GraduatedPrice, PackSku } from '../../../../../src/shared/pricebook/types.ts';
import { packLine, packSku, priceBook, scenarioOf, usageLine, usageSku } from '../../../../support/billing.ts';
import { billExample, cashOf, input, listCostOf, product, type Replay, type WorkedExample } from './example.ts';

const snapshotBill = (example: WorkedExample) =>
  billExample(example, [usageSku({ price: input(example, 'price') })], {
    usage: [usageLine({ quantity: input(example, 'hours'), instances: input(example, 'gib') })],
  });
const snapshot: Replay = (example) => cashOf(snapshotBill(example));
/** The detail line of the page: the exact amount, half up to three decimals. */
export const snapshotDetail = (example: WorkedExample): string =>
  formatFixed(divideHalfUp(snapshotBill(example).totals.usageListCost, 10n ** 9n), 3);

/**
 * An hour of a savings plan is a month here. The commitment is a pack of the list cost that it pays for: commitment / factor, or a
 * pack of units: commitment / discounted price.
 */
const committedBill = (example: WorkedExample, instances: string) => {
  // 2 / 0.455 = 4.395604
  const plan = packSku({ amount: '4.395604', price: '2', validity: { months: 1 } });
  return billExample(example, [usageSku({ price: '1' }), plan], { usage: [usageLine({ quantity: instances })], packs: [packLine()] });
};
/** The page prints three decimals: what is bought and what no pack covered, before fen. */
const committed: Replay = (example) => {
  const { totals } = committedBill(example, input(example, 'instances'));
  const exact = totals.purchases * 10n ** 10n + totals.usageListCost - totals.covered.pack;
  return formatFixed(divideHalfUp(exact, 10n ** 9n), 3);
};
const committedEnough: Replay = (example) => cashOf(committedBill(example, input(example, 'instances')));
const committedUnits: Replay = (example) => {
  // 50 / 4 = 12.5
  const plan = packSku({ denomination: 'quantity', unit: 'gb', amount: '12.5', price: input(example, 'commit'), validity: { months: 1 } });
  return cashOf(
    billExample(example, [usageSku({ price: input(example, 'price') }), plan], {
      usage: [usageLine({ quantity: input(example, 'instances') })],
      packs: [packLine()],
    }),
  );
};
const commitSizing: Replay = (example) =>
  cashOf(
    billExample(example, [usageSku()], {
      usage: ['A', 'B'].map((type) =>
        usageLine({ id: type, price: input(example, `${type}_each`), quantity: '1', instances: input(example, `${type}_n`) }),
      ),
    }),
  );

const hourly: Replay = (example) =>
  cashOf(
    billExample(example, [usageSku({ price: input(example, 'price') })], { usage: [usageLine({ quantity: input(example, 'hours') })] }),
  );

/** 100 tokens of query and 75,000 of rerank at 0.0005 a thousand, for `bases` knowledge bases. Below a fen: the exact amount. */
const retrieval =
  (bases: (example: WorkedExample) => string): Replay =>
  (example) =>
    listCostOf(
      billExample(example, [usageSku({ price: '0.0005', per: 1_000 })], {
        usage: ['100', '75000'].map((quantity, at) => usageLine({ id: `u${at}`, quantity, instances: bases(example) })),
      }),
    );

const CU_PRICE = '0.00004115';
/** Up to 270 million, up to 1,200 million; the dearer first. The later examples of the page do not repeat the table. */
const CU_TIERS: GraduatedPrice = {
  tierClock: 'month',
  tiers: [
    { upTo: '270000000', price: CU_PRICE },
    { upTo: null, price: '0.00003704' },
  ],
};
const computeUnits: Replay = (example) =>
  cashOf(billExample(example, [usageSku({ price: CU_TIERS })], { usage: [usageLine({ quantity: input(example, 'cu') })] }));

const CU = usageSku({ price: CU_PRICE });
const yearBill = (example: WorkedExample, quantity: string) => billExample(example, [CU], { months: 12, usage: [usageLine({ quantity })] });
/** 120 million of packs and what is over: 124,416,000 a year, 10,368,000 a month. */
const CU_MONTH = '10368000';
/** Twelve charges, each rounded, as the page rounds its month. */
const yearAsYouGo: Replay = (example) => cashOf(yearBill(example, CU_MONTH));
/** The year rounded once. */
export const yearListCost = (example: WorkedExample): string => listCostOf(yearBill(example, CU_MONTH));
const bigYearAsYouGo: Replay = (example) => cashOf(yearBill(example, input(example, 'cu_month')));

const cuPack = (amount: string, price: string, months: number): PackSku =>
  packSku({ denomination: 'quantity', unit: 'cu', amount, price, validity: { months } });
const yearWithPacks: Replay = (example) =>
  cashOf(
    billExample(example, [CU, cuPack('60000000', input(example, 'pack'), 12)], {
      months: 12,
      usage: [usageLine({ quantity: CU_MONTH })],
      packs: [packLine({ count: input(example, 'n') })],
    }),
  );

const BIG_MONTH = '199065600';
const seasonPlan = () => ({
  startMonth: '2026-04',
  months: 12,
  usage: [usageLine({ quantity: BIG_MONTH })],
  packs: ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'].map((start, at) => packLine({ id: `p${at}`, start, count: '2' })),
});
/** Two packs of 300 million for each three months: 3 x 199,065,600 fit in. */
const seasons: Replay = (example) => cashOf(billExample(example, [CU, cuPack('300000000', input(example, 'pack'), 3)], seasonPlan()));
/** The two plans as options of one scenario, compared by cash. */
const saving: Replay = () => {
  const packed = scenarioOf(seasonPlan());
  const [option] = packed.options;
  if (option === undefined) throw new Error('a plan has an option');
  const options = [option, { ...option, id: 'B', packs: [] }];
  const bill = computeBill({ scenario: { ...packed, options }, priceBook: priceBook([CU, cuPack('300000000', '9300', 3)]) });
  return formatFen(compareOptions(bill, { by: 'cash' })?.lead?.amount ?? 0n);
};

/** 4,000 reserved for 24 hours, 6,000 more a second all day, in blocks of 10,000. */
const reservedAndMore: Replay = (example) => {
  const reserved = usageSku({ sku: 'reserved', price: '0.00056' });
  const more = usageSku({ sku: 'more', price: '0.01', per: 10_000 });
  return cashOf(
    billExample(example, [reserved, more], {
      usage: [
        usageLine({ sku: 'reserved', quantity: '24', instances: input(example, 'reserved') }),
        usageLine({ id: 'u2', sku: 'more', quantity: String(6_000 * 86_400) }),
      ],
    }),
  );
};
const capacity: Replay = (example) =>
  cashOf(
    billExample(example, [usageSku({ price: '0.004', per: 10_000 })], {
      usage: [usageLine({ quantity: product(example, 'qps', 86_400n) })],
    }),
  );

/** Five details of one charge: added first, then cut once. */
const cutOnce: Replay = (example) =>
  cashOf(billExample(example, [usageSku({ price: '12.1234' })], { usage: [usageLine({ quantity: '1', instances: '5' })] }));
/** Five lines are five charges of ours, each cut. */
export const cutEach: Replay = (example) =>
  cashOf(
    billExample(example, [usageSku({ price: '12.1234' })], {
      usage: [1, 2, 3, 4, 5].map((id) => usageLine({ id: `u${id}`, quantity: '1' })),
    }),
  );

/** In whole fen, of what the replay gives. */
export const toFen = (text: string): string => formatFen(divideHalfUp(parseFixed(text, 12) ?? 0n, 10n ** 10n));

export const ALIBABA: Readonly<Record<string, Replay>> = {
  'snapshot-77g-charge': snapshot,
  'snapshot-310g-13h': snapshot,
  'sp-overview-h1': committed,
  'sp-overview-h3': committedEnough,
  'sp-deduct-one-type': committedUnits,
  'sp-commit-sizing': commitSizing,
  'bailian-kb-standard-day': hourly,
  'bailian-retrieval-one': retrieval(() => '1'),
  'bailian-retrieval-four': retrieval((example) => input(example, 'n')),
  'isi-half-hour': hourly,
  'sae-light-2-tiers': computeUnits,
  'sae-std-2-tiers': computeUnits,
  'sae-pro-1': computeUnits,
  'sae-pro-2-tiers': computeUnits,
  'sae-pack-payg-year': yearAsYouGo,
  'sae-pack-year-plan': yearWithPacks,
  'sae-pack-big-payg-year': bigYearAsYouGo,
  'sae-pack-big-season-year': seasons,
  'sae-pack-big-saving': saving,
  'tablestore-reserved-partial': reservedAndMore,
  'tablestore-capacity': capacity,
  'bill-truncate-sum': cutOnce,
};
