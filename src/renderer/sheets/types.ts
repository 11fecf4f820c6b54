/** A sheet as data: its columns say what they show, what they offer and what they explain. Another sheet costs a column list. */
import type { OptionBill } from '../../shared/billing/bill.ts';
import type { Issue } from '../../shared/core/issue.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import type { PriceBookIndex } from '../../shared/pricebook/find.ts';
import type { LineOf, Month, Option, Scenario, SheetId } from '../../shared/scenario/types.ts';
import type { CellView, Choice, GridColumn } from '../grid/types.ts';
import type { WhySubject } from '../state/subject.ts';
import type { IssueIndex } from './issueIndex.ts';

/** What is on screen: one option, its bill, its price book. */
export interface SheetContext {
  readonly locale: Locale;
  readonly scenario: Scenario;
  readonly option: Option;
  readonly bill: OptionBill;
  readonly book: PriceBookIndex;
  readonly issues: IssueIndex;
  /** the sentence of an issue */
  readonly say: (issue: Issue) => string;
}

export interface SheetColumn<S extends SheetId> extends GridColumn {
  readonly view: (line: LineOf[S], context: SheetContext) => CellView;
  /** what was typed, as the command should read it; without it just as it was typed */
  readonly parse?: (typed: string) => string;
  readonly total?: (context: SheetContext) => CellView;
  /** null: the blank row */
  readonly choices?: (line: LineOf[S] | null, context: SheetContext) => readonly Choice[];
  /** what "why this number" explains */
  readonly subject?: (line: LineOf[S], context: SheetContext) => WhySubject;
  readonly totalSubject?: (context: SheetContext) => WhySubject;
}

export interface ColumnsInput {
  readonly locale: Locale;
  /** of the horizon */
  readonly months: readonly Month[];
  /** quarters that are one column, like `2026-Q1` */
  readonly folded: readonly string[];
}

export interface SheetDefinition<S extends SheetId> {
  readonly sheet: S;
  readonly columns: (input: ColumnsInput) => readonly SheetColumn<S>[];
}
