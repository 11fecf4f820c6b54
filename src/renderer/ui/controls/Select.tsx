/** A native select with its name before it. */
import './fields.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly title?: string;
}

export const Select = ({ label, value, choices, onChange, title }: Props) => (
  <label className="field" title={title}>
    <span className="field-label">{label}</span>
    <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
);
