/**
 * Reads the text fields of one line and collects what is wrong with them. Nothing here throws, whatever the text is: a value that
 * cannot be read is null and has its issue, and the caller drops the line once all its fields are read.
 *
 * Source: billing.md, sections 1, 2 and 7.
 */
import type { Issue, IssueCode } from '../../core/issue.ts';
import { formatFixed } from '../../numeric/fixed.ts';
import type { DecimalReader } from '../../numeric/limits.ts';
import type { PriceBookIndex } from '../../pricebook/find.ts';
import type { Sku } from '../../pricebook/types.ts';
import { formulaErrorOf } from '../../scenario/resolve.ts';
import type { FieldText, Line } from '../../scenario/types.ts';
import { type DayNumber, firstDayNumber, isCivilDate, isMonth, parseDate, parseMonth } from '../../time/calendar.ts';
import { issueOf } from '../issues.ts';

// A megabyte pasted into a cell is not repeated in its issue.
const LONGEST_VALUE = 100;

export class LineReader {
  readonly issues: Issue[] = [];
  readonly line: string;
  readonly #source: Line;

  /** `line`: resolved, its formulas are numbers */
  constructor(line: Line) {
    this.line = line.id;
    this.#source = line;
  }

  get hasError(): boolean {
    return this.issues.some((issue) => issue.severity === 'error');
  }

  add(code: IssueCode, field: string | null, params: Readonly<Record<string, string>> = {}): null {
    this.issues.push(issueOf({ code, line: this.line, field, params }));
    return null;
  }

  /** A formula that stands where a number belongs has failed: its own error says why. */
  invalid(field: string, text: FieldText, params: Readonly<Record<string, string>>): null {
    const failed = formulaErrorOf(this.#source, field);
    if (failed !== null) return this.add(failed.code, field, withFormula(failed.params, text ?? ''));
    return this.add('VALUE_INVALID', field, { value: (text ?? '').slice(0, LONGEST_VALUE), ...params });
  }

  /** An integer of 10^-decimals; `fallback` where nothing is given, or an error where there is none. */
  decimal(field: string, text: FieldText, reader: DecimalReader, fallback: bigint | null = null): bigint | null {
    if (text === null && fallback !== null) return fallback;
    const value = text === null ? null : reader.read(text);
    if (value !== null) return value;
    const { decimals, min, max } = reader.limits;
    return this.invalid(field, text, { min, max, decimals: String(decimals) });
  }

  /** At most `max`, a value of the same scale. */
  decimalAtMost(field: string, text: string, reader: DecimalReader, max: bigint): bigint | null {
    const value = reader.read(text);
    if (value !== null && value <= max) return value;
    const { decimals, min } = reader.limits;
    return this.invalid(field, text, { min, max: formatFixed(max, decimals), decimals: String(decimals) });
  }

  date(field: string, text: FieldText, fallback: DayNumber): DayNumber | null {
    if (text === null) return fallback;
    return isCivilDate(text) ? parseDate(text) : this.invalid(field, text, { expected: 'date' });
  }

  /** A month or a date: the first day of it ('start'), or the day after it ('end', so that the period is [start, end)). */
  periodBound(field: string, text: FieldText, edge: 'start' | 'end'): DayNumber | null {
    if (text === null) return null;
    if (isMonth(text)) return firstDayNumber(parseMonth(text) + (edge === 'end' ? 1 : 0));
    if (isCivilDate(text)) return parseDate(text) + (edge === 'end' ? 1 : 0);
    return this.invalid(field, text, { expected: 'monthOrDate' });
  }

  sku<K extends Sku['kind']>(index: PriceBookIndex, id: string, kind: K): Extract<Sku, { kind: K }> | null {
    const sku = index.findSku(id);
    if (sku === undefined) return this.add('SKU_NOT_FOUND', 'sku', { sku: id.slice(0, LONGEST_VALUE), edition: index.book.edition });
    if (!isKind(sku, kind)) return this.add('SKU_KIND_MISMATCH', 'sku', { sku: id, kind: sku.kind, expected: kind });
    return sku;
  }
}

/** The formula that failed: the line's own, or that of the driver it stands in. */
const withFormula = (params: Issue['params'], text: string): Issue['params'] => ({
  ...params,
  formula: (params.formula ?? text).slice(0, LONGEST_VALUE),
});

const isKind = <K extends Sku['kind']>(sku: Sku, kind: K): sku is Extract<Sku, { kind: K }> => sku.kind === kind;
