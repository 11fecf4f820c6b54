/** Where the user is: read for a gesture's history entry, shown again after undo, redo and reopening. */
import type { ViewState } from '../../shared/ipc/contract.ts';
import type { Place, PlaceRange } from '../../shared/scenario/history.ts';
import type { Scenario } from '../../shared/scenario/types.ts';
import { TABS, type Tab, type UiState, type UiStore } from './ui.ts';

export const isTab = (text: string): text is Tab => (TABS as readonly string[]).includes(text);

export const getPlace = (ui: UiState): Place => {
  const cell = ui.cells[ui.sheet];
  const place = { option: ui.option, sheet: ui.sheet, row: cell?.row ?? null, column: cell?.column ?? null };
  return withRanges(place, ui.ranges[ui.sheet] ?? []);
};

/** A place with nothing but its active cell says nothing of ranges. */
export const withRanges = ({ ranges: _, ...place }: Place, ranges: readonly PlaceRange[]): Place =>
  ranges.length === 0 ? place : { ...place, ranges };

/** Shows a place: its option if it still exists, its sheet and its cell. */
export const showPlace = (ui: UiStore, scenario: Scenario, place: Place): void => {
  const option = getExistingOption(scenario, place.option);
  const sheet = isTab(place.sheet) ? place.sheet : ui.getState().sheet;
  const reveal =
    place.row === null || place.column === null
      ? null
      : { sheet, row: place.row, column: place.column, ...(place.ranges === undefined ? {} : { ranges: place.ranges }) };
  ui.setState({ option, sheet, edition: null, ...(reveal === null ? {} : { reveal }) });
};

/** The state of the window for a scenario that has just been opened. */
export const restoreView = (
  scenario: Scenario,
  view: ViewState | null,
): Pick<UiState, 'sheet' | 'option' | 'cells' | 'ranges' | 'grids' | 'filters' | 'selection' | 'baseline' | 'compareBy' | 'reveal'> => {
  const sheet = view !== null && isTab(view.sheet) ? view.sheet : 'nodes';
  const cells = view?.cells ?? {};
  const cell = cells[sheet];
  const baseline = view?.baseline ?? null;
  return {
    sheet,
    cells,
    ranges: {},
    grids: view?.grids ?? {},
    filters: {},
    selection: null,
    option: getExistingOption(scenario, view?.option ?? ''),
    baseline: scenario.options.some((option) => option.id === baseline) ? baseline : null,
    compareBy: view?.compareBy ?? 'cash',
    reveal: cell === undefined ? null : { sheet, ...cell },
  };
};

/** `id` where the scenario has such an option, else its first one. */
export const getExistingOption = (scenario: Scenario, id: string): string =>
  scenario.options.some((option) => option.id === id) ? id : (scenario.options[0]?.id ?? '');
