/**
 * Worked examples that providers published (test/golden/worked-examples.json), run through computeBill. Where a page contradicts
 * itself, the number that it prints stays as data and the computed one is ours.
 */
import { describe, expect, it } from 'vitest';
import { ALIBABA, cutEach, snapshotDetail, toFen, yearListCost } from './worked/alibaba.ts';
import { publishedOf, WORKED_EXAMPLES, type WorkedExample } from './worked/example.ts';
import { OSS } from './worked/oss.ts';
import { cosTrafficAtTablePrice, nodeHourParts, TENCENT } from './worked/tencent.ts';

const REPLAYS = { ...TENCENT, ...OSS, ...ALIBABA };

/** What ours has no words for. */
const NOT_EXPRESSIBLE: Readonly<Record<string, string>> = {
  'tencent-cvm-refund-48h': 'a refund: an order is paid in full and never ended early',
  'tencent-downgrade-1': 'a downgrade in the middle of an order',
  'tencent-downgrade-3': 'a downgrade in the middle of an order',
  'tencent-voucher-pick-cover': 'one voucher a payment, the first that covers all of it: ours share by expiry, several for one usage',
  'tencent-amortise-renewal': 'a purchase spread by the day: ours is recognised by the service month (billing.md, 3)',
  'tencent-amortise-sep': 'a purchase spread by the day',
  'tencent-amortise-new-july': 'a purchase spread by the day',
  'snapshot-instant-access': '20 seconds at a price for a month: a price of 1 / 2,592,000 has no 10 decimals',
  'pai-designer': 'a meter that takes the larger of two resources: ours is told the quantity',
  'media-arrival-tier': 'the whole use at the price of the tier that it reaches: ours are graduated, part by part',
};
/** Where the page does not add up: what it prints, and what ours comes to, with the arithmetic. */
const CONTRADICTIONS: Readonly<Record<string, { readonly published: string; readonly computed: string; readonly why: string }>> = {
  'tencent-cdn-month-cumulative-day3': {
    published: '2200.00',
    computed: '2180.00',
    why: '6 TB are used, so 4 TB are left below 10 TB, not 5: 4,000 x 0.32 + 3,000 x 0.3',
  },
  'oss-2019-packs-6m': {
    published: '949.20',
    computed: '949.17',
    why: 'the page rounds 5050 / 6 to 841.7: 92.50 + 841.67 + 15.00',
  },
};

const findExample = (id: string): WorkedExample => {
  const found = WORKED_EXAMPLES.find((example) => example.id === id);
  if (found === undefined) throw new Error(`no example ${id}`);
  return found;
};

it('each example is replayed, or says why it cannot be', () => {
  const ids = [...Object.keys(REPLAYS), ...Object.keys(NOT_EXPRESSIBLE)];
  expect(ids.sort()).toEqual(WORKED_EXAMPLES.map(({ id }) => id).sort());
  expect(new Set(ids).size).toBe(48);
});

describe('worked examples', () => {
  it.each(Object.entries(REPLAYS))('%s', (id, replay) => {
    const example = findExample(id);
    const { published, computed } = CONTRADICTIONS[id] ?? { published: publishedOf(example), computed: publishedOf(example) };
    expect(publishedOf(example)).toBe(published);
    expect(replay(example)).toBe(computed);
  });
});

describe('what else the pages print', () => {
  it('the tiers of 720 hours one by one', () => {
    const example = findExample('tiems-dedicated-payg-720h');
    expect(nodeHourParts(example)).toEqual(example.line_items_cny?.map(String));
  });
  it('the CDN total by its own tiers', () => {
    expect(findExample('tencent-cdn-month-cumulative-day3').alternative_total_cny).toBe(2180);
  });
  it('the COS total at the storage price of the sister pages: 1.18 + 0.01 + 3.6 + 5', () => {
    const example = findExample('cos-traffic-pack');
    expect(cosTrafficAtTablePrice(example)).toBe(String(example.alternative_total_cny));
  });
  it.each(['snapshot-77g-charge', 'snapshot-310g-13h'])('%s: the detail line before the cut', (id) => {
    const example = findExample(id);
    expect(snapshotDetail(example)).toBe(String(example.detail_line_3dp));
  });
  it('a year of rounded months differs from a rounded year: 5119.68 against 5119.7184', () => {
    const example = findExample('sae-pack-payg-year');
    expect(yearListCost(example)).toBe('5119.7184');
    expect(toFen(yearListCost(example))).toBe(String(example.unrounded_then_rounded_cny));
  });
  it('five lines that are each cut come to less than their sum cut once: 60.60', () => {
    expect(cutEach(findExample('bill-truncate-sum'))).toBe('60.60');
  });
});
