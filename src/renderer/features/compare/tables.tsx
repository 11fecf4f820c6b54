/** The row models of Compare as tables: words of the language, texts of the numbers. */
import type { Bill } from '../../../shared/billing/bill.ts';
import type { CompareBy, Difference } from '../../../shared/compare/compareOptions.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { formatFen } from '../../../shared/numeric/fixed.ts';
import { categoryName, localName } from '../../../shared/wording/names.ts';
import { formatMoney } from '../../ui/format.ts';
import { fenMoney } from '../../ui/report/amounts.ts';
import { moneyCell } from '../../ui/report/moneyCell.ts';
import type { ReportCell, ReportRow } from '../../ui/report/table.ts';
import type { CompareCell, CompareLabel, CompareRow } from './compareRows.ts';
import type { MonthRow } from './monthRows.ts';
import type { CompareText } from './texts.ts';

interface Words {
  readonly text: CompareText;
  readonly locale: Locale;
  readonly baseline: string;
}

export const categoryTable = (rows: readonly CompareRow[], bill: Bill, words: Words): readonly ReportRow[] =>
  rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'group' ? 'group' : row.kind === 'total' ? 'total' : 'value',
    name: labelText(row.label, words),
    cells: row.cells.map((cell, index) => toCell(row, cell, bill.options[index], words)),
  }));

const labelText = (label: CompareLabel, { text, locale, baseline }: Words): string => {
  switch (label.kind) {
    case 'usage':
      return text('usage', { category: categoryName(label.category, locale) });
    case 'sku':
      return localName(label.name, locale);
    case 'text':
      break;
  }
  switch (label.text) {
    case 'prepaid':
    case 'nodes':
    case 'packs':
    case 'reference':
      return text(label.text);
    case 'difference':
      return text('difference', { option: baseline });
    default:
      return text(`total.${label.text}`);
  }
};

const toCell = (
  row: CompareRow,
  cell: CompareCell | null,
  option: Bill['options'][number] | undefined,
  { text, baseline }: Words,
): ReportCell | null => {
  if (option === undefined) return null;
  const key = `${option.id}:${row.id}:total`;
  if (cell === null) {
    const words = row.kind === 'difference' && option.id === baseline ? text('baseline') : '–';
    return { key, text: words, value: null, title: '', tone: 'muted', subject: null };
  }
  if (cell.difference !== null) return differenceCell(option.id, cell.difference, cell.subject, text);
  if (cell.money === null) {
    return { key, text: text('noAmount'), value: null, title: text('noAmount'), tone: 'bad', subject: cell.subject };
  }
  const lacking = cell.missing > 0 ? text('missingHere', { count: cell.missing }) : null;
  const warning = row.kind === 'total' && !option.complete ? text('incomplete') : lacking;
  return moneyCell({ key, money: cell.money, subject: cell.subject, warning, showZero: row.kind === 'total' });
};

/** Green only where both options are complete: an incomplete one is never called cheaper. */
const differenceCell = (option: string, difference: Difference, subject: ReportCell['subject'], text: CompareText): ReportCell => {
  const { amount, percent, complete } = difference;
  const shown = signed(formatMoney(amount < 0n ? -amount : amount), amount);
  return {
    key: `${option}:difference:total`,
    text: shown,
    value: formatFen(amount),
    title: shown,
    tone: !complete ? 'muted' : amount < 0n ? 'good' : 'plain',
    subject,
    aside:
      percent === null
        ? null
        : {
            key: `${option}:percent:total`,
            text: text('percentCell', { percent: signed(percent.replace(/^-/, ''), amount) }),
            value: percent,
          },
    warning: complete ? null : text('incomplete'),
  };
};

const signed = (text: string, amount: bigint): string => (amount < 0n ? `−${text}` : amount > 0n ? `+${text}` : text);

/** Two columns for each option: the month, and the running sum. */
export const monthTable = (rows: readonly MonthRow[], by: CompareBy, text: CompareText): readonly ReportRow[] =>
  rows.map((row) => ({
    id: row.month,
    kind: 'value',
    name: row.month,
    header: (
      <span className="compare-month">
        {row.month}
        {row.crossings.map((crossing) => (
          <em key={`${crossing.before}:${crossing.after}`}>{text('crossed', { before: crossing.before, after: crossing.after })}</em>
        ))}
      </span>
    ),
    cells: row.cells.flatMap(({ option, amount, cumulative }) => [
      moneyCell({
        key: `${option}:${by}:${row.month}`,
        money: fenMoney(amount),
        subject: { kind: 'total', option, total: by, month: row.month },
      }),
      moneyCell({
        key: `${option}:cumulative:${row.month}`,
        money: fenMoney(cumulative),
        subject: { kind: 'cumulative', option, total: by, month: row.month },
      }),
    ]),
  }));

export const monthTotals = (bill: Bill, by: CompareBy, text: CompareText): ReportRow => ({
  id: 'total',
  kind: 'value',
  name: text('total'),
  cells: bill.options.flatMap((option) => [
    moneyCell({
      key: `${option.id}:${by}:total`,
      money: fenMoney(option.totals[by]),
      subject: { kind: 'total', option: option.id, total: by, month: null },
      showZero: true,
      warning: option.complete ? null : text('incomplete'),
    }),
    null,
  ]),
});
