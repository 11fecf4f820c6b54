/** A bill that follows another does not keep it alive: the memory of a window would grow with every key press. */
import { setImmediate } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, it } from 'vitest';
import { type BillState, billScenario } from '../../../src/shared/billing/recompute.ts';
import { makeBlankScenario } from '../../../src/shared/scenario/blank.ts';
import { editField } from '../../../src/shared/scenario/commands/lines.ts';
import { applyPatch } from '../../../src/shared/scenario/patch.ts';
import { packLine, packSku, priceBook, usageLine, usageSku } from '../../support/billing.ts';

v8.setFlagsFromString('--expose-gc');
const collectGarbage: () => void = vm.runInNewContext('gc');

const edited = (billed: BillState, typed: string): BillState => {
  const { scenario } = billed.input;
  const edit = editField(scenario, { option: 'A', sheet: 'usage', line: 'u1', field: 'quantity', typed });
  const after = billScenario({ ...billed.input, scenario: applyPatch(scenario, edit.ok ? edit.value : []) }, billed);
  // What a window asks for at every edit.
  expect(after.bill.options[0]?.issueCounts.errors).toBe(0);
  expect(after.bill.options[0]?.lines.get('u1')?.kind).toBe('usage');
  return after;
};

it('lets go of the bill before an edit of a line that a pack covers', async () => {
  const book = priceBook([usageSku(), packSku()]);
  const option = { id: 'A', name: 'A', nodes: [], usage: [usageLine({ quantity: '500' })], packs: [packLine()] };
  const blank = makeBlankScenario({ name: 'edits', priceBook: book.edition, startMonth: '2026-01' });
  const first = billScenario({ scenario: { ...blank, options: [option] }, priceBook: book }, null);
  let billed = edited(first, '600');
  const formers: WeakRef<object>[] = [];
  for (const typed of ['700', '800', '900']) {
    formers.push(new WeakRef(billed.options[0]?.work ?? {}));
    billed = edited(billed, typed);
  }
  await setImmediate();
  collectGarbage();
  expect(formers.map((former) => former.deref() === undefined)).toEqual([true, true, true]);
  expect(billed.bill.options[0]?.totals.payable).toBe(90_000n * 12n - 10_000n);
});
