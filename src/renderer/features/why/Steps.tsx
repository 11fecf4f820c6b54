/** The rows of an explanation: a name, a number at the right edge, and how it came about below. */
import type { ReactNode } from 'react';
import type { WhySubject } from '../../state/subject.ts';

export const Steps = ({ children }: { readonly children: ReactNode }) => <ol className="why-steps">{children}</ol>;

interface StepProps {
  readonly name: ReactNode;
  readonly value: ReactNode;
  readonly children?: ReactNode;
}

export const Step = ({ name, value, children }: StepProps) => (
  <li className="why-step">
    <b>{name}</b>
    <b className="why-number">{value}</b>
    {children === undefined ? null : <div className="why-detail">{children}</div>}
  </li>
);

/** The line under the arithmetic. */
export const Result = ({
  name,
  value,
  warning = null,
}: {
  readonly name: string;
  readonly value: string;
  readonly warning?: string | null;
}) => (
  <p className="why-result">
    <span>
      {name}
      {warning === null ? null : <em> {warning}</em>}
    </span>
    <span className="why-number">{value}</span>
  </p>
);

/** A number that leads deeper. */
export const PartButton = (props: {
  readonly name: string;
  readonly detail: string | null;
  readonly value: string;
  readonly subject: WhySubject | null;
  readonly onOpen: (subject: WhySubject) => void;
}) => {
  const { name, detail, value, subject, onOpen } = props;
  const words = (
    <>
      <span className="why-part-name">
        {name}
        {detail === null ? null : <small>{detail}</small>}
      </span>
      <span className="why-number">{value}</span>
    </>
  );
  return (
    <li>
      {subject === null ? (
        <div className="why-part">{words}</div>
      ) : (
        <button type="button" className="why-part" onClick={() => onOpen(subject)}>
          {words}
        </button>
      )}
    </li>
  );
};
