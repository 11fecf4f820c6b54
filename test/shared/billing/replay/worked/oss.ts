/** Worked examples of Alibaba Cloud OSS: storage by the month, packs spread over their months, copies to another region. */
import type { PackSku, UsageSku } from '../../../../../src/shared/pricebook/types.ts';
import { packLine, packSku, usageLine, usageSku } from '../../../../support/billing.ts';
import { billExample, cashOf, expenseOf, input, product, type Replay } from './example.ts';

const STORAGE: UsageSku = usageSku({ sku: 'storage', unit: 'gb-month', price: '0.12', monthBasis: 'days30' });
const TRAFFIC: UsageSku = usageSku({ sku: 'traffic', price: '0.5' });
const REQUESTS: UsageSku = usageSku({ sku: 'requests', per: 10_000, price: '0.01' });
const SKUS: readonly UsageSku[] = [STORAGE, TRAFFIC, REQUESTS];

const storagePack = (amount: string, price: string, months: number): PackSku =>
  packSku({
    sku: 'storage-pack',
    denomination: 'quantity',
    unit: 'gb-month',
    amount,
    price,
    validity: { months },
    reset: 'level',
    monthBasis: 'days30',
    scope: { skus: ['storage'] },
  });
const trafficPack = (amount: string, price: string, months: number): PackSku =>
  packSku({
    sku: 'traffic-pack',
    denomination: 'quantity',
    unit: 'gb',
    amount,
    price,
    validity: { months },
    reset: 'month',
    scope: { skus: ['traffic'] },
  });
const PACKS = [packLine({ sku: 'storage-pack' }), packLine({ id: 'p2', sku: 'traffic-pack' })];

/** 505 GB of which 500 are in the pack, 60 GB of traffic of which 50 are; a month of a pack for six months is its expense. */
const monthWithPacks: Replay = (example) =>
  expenseOf(
    billExample(example, [...SKUS, storagePack('500', input(example, 'storage_pack'), 1), trafficPack('50', '59.76', 6)], {
      usage: [
        usageLine({ sku: 'storage', quantity: String(500 + Number(input(example, 'over_gb'))) }),
        usageLine({ id: 'u2', sku: 'traffic', quantity: String(50 + Number(input(example, 'over_traffic_gb'))) }),
        usageLine({ id: 'u3', sku: 'requests', quantity: String(1_000 * 24 * 30) }),
      ],
      packs: PACKS,
    }),
  );

/** Both sides store; what is copied is paid once. GB-days of the growth: 3 x (1 + 2 + ... + 29) = 3 x 435. */
const crossRegion: Replay = (example) => {
  const gbDays = product(example, 'growth_gb_day', 435n);
  const copied = String(
    Number(input(example, 'base_gb')) + Number(input(example, 'growth_gb_day')) * Number(input(example, 'growth_days')),
  );
  const day = usageSku({ sku: 'storage-day', unit: 'gb-day', price: input(example, 'day_price') });
  const copy = usageSku({ sku: 'copy', price: input(example, 'crr_price') });
  return cashOf(
    billExample(example, [...SKUS, day, copy], {
      usage: [
        usageLine({ sku: 'storage', quantity: input(example, 'base_gb'), instances: input(example, 'sides') }),
        usageLine({ id: 'u2', sku: 'storage-day', quantity: gbDays, instances: input(example, 'sides') }),
        usageLine({ id: 'u3', sku: 'copy', quantity: copied }),
        usageLine({ id: 'u4', sku: 'requests', quantity: product(example, 'requests_day', 30n) }),
      ],
    }),
  );
};

