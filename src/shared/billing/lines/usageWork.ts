/** A usage line on its way to its charges: read, then rated. What is worth saying about it is found when somebody asks. */
import type { Issue } from '../../core/issue.ts';
import { findUsageIssues } from '../lineFindings.ts';
import type { ReadUsage } from '../read/readUsage.ts';
import type { RatedLine } from './ratedLine.ts';

export class UsageWork {
  readonly read: ReadUsage;
  /** null: dropped by an error, or paid with a node */
  readonly rated: RatedLine | null;
  #issues: readonly Issue[] | null = null;

  constructor(read: ReadUsage, rated: RatedLine | null) {
    this.read = read;
    this.rated = rated;
  }

  /** Of its fields, then what its months show. */
  get issues(): readonly Issue[] {
    this.#issues ??= this.rated === null ? this.read.issues : [...this.read.issues, ...findUsageIssues(this.rated)];
    return this.#issues;
  }
}
