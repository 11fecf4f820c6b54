/** Rule: where the panel has been. A new number goes deeper; the number before the last one goes back; nothing explained forgets all. */
import type { WhySubject } from '../../state/subject.ts';
import { subjectKey } from '../../ui/report/subject.ts';

export type Trail = readonly WhySubject[];
const MAX_STEPS = 50;

export const followTrail = (trail: Trail, subject: WhySubject | null): Trail => {
  if (subject === null) return trail.length === 0 ? trail : [];
  const key = subjectKey(subject);
  const [before, last] = [trail.at(-2), trail.at(-1)];
  if (last !== undefined && subjectKey(last) === key) return trail;
  if (before !== undefined && subjectKey(before) === key) return trail.slice(0, -1);
  return [...trail, subject].slice(-MAX_STEPS);
};
