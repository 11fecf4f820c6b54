/**
 * What is said on the cells of a line: its note on the cell of its id, notes on the cells that they stand at, errors and warnings on the
 * cell of their field, or of the SKU where they are about the line as a whole. Sentences are those of the window.
 */
import type { Issue } from '../../shared/core/issue.ts';
import { cellNotes } from '../../shared/scenario/notes.ts';
import type { Line } from '../../shared/scenario/types.ts';
import { issueText } from '../../shared/wording/issueTexts.ts';
import type { LineColumn } from './columns.ts';
import type { BilledOption, ExportContext } from './exportContext.ts';
import type { Cell } from './model.ts';

export type Commented = (option: BilledOption, line: Line, column: LineColumn, cell: Cell | null) => Cell | null;

/** `fields`: those that have a cell. */
export const makeCommented = (context: ExportContext, fields: ReadonlySet<string>): Commented => {
  const known = new WeakMap<BilledOption, ReadonlyMap<string, readonly Issue[]>>();
  const issuesOf = (option: BilledOption, line: string): readonly Issue[] => {
    const found = known.get(option) ?? groupByLine(option.bill.issues);
    known.set(option, found);
    return found.get(line) ?? [];
  };
  return (option, line, column, cell) => {
    if (column.key === 'id') return line.note === '' ? cell : withComment(cell, line.note, null);
    if (column.field === null) return cell;
    const note = cellNotes(line)[column.field];
    const issues = issuesOf(option, line.id).filter(({ field }) => (field !== null && fields.has(field) ? field : 'sku') === column.field);
    if (issues.length === 0) return note === undefined ? cell : withComment(cell, note, null);
    const { locale, priceBook } = context;
    const sentences = new Set(issues.map((issue) => issueText(issue, { locale, priceBook, sku: line.sku })));
    return withComment(
      cell,
      [...(note === undefined ? [] : [note]), ...sentences].join('\n'),
      issues.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
    );
  };
};

const withComment = (cell: Cell | null, comment: string, flag: 'error' | 'warning' | null): Cell => ({
  ...(cell ?? { value: null, style: 'text' }),
  comment,
  ...(flag === null ? {} : { flag }),
});

const groupByLine = (issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> => {
  const lines = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.severity === 'info') continue;
    const list = lines.get(issue.line) ?? [];
    lines.set(issue.line, list);
    list.push(issue);
  }
  return lines;
};
