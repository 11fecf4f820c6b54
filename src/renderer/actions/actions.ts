/** All actions, made once for a session. */
import type { ActionContext } from './context.ts';
import { createHistoryActions, type HistoryActions } from './historyActions.ts';
import { createImportActions, type ImportActions } from './importActions.ts';
import { createOptionActions, type OptionActions } from './optionActions.ts';
import { createScenarioActions, type ScenarioActions } from './scenarioActions.ts';
import { createSettingsActions, type SettingsActions } from './settingsActions.ts';
import { createViewActions, type ViewActions } from './viewActions.ts';
import { createWorkbookActions, type WorkbookActions } from './workbookActions.ts';

export interface Actions {
  readonly scenarios: ScenarioActions;
  readonly options: OptionActions;
  readonly settings: SettingsActions;
  readonly history: HistoryActions;
  readonly workbook: WorkbookActions;
  readonly importing: ImportActions;
  readonly view: ViewActions;
  readonly retrySave: () => void;
}

export const createActions = (context: ActionContext): Actions => {
  const scenarios = createScenarioActions(context);
  const history = createHistoryActions(context);
  return {
    scenarios,
    options: createOptionActions(context),
    settings: createSettingsActions(context),
    history,
    workbook: createWorkbookActions(context),
    importing: createImportActions(context, scenarios, history),
    view: createViewActions(context),
    retrySave: context.document.retrySave,
  };
};
