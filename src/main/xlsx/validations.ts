/**
 * What the cells of lines and drivers take without a question, for these and some rows below them: the choices and limits of Costbook's own
 * grid.
 *
 * Rule: Excel asks, and Costbook decides; only an unknown option and a driver's name that is there twice are refused: they could not be imported. Choices stand on a
 * hidden sheet, but for node lines: those are cells of the sheet of nodes, so that a new one can be chosen.
 * Source: billing.md, section 1 (limits).
 */
import {
  countReader,
  growthReader,
  instancesReader,
  monthsReader,
  quantityReader,
  remainingReader,
} from '../../shared/billing/read/limits.ts';
import { packAmountReader, unitPriceReader } from '../../shared/pricebook/limits.ts';
import type { SheetId } from '../../shared/scenario/types.ts';
import { FIRST_LINE_ROW, type LineColumn } from './columns.ts';
import { driverLetters } from './driverColumns.ts';
import type { ExportContext } from './exportContext.ts';
import { sheetReference, type Validation } from './model.ts';
import { LISTS, listSource } from './sheets/listsSheet.ts';
import { SHEET_NAMES } from './texts.ts';
import { ERRORS, PROMPTS, type PromptKey, refusalOf } from './validationTexts.ts';

/** Rows below the lines that know the same choices. */
export const SPARE_ROWS = 500;
const LAST_ROW = 1_048_576;

const bounds = ({ limits }: typeof countReader): { readonly min: string; readonly max: string } => ({ min: limits.min, max: limits.max });

const NUMBERS: Partial<Record<PromptKey, Validation['rule'] & { readonly min: string; readonly max: string }>> = {
  count: { kind: 'whole', ...bounds(countReader) },
  months: { kind: 'whole', ...bounds(monthsReader) },
  instances: { kind: 'whole', ...bounds(instancesReader) },
  quantity: { kind: 'decimal', ...bounds(quantityReader) },
  override: { kind: 'decimal', ...bounds(quantityReader) },
  growth: { kind: 'decimal', ...bounds(growthReader) },
  price: { kind: 'decimal', ...bounds(unitPriceReader(1)) },
  amount: { kind: 'decimal', ...bounds(packAmountReader) },
  remaining: { kind: 'decimal', ...bounds(remainingReader) },
};

export const lineValidations = (context: ExportContext, sheet: SheetId): readonly Validation[] => {
  const last = lastRow(context, sheet);
  return context.columns[sheet].flatMap((column) => {
    const key = promptOf(column);
    if (key === null) return [];
    const letters = context.lettersOf(sheet, column.key);
    const cells = (first: number, until: number): string => `${letters}${first}:${letters}${Math.min(LAST_ROW, until)}`;
    const say = (rule: Validation['rule']): Omit<Validation, 'range'> => sayRule(context, key, rule);
    const rows = cells(FIRST_LINE_ROW, last + SPARE_ROWS);
    if (key !== 'onNodes') return [{ range: rows, ...say(ruleOf(context, sheet, key)) }];
    // Lines of an option stand together: each block knows the node lines of its option, a new line all of them.
    const blocks = context.options.flatMap(({ number, option }) => {
      const first = context.rowOf('usage', number, 0);
      return option.usage.length === 0 ? [] : [{ range: cells(first, first + option.usage.length - 1), ...say(nodesOf(context, number)) }];
    });
    return [...blocks, { range: cells(last + 1, last + SPARE_ROWS), ...say(nodesOf(context, null)) }];
  });
};

/** Nothing that a driver may hold is less or more: 40 digits. */
const LARGEST = '1E+40';

export const driverValidations = (context: ExportContext): readonly Validation[] => {
  const last = FIRST_LINE_ROW - 1 + context.driverCells.drivers.length + SPARE_ROWS;
  const [name, value] = [driverLetters('driverName'), driverLetters('driverValue')];
  const rangeOf = (letters: string): string => `${letters}${FIRST_LINE_ROW}:${letters}${last}`;
  const cells = `$${name}$${FIRST_LINE_ROW}:$${name}$${last}`;
  return [
    { range: rangeOf(name), ...sayRule(context, 'driverName', { kind: 'unique', cells, first: `${name}${FIRST_LINE_ROW}` }) },
    { range: rangeOf(value), ...sayRule(context, 'driverValue', { kind: 'decimal', min: `-${LARGEST}`, max: LARGEST }) },
  ];
};

const lastRow = (context: ExportContext, sheet: SheetId): number =>
  FIRST_LINE_ROW - 1 + context.options.reduce((count, { option }) => count + option[sheet].length, 0);

const promptOf = ({ key, field }: LineColumn): PromptKey | null => {
  if (key.startsWith('m:')) return 'override';
  return (field !== null || key === 'option') && key in PROMPTS ? (key as PromptKey) : null;
};

const ruleOf = (context: ExportContext, sheet: SheetId, key: PromptKey): Validation['rule'] => {
  const number = NUMBERS[key];
  if (number !== undefined) return number;
  if (key === 'start' || key === 'expiry') return { kind: 'date' };
  const list = LISTS.find((each) => each === (key === 'sku' ? sheet : key));
  const source = list === undefined ? null : listSource(context, list);
  return source === null ? { kind: 'any' } : { kind: 'list', source };
};

const nodesOf = (context: ExportContext, optionNumber: number | null): Validation['rule'] => {
  const option = context.options.find(({ number }) => number === optionNumber)?.option;
  const first = optionNumber === null ? FIRST_LINE_ROW : context.rowOf('nodes', optionNumber, 0);
  const last = option === undefined ? lastRow(context, 'nodes') + SPARE_ROWS : first + option.nodes.length - 1;
  if (last < first) return { kind: 'any' };
  const column = context.lettersOf('nodes', 'id');
  return { kind: 'list', source: `${sheetReference(SHEET_NAMES.nodes[context.locale])}$${column}$${first}:$${column}$${last}` };
};

const sayRule = ({ locale }: ExportContext, key: PromptKey, rule: Validation['rule']): Omit<Validation, 'range'> => {
  const { min, max } = 'min' in rule ? rule : { min: '', max: '' };
  const refusal = refusalOf(key);
  return {
    rule,
    prompt: PROMPTS[key][locale].replace('{min}', min).replace('{max}', max),
    error: (refusal ?? ERRORS.unexpected)[locale],
    refuses: refusal !== null,
  };
};

/** As the library takes it. */
export const validationRule = ({ rule, prompt, error, refuses }: Validation): Readonly<Record<string, unknown>> => ({
  ...libraryRule(rule),
  allowBlank: true,
  showInputMessage: true,
  prompt,
  ...(rule.kind === 'any' ? {} : { showErrorMessage: true, errorStyle: refuses ? 'stop' : 'warning', errorTitle: 'Costbook', error }),
});

const FIRST_DAY = new Date(Date.UTC(1900, 2, 1));

const libraryRule = (rule: Validation['rule']): Readonly<Record<string, unknown>> => {
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formulae: [rule.source] };
    case 'date':
      return { type: 'date', operator: 'greaterThanOrEqual', formulae: [FIRST_DAY] };
    case 'unique':
      return { type: 'custom', formulae: [`COUNTIF(${rule.cells},${rule.first})=1`] };
    case 'any':
      return { type: 'any' };
    case 'whole':
    case 'decimal':
      return { type: rule.kind, operator: 'between', formulae: [rule.min, rule.max] };
  }
};
