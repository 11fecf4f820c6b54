/** One choice of a few, side by side; native radio buttons, so arrow keys and names come with them. */
import { useId } from 'react';
import './fields.css';

interface Props<V extends string> {
  /** accessible name of the group */
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

export const Segmented = <V extends string>({ label, value, choices, onChange }: Props<V>) => {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
};
