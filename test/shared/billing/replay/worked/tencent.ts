/** Worked examples of Tencent Cloud: TI-EMS, TI-ONE, CDN, COS, SCF. */
import { formatAmount, formatFen } from '../../../../../src/shared/numeric/fixed.ts';
import type { GraduatedPrice } from '../../../../../src/shared/pricebook/types.ts';
import { nodeLine, nodeSku, packLine, packSku, usageBillOf, usageLine, usageSku } from '../../../../support/billing.ts';
import { billExample, cashOf, input, product, type Replay, type WorkedExample } from './example.ts';

const prepaidNodes: Replay = (example) =>
  cashOf(
    billExample(example, [nodeSku({ price: input(example, 'price_cny_per_node_month') })], {
      nodes: [nodeLine({ count: input(example, 'nodes'), months: input(example, 'months') })],
    }),
  );

const hourTiersOf = ({ inputs }: WorkedExample): GraduatedPrice => {
  const tiers = inputs.tiers as readonly { readonly upto_h: number | null; readonly price: number }[];
  return {
    tierClock: 'month',
    tiers: tiers.map(({ upto_h, price }) => ({ upTo: upto_h === null ? null : String(upto_h), price: String(price) })),
  };
};
const nodeHours: Replay = (example) =>
  cashOf(
    billExample(example, [usageSku({ price: hourTiersOf(example) })], {
      usage: [usageLine({ quantity: input(example, 'hours'), instances: input(example, 'nodes') })],
    }),
  );
/** The tiers' parts: the cost up to each bound without that up to the one before. */
export const nodeHourParts = (example: WorkedExample): readonly string[] => {
  const price = hourTiersOf(example);
  const costs = price.tiers.map(
    ({ upTo }) =>
      billExample(example, [usageSku({ price })], { usage: [usageLine({ quantity: upTo ?? input(example, 'hours') })] }).totals
        .usageListCost,
  );
  return costs.map((cost, at) => formatAmount(cost - (costs[at - 1] ?? 0n)));
};

/** 18 CNY an hour is 0.3 a minute. */
const minutes: Replay = (example) =>
  cashOf(billExample(example, [usageSku({ price: '0.3' })], { usage: [usageLine({ quantity: input(example, 'minutes') })] }));

/**
 * A day of the page is a month here, and the tiers of a month go on from day to day. The price of the first 2 TB is not in the
 * example; it is used up before the day that counts.
 */
const cumulativeTraffic: Replay = (example) => {
  const price: GraduatedPrice = {
    tierClock: 'line',
    tiers: [
      { upTo: '2000', price: '0' },
      { upTo: '10000', price: '0.32' },
      { upTo: null, price: '0.3' },
    ],
  };
  const gb = (key: string): string => product(example, key, 1_000n);
  const usage = [usageLine({ quantity: '0', monthly: { '2026-04': gb('tb_before'), '2026-05': gb('tb_today') } })];
  const bill = billExample(example, [usageSku({ price })], { months: 2, usage });
  return formatFen(usageBillOf(bill, 'u1').charges.get('2026-05')?.payable ?? 0n);
};

/** 100 requests count as 10,000: the quantity is raised to the next block. */
const REQUESTS = usageSku({ sku: 'requests', per: 10_000, increment: '10000', price: '0.01' });
const cosStoragePack: Replay = (example) => {
  const storage = usageSku({ sku: 'storage', unit: 'gb-month', price: '0.118' });
  const pack = packSku({
    denomination: 'quantity',
    unit: 'gb-month',
    amount: '10',
    price: input(example, 'pack'),
    validity: { months: 1 },
    reset: 'level',
    scope: { skus: ['storage'] },
  });
  return cashOf(
    billExample(example, [storage, REQUESTS, pack], {
      usage: [
        usageLine({ sku: 'storage', quantity: '10' }),
        usageLine({ id: 'u2', sku: 'requests', quantity: input(example, 'requests') }),
      ],
      packs: [packLine()],
    }),
  );
};
const cosTrafficPack =
  (storagePrice: (example: WorkedExample) => string): Replay =>
  (example) => {
    const traffic = usageSku({ sku: 'traffic', price: input(example, 'price_gb') });
    const pack = packSku({
      denomination: 'quantity',
      unit: 'gb',
      amount: input(example, 'pack_gb'),
      price: input(example, 'pack'),
      scope: { skus: ['traffic'] },
    });
    const storage = usageSku({ sku: 'storage', unit: 'gb-month', price: storagePrice(example) });
    return cashOf(
      billExample(example, [storage, REQUESTS, traffic, pack], {
        usage: [
          usageLine({ sku: 'storage', quantity: input(example, 'storage_gb') }),
          usageLine({ id: 'u2', sku: 'requests', quantity: '1' }),
          usageLine({ id: 'u3', sku: 'traffic', quantity: input(example, 'download_gb') }),
        ],
        packs: [packLine()],
      }),
    );
  };
/** With the price of the sister pages. */
export const cosTrafficAtTablePrice = cosTrafficPack(() => '0.118');

/** The free million is a standing monthly allowance. 30 days. */
const freeCalls: Replay = (example) => {
  const calls = usageSku({ price: '0.0133', per: 10_000 });
  const free = packSku({
    class: 'allowance',
    denomination: 'quantity',
    unit: 'call',
    amount: '1000000',
    price: '0',
    validity: 'none',
    reset: 'month',
  });
  return cashOf(billExample(example, [calls, free], { usage: [usageLine({ quantity: product(example, 'calls_day', 30n) })] }));
};

export const TENCENT: Readonly<Record<string, Replay>> = {
  'tiems-dedicated-prepaid': prepaidNodes,
  'tiems-dedicated-payg-720h': nodeHours,
  'tione-v100-59min': minutes,
  'tencent-cdn-month-cumulative-day3': cumulativeTraffic,
  'cos-storage-pack': cosStoragePack,
  'cos-traffic-pack': cosTrafficPack((example) => input(example, 'storage_price_as_written')),
  'scf-web': freeCalls,
  'scf-queue': freeCalls,
};
