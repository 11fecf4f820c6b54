/**
 * The hidden scenario, and on top of it what a colleague changed in the visible sheets.
 *
 * Rule: a cell that says what the export said keeps the exact hidden value; a cell that says something else wins, brought to
 * canonical text as if typed. A row without a known line id is a new line, a line without a row is removed, and lines stand in the
 * order of their rows. Columns that are gone change nothing. Names of the scenario and of options, the edition and the horizon come
 * from the hidden sheet. A formula also stays where its cell says what it comes to with drivers that were changed in the workbook.
 * Errors: VALUE_INVALID at the cell that names no option.
 */
import { makeIdSource } from '../../../shared/core/ids.ts';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { makeLine } from '../../../shared/scenario/blank.ts';
import { setField } from '../../../shared/scenario/patch.ts';
import { resolveScenario } from '../../../shared/scenario/resolve.ts';
import { canonicalText } from '../../../shared/scenario/typed.ts';
import { type Line, type LineOf, type Option, type Scenario, SHEETS, type SheetId } from '../../../shared/scenario/types.ts';
import { shownText } from '../sanitise.ts';
import { shownField } from '../visible.ts';
import type { PlacedLine } from './decode.ts';

/** Prefixes of new lines' ids. */
const PREFIXES: Readonly<Record<SheetId, string>> = { nodes: 'n', usage: 'u', packs: 'p' };
const LONGEST_ID = 64;

export interface Merged {
  readonly scenario: Scenario;
  /** [option, line] of each row, in the order of the rows */
  readonly owners: ReadonlyMap<PlacedLine, { readonly option: string; readonly line: string }>;
}

/** `hidden` has the drivers of the workbook; `exported` those of the export. */
export const mergeVisible = (hidden: Scenario, rows: readonly PlacedLine[], exported: Scenario): Result<Merged> => {
  const byOption = new Map<Option, PlacedLine[]>(hidden.options.map((option) => [option, []]));
  for (const row of rows) {
    const option = findOption(hidden, row);
    if (option === null) {
      const place = `${row.sheetName}!${row.columns.get('option') ?? 'A'}${row.row}`;
      return fail('VALUE_INVALID', place, { value: row.option, expected: hidden.options.map(({ id }) => id).join(', ') });
    }
    byOption.get(option)?.push(row);
  }
  const owners = new Map<PlacedLine, { readonly option: string; readonly line: string }>();
  const shown = resolvedOptions(exported);
  const now = exported === hidden ? shown : resolvedOptions(hidden);
  const options = hidden.options.map((option) => {
    const cells = { shown: shown.get(option.id) ?? option, now: now.get(option.id) ?? option };
    return mergeOption(option, cells, byOption.get(option) ?? [], owners);
  });
  return ok({ scenario: { ...hidden, options }, owners });
};

const resolvedOptions = (scenario: Scenario): ReadonlyMap<string, Option> =>
  new Map(resolveScenario(scenario).scenario.options.map((option) => [option.id, option]));

/** The option that a row names; a row that names none belongs to the only option. */
const findOption = (hidden: Scenario, row: PlacedLine): Option | null => {
  if (row.option === '' && hidden.options.length === 1) return hidden.options[0] ?? null;
  return hidden.options.find((option) => shownText(option.id) === row.option) ?? null;
};

/** `shown`: the option with the results of its formulas, as the cells said; `now`: with those that they have by now. */
const mergeOption = (
  option: Option,
  { shown, now }: { readonly shown: Option; readonly now: Option },
  rows: readonly PlacedLine[],
  owners: Map<PlacedLine, { readonly option: string; readonly line: string }>,
): Option => {
  const known = new Map(SHEETS.flatMap((sheet) => option[sheet].map((line): [string, Line] => [`${sheet} ${shownText(line.id)}`, line])));
  const taken = new Set([...known.values()].map((line) => line.id));
  const named = rows.map((row) => row.id);
  const nextOf = {
    nodes: makeIdSource(PREFIXES.nodes, [...taken, ...named]),
    usage: makeIdSource(PREFIXES.usage, [...taken, ...named]),
    packs: makeIdSource(PREFIXES.packs, [...taken, ...named]),
  };
  const linesOf = <S extends SheetId>(sheet: S, lines: readonly LineOf[S][]): readonly LineOf[S][] => {
    const byId = new Map(lines.map((line) => [shownText(line.id), line]));
    const shownById = new Map(shown[sheet].map((line) => [shownText(line.id), line]));
    const nowById = now === shown ? shownById : new Map(now[sheet].map((line) => [shownText(line.id), line]));
    return rows
      .filter((row) => row.sheet === sheet)
      .map((row) => {
        const line = byId.get(row.id);
        byId.delete(row.id);
        const merged =
          line === undefined
            ? newLine(sheet, freshId(row.id, taken, nextOf[sheet]), row)
            : changedLine(sheet, line, row, [shownById.get(row.id) ?? line, nowById.get(row.id) ?? line]);
        owners.set(row, { option: option.id, line: merged.id });
        return merged;
      });
  };
  return {
    ...option,
    nodes: linesOf('nodes', option.nodes),
    usage: linesOf('usage', option.usage),
    packs: linesOf('packs', option.packs),
  };
};

/** The id in the row where it is free, a new one for a copied row or none. */
const freshId = (wanted: string, taken: Set<string>, next: () => string): string => {
  const id = wanted === '' || wanted.length > LONGEST_ID || taken.has(wanted) ? next() : wanted;
  taken.add(id);
  return id;
};

const changedLine = <S extends SheetId>(sheet: S, line: LineOf[S], row: PlacedLine, shown: readonly Line[] = [line]): LineOf[S] => {
  let changed = line;
  for (const [field, text] of row.cells) {
    if (shown.some((each) => text === shownField(each, field))) continue;
    changed = setField(changed, field, text === null ? null : canonicalText(sheet, field, text));
  }
  return changed;
};

const newLine = <S extends SheetId>(sheet: S, id: string, row: PlacedLine): LineOf[S] => changedLine(sheet, makeLine(sheet, id), row);
