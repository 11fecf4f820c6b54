/**
 * Every issue of every option, assumptions included, with the cell that it stands on; then every used price whose source is assumed.
 * The cell is plain text (`Usage!E5`): it can be typed into the name box, and no link goes stale.
 * Source: billing.md, section 7.
 */
import type { Issue } from '../../../shared/core/issue.ts';
import { type Line, SHEETS, type SheetId } from '../../../shared/scenario/types.ts';
import { issueText } from '../../../shared/wording/issueTexts.ts';
import { FIRST_LINE_ROW, HEADER_ROW } from '../columns.ts';
import type { BilledOption, ExportContext } from '../exportContext.ts';
import { type Row, type SheetModel, textCell } from '../model.ts';
import { usedSkus } from '../prices.ts';
import { HEADERS, type HeaderKey, SHEET_NAMES } from '../texts.ts';

const COLUMNS = [
  { key: 'option', width: 10 },
  { key: 'id', width: 10 },
  { key: 'place', width: 16 },
  { key: 'severity', width: 10 },
  { key: 'code', width: 26 },
  { key: 'sentence', width: 110 },
] as const satisfies readonly { readonly key: HeaderKey; readonly width: number }[];

export const makeIssuesSheet = (context: ExportContext): SheetModel => ({
  name: SHEET_NAMES.issues[context.locale],
  veryHidden: false,
  widths: COLUMNS.map((column) => column.width),
  frozen: { rows: HEADER_ROW, columns: 3 },
  filterRow: HEADER_ROW,
  lock: 'facts',
  rows: issueRows(context),
});

const issueRows = function* (context: ExportContext): Generator<Row> {
  yield [textCell(`${SHEET_NAMES.issues[context.locale]} · ${context.scenario.name}`, 'title')];
  yield [textCell(context.say('issuesOf'), 'subtitle')];
  yield COLUMNS.map(({ key }) => textCell(HEADERS[key][context.locale], 'header'));
  for (const option of context.options) {
    const { issues } = option.bill;
    const places = findPlaces(option, new Set(issues.map(({ line }) => line)));
    for (const issue of issues) yield rowOf(context, { issue, option: option.option.id, ...placeOf(context, option, issue, places) });
  }
  yield* assumedPrices(context);
};

interface Place {
  readonly sheet: SheetId;
  readonly index: number;
  readonly line: Line;
}

const findPlaces = ({ option }: BilledOption, wanted: ReadonlySet<string>): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  if (wanted.size === 0) return places;
  for (const sheet of SHEETS) {
    for (const [index, line] of option[sheet].entries()) if (wanted.has(line.id)) places.set(line.id, { sheet, index, line });
  }
  return places;
};

/** The cell of the issue's field; of its SKU where it is about the line as a whole. */
const placeOf = (
  context: ExportContext,
  option: BilledOption,
  issue: Issue,
  places: ReadonlyMap<string, Place>,
): { readonly cell: string; readonly sku: string | undefined } => {
  const place = places.get(issue.line);
  if (place === undefined) return { cell: '', sku: undefined };
  const { sheet, index, line } = place;
  const column = context.columns[sheet].find(({ field }) => field !== null && field === issue.field);
  const row = context.rowOf(sheet, option.number, index);
  return { cell: `${SHEET_NAMES[sheet][context.locale]}!${context.lettersOf(sheet, column?.key ?? 'sku')}${row}`, sku: line.sku };
};

const rowOf = (
  { locale, priceBook, say }: ExportContext,
  input: { readonly issue: Issue; readonly option: string; readonly cell: string; readonly sku: string | undefined },
): Row => {
  const { issue, option, cell, sku } = input;
  const sentence = issueText(issue, { locale, priceBook, ...(sku === undefined ? {} : { sku }) });
  const style = issue.severity === 'error' ? 'problem' : 'text';
  return [
    textCell(option),
    textCell(issue.line),
    textCell(cell),
    textCell(say(issue.severity), style),
    textCell(issue.code),
    textCell(sentence, style),
  ];
};

const assumedPrices = function* (context: ExportContext): Generator<Row> {
  const { locale } = context;
  for (const [index, sku] of usedSkus(context).entries()) {
    if (sku.source.assumed !== true) continue;
    const params = { reason: 'source', sku: sku.sku, note: sku.source.note ?? '' };
    const issue: Issue = { code: 'ASSUMPTION', severity: 'info', line: '', field: null, params };
    const cell = `'${SHEET_NAMES.priceBook[locale]}'!A${FIRST_LINE_ROW + index}`;
    yield rowOf(context, { issue, option: '', cell, sku: sku.sku });
  }
};
