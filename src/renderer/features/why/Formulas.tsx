/** The formulas that a number was computed with: what was typed, what it came to, and the drivers in it with a link to each. */
import type { FormulaFact } from '../../../shared/billing/explanation.ts';
import { fieldName } from '../../../shared/wording/fieldTexts.ts';
import { groupDigits } from '../../ui/format.ts';
import type { WhyContext } from './context.ts';
import { Step } from './Steps.tsx';

interface Props {
  readonly formulas: readonly FormulaFact[];
  readonly context: WhyContext;
}

export const Formulas = ({ formulas, context }: Props) =>
  formulas.map(({ field, text, value, drivers }) => (
    <Step key={field} name={`ƒ ${fieldName(field, context.locale)}`} value={groupDigits(value)}>
      <p>
        <code>{text}</code>
      </p>
      {drivers.length === 0 ? null : (
        <p className="why-inputs">
          {drivers.map((driver) => (
            <button
              key={driver.id}
              type="button"
              className="report-link"
              data-driver={driver.id}
              onClick={() => context.showDriver(driver.id)}
            >
              {`${driver.name} ${groupDigits(driver.value)} ${driver.unit}`.trim()}
            </button>
          ))}
        </p>
      )}
    </Step>
  ));
