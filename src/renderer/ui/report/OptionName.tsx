/** An option as columns, legends and sentences name it: its colour, its letter and its name. */
import './report.css';

const COLORS = ['a', 'b', 'c', 'd'] as const;

export const optionColorName = (index: number): string => `--option-${COLORS[index % COLORS.length] ?? 'a'}`;

export const OptionName = ({ id, name, index }: { readonly id: string; readonly name: string; readonly index: number }) => (
  <span className="option-name" title={`${id} ${name}`}>
    <i aria-hidden="true" style={{ background: `var(${optionColorName(index)})` }} />
    <b>{id}</b>
    {name === id ? null : <span>{name}</span>}
  </span>
);
