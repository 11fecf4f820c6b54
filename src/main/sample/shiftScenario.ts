import type { FieldText, Scenario } from '../../shared/scenario/types.ts';
import { addMonths, addMonthsToMonth, isCivilDate, isMonth, type Month, monthsBetween } from '../../shared/time/calendar.ts';

/** The scenario as if it had been planned from `startMonth`: every month and date moves along; days clamp to the month's last. */
export const shiftScenario = (scenario: Scenario, startMonth: Month): Scenario => {
  const months = monthsBetween(scenario.startMonth, startMonth);
  if (months === 0) return scenario;
  const move = (text: FieldText): FieldText => (text === null ? null : shiftText(text, months));
  return {
    ...scenario,
    startMonth,
    options: scenario.options.map((option) => ({
      ...option,
      nodes: option.nodes.map((line) => ({ ...line, start: move(line.start) })),
      usage: option.usage.map((line) => ({
        ...line,
        from: move(line.from),
        to: move(line.to),
        monthly: Object.fromEntries(Object.entries(line.monthly).map(([month, text]) => [shiftText(month, months), text])),
      })),
      packs: option.packs.map((line) => ({ ...line, start: move(line.start), expiry: move(line.expiry) })),
    })),
  };
};

const shiftText = (text: string, months: number): string => {
  if (isMonth(text)) return addMonthsToMonth(text, months);
  return isCivilDate(text) ? addMonths(text, months) : text;
};
