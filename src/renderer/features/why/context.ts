/** What the views of the panel share: words, language, names of lines. */
import { PACKS_CATEGORY } from '../../../shared/compare/categories.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { indexPriceBook, type PriceBookIndex } from '../../../shared/pricebook/find.ts';
import type { PriceBook } from '../../../shared/pricebook/types.ts';
import type { Line, Option, Scenario, SheetId } from '../../../shared/scenario/types.ts';
import { SHEETS } from '../../../shared/scenario/types.ts';
import { SHEET_TEXTS } from '../../../shared/wording/fieldTexts.ts';
import { categoryName, localName } from '../../../shared/wording/names.ts';
import type { WhySubject } from '../../state/subject.ts';
import type { WhyText } from './texts.ts';

export interface WhyContext {
  readonly text: WhyText;
  readonly locale: Locale;
  readonly scenario: Scenario;
  readonly index: PriceBookIndex;
  /** goes one step deeper, or back; the focus follows */
  readonly open: (subject: WhySubject) => void;
  /** the one line that is explained, null where there are several */
  readonly place: LinePlace | null;
  /** goes to a cell of that line */
  readonly reveal: (field: string | null) => void;
  /** goes to a driver, by its id */
  readonly showDriver: (driver: string) => void;
  /** goes to a price in the price book */
  readonly showPrice: (edition: string, sku: string) => void;
}
export interface LinePlace {
  readonly option: string;
  readonly sheet: SheetId;
  readonly line: Line;
}

type PanelContext = Omit<WhyContext, 'index' | 'place' | 'reveal'>;

/** Before it is known which line is explained. */
export const whyContext = ({ priceBook, ...input }: PanelContext & { readonly priceBook: PriceBook }): WhyContext => ({
  ...input,
  index: indexPriceBook(priceBook),
  place: null,
  reveal: () => undefined,
});

export const findOption = ({ scenario }: WhyContext, id: string): Option | undefined => scenario.options.find((option) => option.id === id);

/** The sheet that a line of an option stands on. */
export const findSheet = (context: WhyContext, option: string, line: string): SheetId | undefined =>
  SHEETS.find((sheet) => findOption(context, option)?.[sheet].some(({ id }) => id === line));

/** null: no line of the option (an allowance, or one that was deleted). */
export const findPlace = (context: WhyContext, option: string, id: string): LinePlace | null => {
  const sheet = findSheet(context, option, id);
  const line = sheet === undefined ? undefined : findOption(context, option)?.[sheet].find((each) => each.id === id);
  return sheet === undefined || line === undefined ? null : { option, sheet, line };
};

/** The name of the line's SKU; the id where it has none. */
export const lineName = (context: WhyContext, option: string, line: string): string => {
  const sheet = findSheet(context, option, line);
  const sku = sheet === undefined ? line : (findOption(context, option)?.[sheet].find(({ id }) => id === line)?.sku ?? line);
  const found = context.index.findSku(sku);
  return found === undefined ? sku || line : localName(found.name, context.locale);
};

/** Where a line stands: lines with the same SKU differ by it. null: no line of the option (an allowance). */
export const linePlace = (context: WhyContext, option: string, line: string): string | null => {
  const found = findOption(context, option);
  const place = found === undefined ? undefined : placesOf(found).get(line);
  return place === undefined ? null : context.text('place', { sheet: SHEET_TEXTS[context.locale][place.sheet], row: place.row });
};

type Places = ReadonlyMap<string, { readonly sheet: SheetId; readonly row: number }>;
const PLACES = new WeakMap<Option, Places>();

/** Of all lines of an option, made once: a list asks for hundreds. */
const placesOf = (option: Option): Places => {
  const known = PLACES.get(option);
  if (known !== undefined) return known;
  const places: Places = new Map(SHEETS.flatMap((sheet) => option[sheet].map(({ id }, index) => [id, { sheet, row: index + 1 }] as const)));
  PLACES.set(option, places);
  return places;
};

/** A category of the price book, or the packs. */
export const categoryText = ({ text, locale }: WhyContext, category: string): string =>
  category === PACKS_CATEGORY ? text('category.packs') : categoryName(category, locale);

/** Words that stand inside sentences elsewhere. */
const asHeading = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

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
  const place = (line: string): string | null => linePlace(context, option, line);
  switch (subject.kind) {
    case 'charge':
      return { main: lineName(context, option, subject.line), detail: detail(option, place(subject.line), subject.month) };
    case 'node':
    case 'pack':
      return { main: lineName(context, option, subject.line), detail: detail(option, place(subject.line)) };
    case 'total':
      return { main: text(`total.${subject.total}`), detail: detail(option, subject.month ?? text('whole')) };
    case 'lines': {
      const [line, ...others] = subject.lines;
      const sole = line !== undefined && others.length === 0;
      const main = sole ? lineName(context, option, line) : text('someLines', { count: subject.lines.length });
      const where = sole ? place(line) : null;
      return { main, detail: detail(option, where, text(`total.${subject.total}`), subject.month ?? text('whole')) };
    }
    case 'quantity': {
      const [first = '', ...others] = subject.months;
      const when = others.length === 0 ? first : text('period', { start: first, end: others.at(-1) ?? first });
      return { main: lineName(context, option, subject.line), detail: detail(option, place(subject.line), when, text('quantity')) };
    }
    case 'balance':
      return { main: lineName(context, option, subject.line), detail: detail(option, place(subject.line), text(subject.balance)) };
    case 'draws':
      return {
        main: lineName(context, option, subject.pack),
        detail: detail(option, text('total.covered'), lineName(context, option, subject.line), place(subject.line), subject.month),
      };
    case 'class': {
      const { packClass, month } = subject;
      return { main: asHeading(text(`class.${packClass}`)), detail: detail(option, text('total.covered'), month ?? text('whole')) };
    }
    case 'cumulative':
      return { main: text(`total.${subject.total}`), detail: detail(option, text('until', { month: subject.month })) };
    case 'category':
      return {
        main: asHeading(categoryText(context, subject.category)),
        detail: detail(text('against', { option, baseline: subject.baseline }), text(`total.${subject.total}`), text('whole')),
      };
    case 'breakEven': {
      const node = `${option} ${lineName(context, option, subject.node)}`;
      return {
        main: text('breakEven'),
        detail: detail(node, `${subject.usageOption} ${lineName(context, subject.usageOption, subject.usage)}`),
      };
    }
    case 'difference': {
      const main = text('against', { option, baseline: subject.baseline });
      return { main, detail: detail(text(`total.${subject.total}`), subject.month ?? text('whole')) };
    }
  }
};