/** The same with a pack on each side; growth, copying and requests as in the other example. */
const crossRegionArchive: Replay = (example) => {
  const day = usageSku({ sku: 'storage-day', unit: 'gb-day', price: '0.004' });
  const archive = usageSku({ sku: 'archive-day', unit: 'gb-day', price: input(example, 'archive_day_price') });
  const copy = usageSku({ sku: 'copy', price: '0.5' });
  const standard = storagePack('100', input(example, 'pack_std'), 1);
  const archivePack: PackSku = { ...standard, sku: 'archive-pack', price: input(example, 'pack_archive'), scope: { skus: ['archive'] } };
  const archived = usageSku({ sku: 'archive', unit: 'gb-month', price: '0.033', monthBasis: 'days30' });
  return cashOf(
    billExample(example, [...SKUS, day, archived, archive, copy, standard, archivePack], {
      usage: [
        usageLine({ sku: 'storage', quantity: '100' }),
        usageLine({ id: 'u2', sku: 'storage-day', quantity: '1305' }),
        usageLine({ id: 'u3', sku: 'archive-day', quantity: '1305' }),
        usageLine({ id: 'u4', sku: 'copy', quantity: '187' }),
        usageLine({ id: 'u5', sku: 'requests', quantity: '600000' }),
        usageLine({ id: 'u6', sku: 'archive', quantity: '100' }),
      ],
      packs: [packLine({ sku: 'storage-pack' }), packLine({ id: 'p2', sku: 'archive-pack' })],
    }),
  );
};

const payAsYouGo: Replay = (example) =>
  cashOf(
    billExample(example, SKUS, {
      usage: [
        usageLine({ sku: 'storage', quantity: input(example, 'gb') }),
        usageLine({ id: 'u2', sku: 'traffic', quantity: input(example, 'egress_gb') }),
        usageLine({ id: 'u3', sku: 'requests', quantity: product(example, 'requests_10k', 10_000n) }),
      ],
    }),
  );

/** 1 TB stored and 2 TB out, all in packs; 15 million requests. */
const packsOverMonths =
  (months: number, storage: string, traffic: (text: (key: string) => string) => string): Replay =>
  (example) => {
    const text = (key: string): string => input(example, key);
    return expenseOf(
      billExample(example, [...SKUS, storagePack('1024', text(storage), months), trafficPack('2048', traffic(text), months)], {
        usage: [
          usageLine({ sku: 'storage', quantity: '1024' }),
          usageLine({ id: 'u2', sku: 'traffic', quantity: '2048' }),
          usageLine({ id: 'u3', sku: 'requests', quantity: '15000000' }),
        ],
        packs: PACKS,
      }),
    );
  };

/** The traffic goes through the CDN: what leaves it, what it fetches, and the requests of both. */
const throughCdn: Replay = (example) => {
  const cdn = usageSku({ sku: 'cdn', price: input(example, 'cdn_price') });
  const origin = usageSku({ sku: 'origin', price: input(example, 'origin_price') });
  return expenseOf(
    billExample(example, [...SKUS, cdn, origin, storagePack('1024', input(example, 'storage_pack_12m'), 12)], {
      usage: [
        usageLine({ sku: 'storage', quantity: '1024' }),
        usageLine({ id: 'u2', sku: 'cdn', quantity: input(example, 'cdn_gb') }),
        usageLine({ id: 'u3', sku: 'origin', quantity: input(example, 'origin_gb') }),
        usageLine({ id: 'u4', sku: 'requests', quantity: '7500000', instances: '2' }),
      ],
      packs: [packLine({ sku: 'storage-pack' })],
    }),
  );
};

export const OSS: Readonly<Record<string, Replay>> = {
  'oss-case1-packs': monthWithPacks,
  'oss-case3-crr-payg': crossRegion,
  'oss-case3-crr-archive': crossRegionArchive,
  'oss-2019-payg': payAsYouGo,
  'oss-2019-packs-6m': packsOverMonths(6, 'storage_pack_6m', (text) => text('traffic_pack_6m')),
  'oss-2019-packs-12m': packsOverMonths(12, 'storage_pack_12m', (text) => text('traffic_pack_12m')),
  'oss-2019-cdn': throughCdn,
  // The example gives the storage pack only; its formula adds the traffic pack of 9090.
  'oss-2018-packs-12m': packsOverMonths(12, 'storage_pack_12m', () => '9090'),
};
