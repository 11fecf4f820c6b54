/** The end of a trail that leads to the user: what was typed on the line, each with a link to its cell. */
import { getField } from '../../../shared/scenario/patch.ts';
import { fieldName } from '../../../shared/wording/fieldTexts.ts';
import { groupDigits } from '../../ui/format.ts';
import type { WhyContext } from './context.ts';

interface Props {
  /** of the line that is explained; those that are empty are left out */
  readonly fields: readonly string[];
  readonly context: WhyContext;
}

export const Inputs = ({ fields, context }: Props) => {
  const { text, locale, place, reveal } = context;
  if (place === null) return null;
  const typed = fields.flatMap((field) => {
    const value = getField(place.line, field);
    return value === null ? [] : [{ field, value }];
  });
  if (typed.length === 0) return null;
  return (
    <p className="why-inputs">
      {text('yourInput')}
      {typed.map(({ field, value }) => (
        <button key={field} type="button" className="report-link" data-input={field} onClick={() => reveal(field)}>
          {`${fieldName(field, locale)} ${groupDigits(value)}`}
        </button>
      ))}
    </p>
  );
};
