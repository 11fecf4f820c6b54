/** A labelled dropdown of a report's toolbar. */
import { useId } from 'react';
import './report.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly id: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

export const Choice = <T extends string>({ label, value, choices, onChange }: Props<T>) => {
  const id = useId();
  const choose = (chosen: string): void => {
    const choice = choices.find((candidate) => candidate.id === chosen);
    if (choice !== undefined) onChange(choice.id);
  };
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
};
