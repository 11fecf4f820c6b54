/** A comparison for the terminal: totals and differences, cumulative cash by month, break-even hours. */
import type { ComparedOptionJson, ComparisonJson, DifferenceJson } from '../../shared/compare/formatComparison.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import type { Overrides } from '../../shared/pricebook/overrides.ts';
import { LABELS, type LabelKey } from './texts.ts';
import { groupDigits, type TextColumn, textTable } from './textTable.ts';

export const comparisonTable = (comparison: ComparisonJson, locale: Locale): string => {
  const say = (key: LabelKey): string => LABELS[key][locale];
  const left = (key: LabelKey): TextColumn => ({ header: say(key), align: 'left' });
  const right = (header: string): TextColumn => ({ header, align: 'right' });
  const totals = textTable(
    [
      left('option'),
      left('name'),
      right(say('cash')),
      right(say('cashDifference')),
      right(say('expense')),
      right(say('expenseDifference')),
      left('crossing'),
      left('complete'),
    ],
    comparison.options.map((option) => optionRow(option, comparison.baseline, say)),
  );
  const cumulative = textTable(
    [left('month'), ...comparison.options.map((option) => right(option.id))],
    (comparison.options[0]?.cumulative ?? []).map(({ month }, index) => [
      month,
      ...comparison.options.map((option) => groupDigits(option.cumulative[index]?.cash ?? '')),
    ]),
  );
  const lines = [
    `${say('baseline')}: ${comparison.baseline} · ${say('amounts')}`,
    ...overrideLines(comparison.options, say),
    '',
    ...totals,
    '',
    `${say('cheapestCash')}: ${cheapestText(comparison, 'cash', say)}`,
    `${say('cheapestExpense')}: ${cheapestText(comparison, 'expense', say)}`,
    '',
    say('cumulativeCash'),
    ...cumulative,
    ...breakEvenLines(comparison, say),
    ...tierClockLines(comparison.tierClocks, say),
  ];
  return `${lines.join('\n')}\n`;
};

type Say = (key: LabelKey) => string;

const optionRow = (option: ComparedOptionJson, baseline: string, say: Say): readonly string[] => [
  option.id,
  option.name,
  groupDigits(option.totals.cash),
  option.id === baseline ? '' : differenceText(option.difference.cash),
  groupDigits(option.totals.expense),
  option.id === baseline ? '' : differenceText(option.difference.expense),
  option.crossing.cash?.month ?? '',
  say(option.complete ? 'yes' : 'no'),
];

/** '-1,250.00 (-12.50 %)'; in brackets with a question mark where one side is incomplete. */
const differenceText = ({ amount, percent, complete }: DifferenceJson): string => {
  const text = percent === null ? signed(amount) : `${signed(amount)} (${signed(percent)} %)`;
  return complete ? text : `? ${text}`;
};

const signed = (decimal: string): string => (decimal.startsWith('-') || /^[0.]*$/.test(decimal) ? '' : '+') + groupDigits(decimal);

const cheapestText = (comparison: ComparisonJson, by: 'cash' | 'expense', say: Say): string => {
  const lead = comparison.lead[by];
  const cheapest = comparison.cheapest[by];
  if (cheapest !== null && lead !== null) {
    const percent = lead.percent === null ? '' : `, ${lead.percent} %`;
    return `${cheapest} (${groupDigits(lead.amount)}${percent} < ${lead.over})`;
  }
  const tied = comparison.tied[by];
  return tied.length > 0 ? `${say('tie')}: ${tied.join(', ')}` : say('none');
};

const breakEvenLines = (comparison: ComparisonJson, say: Say): readonly string[] => {
  if (comparison.breakEven.length === 0) return [];
  const rows = comparison.breakEven.map(({ node, usage, hoursPerMonth, withinMonth }) => [
    `${node.option}: ${node.sku}`,
    `${usage.option}: ${usage.sku}`,
    groupDigits(hoursPerMonth),
    withinMonth ? '' : say('neverInMonth'),
  ]);
  const columns: readonly TextColumn[] = [
    { header: '', align: 'left' },
    { header: '', align: 'left' },
    { header: say('hours'), align: 'right' },
    { header: '', align: 'left' },
  ];
  return ['', say('breakEven'), ...textTable(columns, rows)];
};

/** Options that are billed otherwise than their price book says: a row for each rule, with all options that have it. */
const overrideLines = (options: readonly ComparedOptionJson[], say: Say): readonly string[] => {
  const owners = new Map<string, string[]>();
  for (const { id, overrides = {} } of options) {
    for (const rules of ruleTexts(overrides)) owners.set(rules, [...(owners.get(rules) ?? []), id]);
  }
  return [...owners].map(([rules, ids]) => `${say('overrides')}: ${ids.join(', ')}: ${rules}`);
};

/** `artlab: half-up, allowance > free > voucher > pack`, for each provider. */
export const ruleTexts = (overrides: Overrides): readonly string[] =>
  Object.entries(overrides).map(([provider, { rounding, burnClasses }]) => {
    const rules = [rounding, burnClasses?.join(' > ')].filter((rule) => rule !== undefined);
    return `${provider}: ${rules.join(', ')}`;
  });

/** Both totals of options whose tier clock nobody published; nothing where there are none. */
export const tierClockLines = (tierClocks: ComparisonJson['tierClocks'], say: Say): readonly string[] => {
  if (tierClocks.length === 0) return [];
  const keys = ['option', 'cashRestarting', 'cashContinuing', 'expenseRestarting', 'expenseContinuing'] as const;
  const columns = keys.map((key): TextColumn => ({ header: say(key), align: key === 'option' ? 'left' : 'right' }));
  const rows = tierClocks.map(({ option, month, line }) => [
    option,
    ...[month.cash, line.cash, month.expense, line.expense].map((amount) => groupDigits(amount)),
  ]);
  return ['', say('tierClock'), ...textTable(columns, rows)];
};
