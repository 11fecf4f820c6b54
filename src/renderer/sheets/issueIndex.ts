/** The issues of a cell: each cell asks for its own line, so an edit costs nothing for the lines out of sight. */
import type { OptionBill } from '../../shared/billing/bill.ts';
import type { Issue } from '../../shared/core/issue.ts';

export interface IssueIndex {
  /** issues of a field; those of a line as a whole are its `sku`'s */
  readonly find: (line: string, field: string) => readonly Issue[];
  /** an error dropped or flagged the line */
  readonly hasError: (line: string) => boolean;
}

export const indexIssues = (bill: OptionBill): IssueIndex => ({
  find: (line, field) => bill.issuesOf(line).filter((issue) => (issue.field ?? 'sku') === field),
  hasError: (line) => bill.issuesOf(line).some(({ severity }) => severity === 'error'),
});
