/**
 * What the comparison says in sentences: the window's conclusion, its cards, and the sheet `Compare` of a workbook say the same.
 * Rule: see shared/compare/verdict.ts and optionVerdict.ts, which know what may be said.
 */
import type { CompareBy } from '../compare/compareOptions.ts';
import type { Crossing } from '../compare/crossing.ts';
import type { MissingLine } from '../compare/missing.ts';
import type { OptionVerdict } from '../compare/optionVerdict.ts';
import type { TierClockDoubt } from '../compare/tierClocks.ts';
import type { Verdict } from '../compare/verdict.ts';
import { type Fen, formatFen } from '../numeric/fixed.ts';
import { groupDigits } from './digits.ts';
import { defineTexts, type Translate } from './texts.ts';

export const VERDICT_TEXTS = defineTexts(
  {
    'word.cash': '现金',
    'word.expense': '费用',
    verdict: '结论',
    single: '只有一个选项。添加第二个选项后即可对比。',
    notComparable: '暂不可比：完整的选项不足两个。',
    tied: '{options} 一样低。',
    lowestThan: '{option} 最低：比 {over} 少 {amount}',
    lowestThanBaseline: '{option} 最低：比基准 {over} 少 {amount}',
    percent: '（{percent}%）',
    lacks: '{option} 不完整，不参与比较：{missing}',
    missingPrice: '缺 1 行的价格',
    missingPrices: '缺 {count} 行的价格',
    missingLine: '1 行没有金额',
    missingLines: '{count} 行没有金额',
    empty: '{option} 还没有内容，不参与比较。',
    crossing: '累计{by}：{month} 之前 {before} 更低，自 {month} 末起 {after} 更低。',
    tierClock: '阶梯周期未公布',
    tierClockTotals: '{option} 的{by}：阶梯每月重计 {month}，不重计 {line}。',
  },
  {
    'word.cash': 'cash',
    'word.expense': 'expense',
    verdict: 'Conclusion',
    single: 'There is only one option. Add a second one to compare.',
    notComparable: 'Not comparable yet: fewer than two options are complete.',
    tied: '{options} cost the same, and least.',
    lowestThan: '{option} is lowest: {amount} less than {over}',
    lowestThanBaseline: '{option} is lowest: {amount} less than baseline {over}',
    percent: ' ({percent} %)',
    lacks: '{option} is incomplete and not compared: {missing}',
    missingPrice: 'lacks 1 price',
    missingPrices: 'lacks {count} prices',
    missingLine: '1 line without amount',
    missingLines: '{count} lines without amount',
    empty: '{option} holds nothing yet and is not compared.',
    crossing: 'Cumulative {by}: before {month} {before} had cost less, from the end of {month} on {after} has.',
    tierClock: 'Tier clock not published',
    tierClockTotals: '{option}, {by}: {month} if the tiers restart each month, {line} if they do not.',
  },
);
export type VerdictText = Translate<keyof (typeof VERDICT_TEXTS)['en']>;

export const verdictSentence = ({ says }: Verdict, baseline: string, text: VerdictText): string => {
  switch (says.kind) {
    case 'single':
    case 'notComparable':
      return text(says.kind);
    case 'tied':
      return text('tied', { options: says.options.join(', ') });
    case 'lowest': {
      const params = { option: says.option, over: says.over, amount: money(says.amount) };
      const percent = says.percent === null ? '' : text('percent', { percent: says.percent });
      return text(says.over === baseline ? 'lowestThanBaseline' : 'lowestThan', params) + percent;
    }
  }
};

/** "lacks 2 prices", "1 line without amount" */
export const missingText = (missing: readonly MissingLine[], text: VerdictText): string => {
  const count = missing.length;
  const prices = missing.every(({ price }) => price);
  if (count === 1) return text(prices ? 'missingPrice' : 'missingLine');
  return text(prices ? 'missingPrices' : 'missingLines', { count });
};

export const crossingSentence = (crossing: Crossing, by: CompareBy, text: VerdictText): string =>
  text('crossing', { month: crossing.month, before: crossing.before, after: crossing.after, by: text(`word.${by}`) });

export const tierClockSentence = ({ option, month, line }: TierClockDoubt, by: CompareBy, text: VerdictText): string =>
  text('tierClockTotals', { option, by: text(`word.${by}`), month: money(month[by]), line: money(line[by]) });

/** Of one option beside the others. */
export const OPTION_VERDICT_TEXTS = defineTexts(
  {
    saves: '比 {over} 省 {amount}（{percent}%）',
    savesAmount: '比 {over} 省 {amount}',
    more: '比基准 {over} 多 {amount}（{percent}%）',
    moreAmount: '比基准 {over} 多 {amount}',
    less: '比基准 {over} 少 {amount}（{percent}%）',
    same: '与基准 {over} 相同',
    baselineIncomplete: '基准 {over} 不完整，暂不比较',
    empty: '还没有内容',
  },
  {
    saves: 'saves {amount} ({percent} %) against {over}',
    savesAmount: 'saves {amount} against {over}',
    more: '{amount} ({percent} %) more than {over}',
    moreAmount: '{amount} more than {over}',
    less: '{amount} ({percent} %) less than {over}',
    same: 'the same as {over}',
    baselineIncomplete: 'not compared: baseline {over} is incomplete',
    empty: 'nothing here yet',
  },
);
export type OptionVerdictText = Translate<keyof (typeof OPTION_VERDICT_TEXTS)['en']>;

/** null where there is nothing to say beside its total. */
export const optionSentence = (verdict: OptionVerdict, text: OptionVerdictText): string | null => {
  switch (verdict.kind) {
    case 'empty':
      return text('empty');
    case 'baselineIncomplete':
    case 'same':
      return text(verdict.kind, { over: verdict.over });
    case 'lowest':
    case 'less':
    case 'more': {
      const key = verdict.kind === 'lowest' ? 'saves' : verdict.kind;
      const params = { over: verdict.over, amount: money(verdict.amount), percent: verdict.percent ?? '' };
      return verdict.percent === null ? text(key === 'more' ? 'moreAmount' : 'savesAmount', params) : text(key, params);
    }
    case 'alone':
    case 'baseline':
    case 'incomplete':
    case 'tied':
      return null;
  }
};

const money = (fen: Fen): string => groupDigits(formatFen(fen));
