/**
 * What Compare says in sentences, as the window's Compare and its cards do: by cash, then by expense, then what is not compared and what
 * the source leaves open.
 * Source: billing.md, 4.3 (a comparison shows both totals), 6 and 7.
 */
import type { Bill } from '../../../shared/billing/bill.ts';
import { compareFilled } from '../../../shared/compare/comparable.ts';
import type { CompareBy } from '../../../shared/compare/compareOptions.ts';
import { findCrossings } from '../../../shared/compare/crossing.ts';
import { verdictOf } from '../../../shared/compare/optionVerdict.ts';
import { findTierClockDoubts } from '../../../shared/compare/tierClocks.ts';
import { buildVerdict, type Verdict } from '../../../shared/compare/verdict.ts';
import { translate } from '../../../shared/wording/texts.ts';
import {
  crossingSentence,
  missingText,
  OPTION_VERDICT_TEXTS,
  optionSentence,
  tierClockSentence,
  VERDICT_TEXTS,
  verdictSentence,
} from '../../../shared/wording/verdictTexts.ts';
import { idOf, type Sides } from './sides.ts';

export const conclusions = (sides: Sides): readonly string[] => {
  const { scenario, locale } = sides.context;
  const text = translate(VERDICT_TEXTS, locale);
  const input = { scenario, bill: billOf(sides), baseline: idOf(sides, sides.baseline) };
  const verdict = buildVerdict({ ...input, by: 'cash' });
  return [
    ...new Set([...saysBy(sides, 'cash'), ...saysBy(sides, 'expense')]),
    ...verdict.incomplete.map(({ option, missing }) => text('lacks', { option, missing: missingText(missing, text) })),
    ...verdict.empty.map((option) => text('empty', { option })),
    ...tierClocks(sides),
  ];
};

/** Both totals of an option where the source leaves the clock of its tiers open. */
const tierClocks = ({ context }: Sides): readonly string[] => {
  const text = translate(VERDICT_TEXTS, context.locale);
  const doubts = findTierClockDoubts(context.source, context.priceBook);
  return doubts.flatMap((doubt) =>
    (['cash', 'expense'] as const).flatMap((by) =>
      doubt.month[by] === doubt.line[by] ? [] : [`${text('tierClock')} · ${tierClockSentence(doubt, by, text)}`],
    ),
  );
};

const billOf = ({ context, options }: Sides): Bill => ({ edition: context.priceBook.edition, options: options.map(({ bill }) => bill) });

const saysBy = (sides: Sides, by: CompareBy): readonly string[] => {
  const { scenario, locale, say } = sides.context;
  const text = translate(VERDICT_TEXTS, locale);
  const baseline = idOf(sides, sides.baseline);
  const input = { scenario, bill: billOf(sides), baseline, by };
  const verdict = buildVerdict(input);
  const sentence = verdictSentence(verdict, baseline, text);
  if (verdict.says.kind === 'notComparable') return [sentence];
  const crossings = findCrossings(input.bill, baseline, by).map((crossing) => crossingSentence(crossing, by, text));
  const heading = say(by === 'cash' ? 'byCash' : 'byExpense');
  return [...[sentence, ...othersBy(sides, by, verdict)].map((each) => `${heading} · ${each}`), ...crossings];
};

/** Options that the verdict does not name. */
const othersBy = (sides: Sides, by: CompareBy, { says }: Verdict): readonly string[] => {
  const { scenario, locale, say } = sides.context;
  const text = translate(OPTION_VERDICT_TEXTS, locale);
  const comparison = compareFilled({ scenario, bill: billOf(sides), baseline: idOf(sides, sides.baseline), by });
  const named = says.kind === 'lowest' ? [says.option, says.over] : [];
  return sides.options.flatMap(({ option: { id } }) => {
    const verdict = verdictOf(comparison, id);
    const sentence = named.includes(id) || verdict.kind === 'empty' ? null : optionSentence(verdict, text);
    return sentence === null
      ? []
      : [
          say('optionSays')
            .replace('{option}', () => id)
            .replace('{sentence}', () => sentence),
        ];
  });
};
