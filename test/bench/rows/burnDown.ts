/**
 * Whole bills and single edits with packs, against a plain program on decimal.js and on BigInt (plain/). Costbook does all that the
 * window needs: issues, draws, expense too. The money is compared as well.
 */
import type { Decimal } from 'decimal.js';
import type { Bill } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { formatAmount, formatFen } from '../../../src/shared/numeric/fixed.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { EditedPlan, readTotals } from '../edit.ts';
import { medianOf, quantileOf, timeFor, timeInTurns, timeOnce, timeSteps } from '../measure.ts';
import { peakOf } from '../memory.ts';
import { bigintArithmetic, decimalArithmetic } from '../plain/arithmetic.ts';
import { PlainProgram } from '../plain/PlainProgram.ts';
import { groupsShape, LINES, PACKS, poolShape, type Shape, sizeOf } from '../plain/shapes.ts';
import { metPlanOf, planOf } from '../plan.ts';
import type { BenchRow, Target } from '../report.ts';

const moneyOf = (bill: Bill, { groups }: Shape): readonly string[] => {
  const [option] = bill.options;
  const payable = (option?.months ?? []).map((month) => formatFen(month.payable).replace(/\.?0+$/, ''));
  const packs = groups.flatMap((group) => group.packs);
  return [...payable, ...packs.map(({ id }) => formatAmount(option?.packs.get(id)?.used ?? 0n))];
};

const EDITS_MS = 4_000;
const COPIES_MS = 1_000;
const faster = (times: number): Target => ({ kind: 'timesLess', times });

const benchShape = async (shape: Shape, decimalRounds: number): Promise<readonly BenchRow[]> => {
  const { scenario, priceBook, name, size } = shape;
  const decimal = new PlainProgram<Decimal>(decimalArithmetic, shape);
  const bigint = new PlainProgram<bigint>(bigintArithmetic, shape);
  const money = moneyOf(computeBill({ scenario, priceBook }), shape).join();
  let isEqual = true;
  const compare = <N>(plain: PlainProgram<N>): void => {
    const results = plain.full();
    isEqual &&= plain.moneyOf(results).join() === money;
  };
  const times = await timeInTurns({
    ours: { work: () => readTotals(computeBill({ scenario, priceBook })), rounds: 4 },
    decimal: { work: () => compare(decimal), rounds: decimalRounds },
    bigint: { work: () => compare(bigint), rounds: 2 },
  });
  const note = isEqual ? 'same money' : 'the money differs';
  const full = { work: `full bill, ${size}, ${name}`, unit: 'ms', ours: isEqual ? times.ours : null, high: null, note } as const;
  return [
    { ...full, peer: 'plain decimal.js, precision 40', theirs: times.decimal, target: faster(20) },
    { ...full, peer: 'plain BigInt', theirs: times.bigint, target: null },
    ...(await benchEdits(shape, { decimal: decimal.burnMs, bigint: bigint.burnMs })),
  ];
};

const benchMemory = async (): Promise<BenchRow> => ({
  work: `peak memory of that full bill, ${sizeOf(LINES)}`,
  peer: 'plain decimal.js',
  unit: 'MB',
  ours: await peakOf('groups'),
  theirs: await peakOf('groupsOnDecimal'),
  high: null,
  target: null,
  note: '',
});

/** A command makes a new scenario, and the bill follows it: each is timed by itself. */
const timeEdits = async (plan: EditedPlan, line: string): Promise<Readonly<Record<'typed' | 'recomputed', readonly number[]>>> =>
  timeSteps({ typed: () => plan.type('A', line), recomputed: () => plan.recompute() }, EDITS_MS);

const benchEdits = async (
  { scenario, priceBook, name, size, edited }: Shape,
  theirs: { readonly decimal: number; readonly bigint: number },
): Promise<readonly BenchRow[]> => {
  const { recomputed: times } = await timeEdits(new EditedPlan(scenario, priceBook), edited);
  const high = { name: 'p99', value: quantileOf(times, 0.99) } as const;
  const row = { work: `recompute after one edit, ${size}, ${name}`, unit: 'ms', ours: medianOf(times), high, note: '' } as const;
  return [
    { ...row, peer: 'plain decimal.js, its packs again', theirs: theirs.decimal, target: faster(100) },
    { ...row, peer: 'plain BigInt, its packs again', theirs: theirs.bigint, target: { kind: 'below', median: null, high: 1 } },
  ];
};

const benchAlone = async (): Promise<readonly BenchRow[]> => {
  const priceBook = readPriceBook('2021-01-21');
  const { scenario } = planOf({ lines: LINES, packs: PACKS, alone: 6 });
  const { typed, recomputed } = await timeEdits(new EditedPlan(scenario, priceBook), 'u1');
  const full = await timeOnce(() => readTotals(computeBill({ scenario, priceBook })));
  const lines = scenario.options[0]?.usage ?? [];
  const copies = await timeFor(() => lines.slice(), COPIES_MS);
  return [
    {
      work: `recompute after one edit, ${sizeOf(LINES)}, a line without packs`,
      peer: "Costbook's own bill in full",
      unit: 'ms',
      ours: medianOf(recomputed),
      theirs: full,
      high: { name: 'p99', value: quantileOf(recomputed, 0.99) },
      target: { kind: 'below', median: null, high: 1 },
      note: '',
    },
    {
      work: `the edit before that: a scenario with another list of ${LINES.toLocaleString('en')} lines`,
      peer: 'a bare copy of such an array',
      unit: 'ms',
      ours: medianOf(typed),
      theirs: medianOf(copies),
      high: { name: 'p99', value: quantileOf(typed, 0.99) },
      target: null,
      note: '',
    },
  ];
};

const MET_LINES = 10_000;
const MET = { scopes: 'of three scopes that meet', units: 'that hold units' } as const;

/** What no plain program here does: every edit shares all these packs among all lines again. */
const benchMet = async (kind: 'scopes' | 'units'): Promise<BenchRow> => {
  const { scenario, priceBook } = metPlanOf({ lines: MET_LINES, packs: PACKS, kind });
  const { recomputed } = await timeEdits(new EditedPlan(scenario, priceBook), 'u2');
  return {
    work: `recompute after one edit, ${sizeOf(MET_LINES)}, packs ${MET[kind]}`,
    peer: "Costbook's own bill in full",
    unit: 'ms',
    ours: medianOf(recomputed),
    theirs: await timeOnce(() => readTotals(computeBill({ scenario, priceBook }))),
    high: { name: 'p99', value: quantileOf(recomputed, 0.99) },
    target: null,
    note: '',
  };
};

export const benchBurnDown = async (): Promise<readonly BenchRow[]> => [
  ...(await benchShape(groupsShape(), 2)),
  await benchMemory(),
  ...(await benchShape(poolShape(), 1)),
  ...(await benchAlone()),
  await benchMet('scopes'),
  await benchMet('units'),
];
