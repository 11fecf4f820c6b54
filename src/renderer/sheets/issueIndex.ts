/** The issues of an option by line and field, made once per bill: each cell finds its own in one look. */
import type { OptionBill } from '../../shared/billing/bill.ts';
import type { Issue } from '../../shared/core/issue.ts';

export interface IssueIndex {
  /** issues of a field; those of a line as a whole are its `sku`'s */
  readonly find: (line: string, field: string) => readonly Issue[];
  /** an error dropped or flagged the line */
  readonly hasError: (line: string) => boolean;
}

const NONE: readonly Issue[] = [];
const cache = new WeakMap<OptionBill, IssueIndex>();

export const indexIssues = (bill: OptionBill): IssueIndex => {
  const known = cache.get(bill);
  if (known !== undefined) return known;
  const made = build(bill.issues);
  cache.set(bill, made);
  return made;
};

const build = (issues: readonly Issue[]): IssueIndex => {
  const lines = new Map<string, Map<string, Issue[]>>();
  const errors = new Set<string>();
  for (const issue of issues) {
    if (issue.severity === 'error') errors.add(issue.line);
    const fields = lines.get(issue.line) ?? new Map<string, Issue[]>();
    lines.set(issue.line, fields);
    const field = issue.field ?? 'sku';
    const found = fields.get(field);
    if (found === undefined) fields.set(field, [issue]);
    else found.push(issue);
  }
  return { find: (line, field) => lines.get(line)?.get(field) ?? NONE, hasError: (line) => errors.has(line) };
};
