/** Two subjects are the same number when all their fields are, in whatever order they were written. */
import type { WhySubject } from '../../state/subject.ts';

export const subjectKey = (subject: WhySubject): string => JSON.stringify(Object.entries(subject).toSorted(([a], [b]) => (a < b ? -1 : 1)));
