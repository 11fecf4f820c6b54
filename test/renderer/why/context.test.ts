import { describe, expect, test } from 'vitest';
import { linePlace, titleOf, whyContext } from '../../../src/renderer/features/why/context.ts';
import { TEXTS } from '../../../src/renderer/features/why/texts.ts';
import { translate } from '../../../src/renderer/ui/texts.ts';
import type { Locale } from '../../../src/shared/ipc/contract.ts';
import { billOptions, NODES, option, pack, TOOLS, usage } from '../reportScenario.ts';

/** Three lines of one SKU: only their places tell them apart. */
const SAME = option('C', {
  usage: [usage('u1', { quantity: '1' }), usage('u7', { quantity: '1' }), usage('u3', { quantity: '1' })],
  packs: [pack('p1', {})],
});

const contextIn = (locale: Locale) => {
  const { scenario, priceBook } = billOptions(3, NODES, TOOLS, SAME);
  return whyContext({
    text: translate(TEXTS, locale),
    locale,
    scenario,
    priceBook,
    open: () => undefined,
    showPrice: () => undefined,
    showDriver: () => undefined,
  });
};

describe('the place of a line', () => {
  test('is its sheet and row, as the sheet numbers them', () => {
    expect(linePlace(contextIn('en'), 'C', 'u7')).toBe('Usage · row 2');
    expect(linePlace(contextIn('zh-CN'), 'C', 'u3')).toBe('用量 · 第 3 行');
    expect(linePlace(contextIn('en'), 'C', 'p1')).toBe('Packs · row 1');
    expect(linePlace(contextIn('en'), 'A', 'n1')).toBe('Nodes · row 1');
  });

  test('does not exist for an allowance, nor for a line of another option', () => {
    expect(linePlace(contextIn('en'), 'C', 'artlab.allowance.storage')).toBeNull();
    expect(linePlace(contextIn('en'), 'C', 'n1')).toBeNull();
    expect(linePlace(contextIn('en'), 'Z', 'u1')).toBeNull();
  });

  test('stands under the name of what is explained', () => {
    const detailOf = (subject: Parameters<typeof titleOf>[1]): string => titleOf(contextIn('en'), subject).detail;
    expect(detailOf({ kind: 'charge', option: 'C', line: 'u7', month: '2026-02' })).toBe('C · Usage · row 2 · 2026-02');
    expect(detailOf({ kind: 'node', option: 'A', line: 'n1' })).toBe('A · Nodes · row 1');
    expect(detailOf({ kind: 'lines', option: 'C', lines: ['u3'], total: 'cash', month: null })).toBe(
      'C · Usage · row 3 · Cash · whole horizon',
    );
  });
});
