/** What the views of the panel share: words, language, names of lines. */
import type { Locale } from '../../../shared/ipc/contract.ts';
import { indexPriceBook, type PriceBookIndex } from '../../../shared/pricebook/find.ts';
import type { PriceBook } from '../../../shared/pricebook/types.ts';
import type { Option, Scenario, SheetId } from '../../../shared/scenario/types.ts';
import { SHEETS } from '../../../shared/scenario/types.ts';
import type { WhySubject } from '../../state/subject.ts';
import { localName } from '../../ui/report/names.ts';
import type { WhyText } from './texts.ts';

export interface WhyContext {
  readonly text: WhyText;
  readonly locale: Locale;
  readonly scenario: Scenario;
  readonly index: PriceBookIndex;
  /** goes one step deeper, or back; the focus follows */
  readonly open: (subject: WhySubject) => void;
}

export const whyContext = ({ priceBook, ...input }: Omit<WhyContext, 'index'> & { readonly priceBook: PriceBook }): WhyContext => ({
  ...input,
  index: indexPriceBook(priceBook),
});

export const findOption = ({ scenario }: WhyContext, id: string): Option | undefined => scenario.options.find((option) => option.id === id);

/** The sheet that a line of an option stands on. */
export const findSheet = (context: WhyContext, option: string, line: string): SheetId | undefined =>
  SHEETS.find((sheet) => findOption(context, option)?.[sheet].some(({ id }) => id === line));

/** The name of the line's SKU; the id where it has none. */
export const lineName = (context: WhyContext, option: string, line: string): string => {
  const sheet = findSheet(context, option, line);
  const sku = sheet === undefined ? line : (findOption(context, option)?.[sheet].find(({ id }) => id === line)?.sku ?? line);
  const found = context.index.findSku(sku);
  return found === undefined ? sku || line : localName(found.name, context.locale);
};

export interface Title {
  /** what is explained: a line, or a total */
  readonly main: string;
  /** of which option and when */
  readonly detail: string;
}

export const titleText = ({ main, detail }: Title): string => `${main} · ${detail}`;

export const titleOf = (context: WhyContext, subject: WhySubject): Title => {
  const { text } = context;
  const { option } = subject;
  const detail = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');
  switch (subject.kind) {
    case 'charge':
      return { main: lineName(context, option, subject.line), detail: detail(option, subject.month) };
    case 'node':
    case 'pack':
      return { main: lineName(context, option, subject.line), detail: detail(option, text(`kind.${subject.kind}`)) };
    case 'total':
      return { main: text(`total.${subject.total}`), detail: detail(option, subject.month ?? text('whole')) };
    case 'lines': {
      const [line, ...others] = subject.lines;
      const sole = line !== undefined && others.length === 0;
      const main = sole ? lineName(context, option, line) : text('someLines', { count: subject.lines.length });
      return { main, detail: detail(option, text(`total.${subject.total}`), subject.month ?? text('whole')) };
    }
    case 'cumulative':
      return { main: text(`total.${subject.total}`), detail: detail(option, text('until', { month: subject.month })) };
    case 'difference': {
      const main = text('against', { option, baseline: subject.baseline });
      return { main, detail: detail(text(`total.${subject.total}`), subject.month ?? text('whole')) };
    }
  }
};
