/** Words with a number in them: a click, or Enter, asks where it comes from. */
import type { ReactNode } from 'react';
import type { WhySubject } from '../../state/subject.ts';
import './report.css';

interface Props {
  readonly subject: WhySubject;
  readonly onOpen: (subject: WhySubject) => void;
  readonly children: ReactNode;
}

export const WhyLink = ({ subject, onOpen, children }: Props) => (
  <button type="button" className="why-link" data-why-link={subject.kind} onClick={() => onOpen(subject)}>
    {children}
  </button>
);
