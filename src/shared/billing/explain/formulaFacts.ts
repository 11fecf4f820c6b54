/** The formulas behind the numbers of a line, with the values of the drivers in them. No formula, no fact. */
import { sameName } from '../../formula/ast.ts';
import { referencesOf } from '../../formula/references.ts';
import { evaluateDrivers, readDrivers } from '../../scenario/drivers.ts';
import { formulaFields } from '../../scenario/formulaPlaces.ts';
import { getField } from '../../scenario/patch.ts';
import { formatRatio, sourceLineOf } from '../../scenario/resolve.ts';
import type { Line, SheetId } from '../../scenario/types.ts';
import type { FormulaFact } from '../explanation.ts';

const SHOWN_DECIMALS = 10;

/** `line`: as it was billed, with results. `isMeant`: the fields that the explained number came from. */
export const formulaFacts = (
  input: { readonly sheet: SheetId; readonly line: Line; readonly drivers: string | null },
  isMeant: (field: string) => boolean = () => true,
): readonly FormulaFact[] => {
  const { sheet, line, drivers } = input;
  const source = sourceLineOf(line);
  if (source === line) return [];
  return formulaFields(sheet, source)
    .filter(isMeant)
    .map((field) => {
      const text = getField(source, field) ?? '';
      return { field, text, value: getField(line, field) ?? '', drivers: driverFacts(text, drivers) };
    });
};

/** Those in the formula, in their order there. */
const driverFacts = (formula: string, text: string | null): FormulaFact['drivers'] => {
  const { find } = evaluateDrivers(text);
  const byName = new Map(readDrivers(text).map((driver) => [sameName(driver.name), driver]));
  return referencesOf(formula).names.flatMap((key) => {
    const driver = byName.get(key);
    const value = find(key);
    if (driver === undefined || value?.ok !== true) return [];
    return { id: driver.id, name: driver.name, unit: driver.unit, value: formatRatio(value.value, SHOWN_DECIMALS) };
  });
};
