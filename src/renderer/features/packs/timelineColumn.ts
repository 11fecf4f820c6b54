/** A pack's balance over the horizon as a small chart, one bar a month: what it used, lost and kept; and when it runs out. */
import type { PackBill, PackMonth } from '../../../shared/billing/bill.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { addDays, listMonths, type Month } from '../../../shared/time/calendar.ts';
import type { CellBar } from '../../grid/types.ts';
import { noAmount } from '../../sheets/cells.ts';
import type { SheetColumn } from '../../sheets/types.ts';
import { balanceText } from '../../ui/balance.ts';
import { translate } from '../../ui/texts.ts';
import { PACKS_TEXTS } from './texts.ts';

type Column = SheetColumn<'packs'>;

export const timelineColumn = (locale: Locale, subject: Column['subject']): Column => ({
  id: 'timeline',
  header: translate(PACKS_TEXTS, locale)('timeline'),
  unit: translate(PACKS_TEXTS, locale)('timelineUnit'),
  headerTitle: translate(PACKS_TEXTS, locale)('timelineTitle'),
  width: locale === 'en' ? 268 : 226,
  align: 'left',
  editor: 'none',
  rich: true,
  view: ({ id }, context) => {
    const pack = context.bill.packs.get(id);
    if (pack === undefined) return noAmount(context);
    const { months } = pack.timeline;
    return {
      text: sentenceOf(pack, locale),
      tone: pack.forfeited > 0n ? 'warn' : 'computed',
      bars: barsOf(months, listMonths(context.scenario.startMonth, context.scenario.months)),
      title: () => months.map((month) => monthText(month, pack, locale)).join('\n'),
    };
  },
  ...(subject === undefined ? {} : { subject }),
});

const sentenceOf = ({ timeline, forfeited, expiry, remaining }: PackBill, locale: Locale): string => {
  const t = translate(PACKS_TEXTS, locale);
  if (timeline.months.length === 0) return t('notValid');
  if (timeline.runsOut !== null) return t('runsOut', { date: timeline.runsOut });
  if (forfeited > 0n && expiry !== null) return t('forfeitedAfter', { date: addDays(expiry, -1) });
  if (timeline.months.some(({ lapsed }) => lapsed > 0n)) return t('lapses');
  if (remaining > 0n) return t('lasts');
  // Only a balance for life can begin with nothing: the others begin full.
  return timeline.months.every(({ opening }) => opening === 0n) ? t('spent') : t('usedUp');
};

/** One for each month of the horizon, so that packs stand under each other; heights beside the fullest month. Floats draw pixels here. */
const barsOf = (months: readonly PackMonth[], horizon: readonly Month[]): readonly CellBar[] => {
  let most = 0n;
  for (const { opening } of months) if (opening > most) most = opening;
  const shareOf = (value: bigint): number => (most === 0n ? 0 : Number((value * 1000n) / most) / 1000);
  const byMonth = new Map(months.map((each) => [each.month, each]));
  return horizon.map((month) => {
    const each = byMonth.get(month);
    if (each === undefined) return [];
    return [
      { share: shareOf(each.closing), tone: 'kept' },
      { share: shareOf(each.used), tone: 'used' },
      { share: shareOf(each.lapsed + each.forfeited), tone: 'lost' },
    ];
  });
};

const monthText = ({ month, runsOut, opening, used, lapsed, forfeited, closing }: PackMonth, pack: PackBill, locale: Locale): string => {
  const show = balanceText(pack, locale);
  const lost = lapsed + forfeited;
  const t = translate(PACKS_TEXTS, locale);
  const balances = t(lost === 0n ? 'monthLine' : 'monthLineLost', {
    month,
    opening: show(opening),
    used: show(used),
    lost: show(lost),
    closing: show(closing),
  });
  return runsOut === null ? balances : `${balances} · ${t('runsOut', { date: runsOut })}`;
};
