/** A choice between a few words that are all in sight: one tab stop, arrow keys choose. */
import { useId } from 'react';
import './report.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly id: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

export const Segmented = <T extends string>({ label, value, choices, onChange }: Props<T>) => {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.id} data-on={choice.id === value}>
          <input type="radio" name={name} checked={choice.id === value} onChange={() => onChange(choice.id)} />
          {choice.text}
        </label>
      ))}
    </fieldset>
  );
};
