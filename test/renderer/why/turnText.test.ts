import { describe, expect, test } from 'vitest';
import { TEXTS } from '../../../src/renderer/features/why/texts.ts';
import { turnText } from '../../../src/renderer/features/why/turnText.ts';
import { translate } from '../../../src/renderer/ui/texts.ts';
import { explain } from '../../../src/shared/billing/explain/explain.ts';
import { explainTurns } from '../../../src/shared/billing/explain/turns.ts';
import type { Locale } from '../../../src/shared/ipc/contract.ts';
import { billOptions, option, pack, usage } from '../reportScenario.ts';

/** Usage that a trial, an entry plan and a voucher pay for one after the other. */
const PLAN = option('A', {
  usage: [usage('u1', { quantity: '200000' })],
  packs: [
    pack('p1', { sku: 'artlab.voucher.student-300', start: '2026-01-01' }),
    pack('p2', { start: '2026-01-01' }),
    pack('p3', { start: '2026-01-01', expiry: '2026-02-01' }),
  ],
});

const sentencesIn = (locale: Locale): readonly string[] => {
  const { scenario, priceBook, bill } = billOptions(1, PLAN);
  const charge = explain({ scenario, priceBook }, bill, { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' });
  if (charge?.kind !== 'charge') throw new Error('no charge');
  const context = { text: translate(TEXTS, locale), locale };
  return explainTurns({ scenario, priceBook }, bill, charge).flatMap((turn, at) => {
    const draw = charge.draws[at];
    return draw === undefined ? [] : turnText(draw, turn, context);
  });
};

describe('why it was a pack’s turn', () => {
  test('is said of each in the order in which they paid', () => {
    expect(sentencesIn('en')).toEqual([
      'its turn: the first that was at hand',
      'its turn: after “Entry plan, CNY 59 for CNY 200”, it expires later',
      'its turn: after “Entry plan, CNY 59 for CNY 200”, pack before voucher',
    ]);
  });
  test('is said in Chinese', () => {
    expect(sentencesIn('zh-CN').at(-1)).toBe('次序：在“入门版 59 元抵 200 元”之后，资源包先于代金券');
  });
});
