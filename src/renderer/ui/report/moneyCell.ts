/** A sum of money as a cell: short text, exact hover, exact value for other programs. */
import type { WhySubject } from '../../state/subject.ts';
import { fullText, type Money, plainText, shortText } from './amounts.ts';
import type { ReportCell, Tone } from './table.ts';

export const moneyCell = (input: {
  /** `<option>:<key>:<month or total>` */
  readonly key: string;
  readonly money: Money;
  readonly subject: WhySubject | null;
  readonly tone?: Tone;
  /** the option lacks something: the word that says so */
  readonly warning?: string | null;
  /** totals show their zero, other cells a dash */
  readonly showZero?: boolean;
}): ReportCell => {
  const { key, money, subject, tone = 'plain', warning = null, showZero = false } = input;
  const empty = money.amount === 0n && !showZero;
  return {
    key,
    text: empty ? '–' : shortText(money),
    value: plainText(money),
    title: fullText(money),
    tone: empty ? 'muted' : tone,
    subject,
    warning,
  };
};
