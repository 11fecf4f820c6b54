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
}

export const whyContext = (input: {
  readonly text: WhyText;
  readonly locale: Locale;
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
}): WhyContext => ({ text: input.text, locale: input.locale, scenario: input.scenario, index: indexPriceBook(input.priceBook) });

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

/** 'A · Cash · 2026-03' */
export const titleOf = (context: WhyContext, subject: WhySubject): string => {
  const { text } = context;
  const join = (...parts: readonly string[]): string => [subject.option, ...parts].join(' · ');
  switch (subject.kind) {
    case 'charge':
      return join(lineName(context, subject.option, subject.line), subject.month);
    case 'node':
    case 'pack':
      return join(lineName(context, subject.option, subject.line));
    case 'total':
      return join(text(`total.${subject.total}`), subject.month ?? text('whole'));
    case 'lines': {
      const [line, ...others] = subject.lines;
      const what =
        line !== undefined && others.length === 0
          ? lineName(context, subject.option, line)
          : text('someLines', { count: subject.lines.length });
      return join(text(`total.${subject.total}`), what, ...(subject.month === null ? [] : [subject.month]));
    }
    case 'cumulative':
      return join(text(`total.${subject.total}`), text('until', { month: subject.month }));
    case 'difference': {
      const period = subject.month === null ? [] : [subject.month];
      return [text('against', { option: subject.option, baseline: subject.baseline }), text(`total.${subject.total}`), ...period].join(
        ' · ',
      );
    }
  }
};
