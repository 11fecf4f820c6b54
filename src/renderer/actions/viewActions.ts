/** What is on screen, without a change to the scenario. */

import type { Locale } from '../../shared/ipc/contract.ts';
import type { SheetId } from '../../shared/scenario/types.ts';
import type { WhySubject } from '../state/subject.ts';
import type { Tab } from '../state/ui.ts';
import { type ActionContext, dismiss, notifyError } from './context.ts';
import { focusById, SEARCH_FIELD } from './focus.ts';

export interface LineTarget {
  readonly option: string;
  readonly sheet: SheetId;
  readonly line: string;
  /** null: the line as a whole */
  readonly field: string | null;
}
export interface ViewActions {
  readonly showSheet: (sheet: Tab) => void;
  /** `sku`: scrolls to its price */
  readonly showEdition: (edition: string | null, sku?: string) => void;
  /** scrolls to a line's cell and makes it active */
  readonly reveal: (target: LineTarget) => void;
  /** scrolls to the value of a driver, by its id */
  readonly showDriver: (driver: string) => void;
  readonly explain: (subject: WhySubject) => void;
  readonly toggleScenarios: () => void;
  readonly toggleWhy: () => void;
  readonly findScenario: () => void;
  /** opens the search bar of the sheet */
  readonly showFind: (replace: boolean) => void;
  readonly setLocale: (locale: Locale) => Promise<void>;
  readonly showAbout: (open: boolean) => void;
  readonly dismissNotice: () => void;
}

export const createViewActions = (context: ActionContext): ViewActions => {
  const { bridge, ui } = context;
  return {
    showSheet: (sheet) => ui.setState({ sheet, edition: null }),
    showEdition: (edition, sku) => ui.setState({ edition, priceInView: sku === undefined ? null : { sku } }),
    reveal: ({ option, sheet, line, field }) =>
      ui.setState({ option, sheet, edition: null, reveal: { sheet, row: line, column: field ?? 'sku' } }),
    showDriver: (driver) => ui.setState({ sheet: 'drivers', edition: null, reveal: { sheet: 'drivers', row: driver, column: 'value' } }),
    explain: (subject) => ui.setState({ subject, whyOpen: true }),
    toggleScenarios: () => ui.setState(({ scenariosOpen }) => ({ scenariosOpen: !scenariosOpen })),
    toggleWhy: () => ui.setState(({ whyOpen }) => ({ whyOpen: !whyOpen })),
    findScenario: () => {
      ui.setState({ scenariosOpen: true });
      focusById(SEARCH_FIELD);
    },
    showFind: (replace) => ui.setState({ find: { replace }, edition: null }),
    setLocale: async (locale) => {
      ui.setState({ locale });
      const answer = await bridge.invoke('app.setLocale', { locale });
      if (!answer.ok) notifyError(context, answer.error);
    },
    showAbout: (aboutOpen) => ui.setState({ aboutOpen }),
    dismissNotice: () => dismiss(context),
  };
};
