/** What a table of numbers is made of. */
import type { ReactNode } from 'react';
import type { WhySubject } from '../../state/subject.ts';

export type Tone = 'plain' | 'muted' | 'good' | 'bad';
export interface ReportCell {
  /** `<option>:<key>:<month or total>`, for `data-cell` */
  readonly key: string;
  readonly text: string;
  /** exact decimal for `data-value`; null where the cell holds no number */
  readonly value: string | null;
  /** the exact text for the hover */
  readonly title: string;
  readonly tone: Tone;
  readonly subject: WhySubject | null;
  /** a second number in the same cell: the percent of a difference */
  readonly aside?: { readonly key: string; readonly text: string; readonly value: string } | null;
  /** a word before the number: 'incomplete' */
  readonly warning?: string | null;
}
export interface ReportColumn {
  readonly id: string;
  /** in words, for other programs too */
  readonly name: string;
  /** shown in place of its name */
  readonly header?: ReactNode;
}
export interface ReportRow {
  readonly id: string;
  readonly kind: 'value' | 'total' | 'group';
  readonly name: string;
  readonly header?: ReactNode;
  /** one for each column; null = nothing there. None for a group. */
  readonly cells: readonly (ReportCell | null)[];
}
