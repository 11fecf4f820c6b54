/** The window: header, three zones and status bar. */

import type { Actions } from './actions/actions.ts';
import { ActionsProvider } from './actions/useActions.tsx';
import { AboutPanel } from './features/app/AboutPanel.tsx';
import { PANEL_ID, SheetTabs, tabId } from './features/app/SheetTabs.tsx';
import { CrashBoundary } from './features/app/Stopped.tsx';
import { useReady } from './features/app/useReady.ts';
import { CompareSheet } from './features/compare/CompareSheet.tsx';
import { DriversSheet } from './features/drivers/DriversSheet.tsx';
import { Header } from './features/header/Header.tsx';
import { DropHint } from './features/importing/DropHint.tsx';
import { ImportView } from './features/importing/ImportView.tsx';
import { LedgerSheet } from './features/ledger/LedgerSheet.tsx';
import { NodesSheet } from './features/nodes/NodesSheet.tsx';
import { OptionCards } from './features/options/OptionCards.tsx';
import { PacksSheet } from './features/packs/PacksSheet.tsx';
import { EditionView } from './features/pricebook/EditionView.tsx';
import { ScenarioPanel } from './features/scenarios/ScenarioPanel.tsx';
import { NoticeBar } from './features/status/NoticeBar.tsx';
import { StatusBar } from './features/status/StatusBar.tsx';
import { SummarySheet } from './features/summary/SummarySheet.tsx';
import { UsageSheet } from './features/usage/UsageSheet.tsx';
import { WhyPanel } from './features/why/WhyPanel.tsx';
import type { Session } from './state/session.ts';
import type { Tab } from './state/ui.ts';
import { AppProvider, useDocument, useUi } from './ui/appContext.tsx';

interface Props {
  readonly session: Session;
  readonly actions: Actions;
}

export const App = ({ session, actions }: Props) => (
  <CrashBoundary locale={() => session.ui.getState().locale}>
    <AppProvider value={session}>
      <ActionsProvider value={actions}>
        <Desk />
      </ActionsProvider>
    </AppProvider>
  </CrashBoundary>
);

const Desk = () => {
  const ready = useReady();
  const scenariosOpen = useUi((ui) => ui.scenariosOpen);
  const whyOpen = useUi((ui) => ui.whyOpen);
  return (
    <div className="app" data-ready={ready} data-left={scenariosOpen ? 'open' : 'closed'} data-right={whyOpen ? 'open' : 'closed'}>
      <Header />
      {scenariosOpen ? <ScenarioPanel /> : null}
      <Work />
      {whyOpen ? (
        <aside className="zone-right">
          <WhyPanel />
        </aside>
      ) : null}
      <StatusBar />
      <NoticeBar />
      <AboutPanel />
      <DropHint />
    </div>
  );
};

const Work = () => {
  // Another scenario is another desk: nothing half typed or scrolled of the former one stays.
  const scenario = useDocument((document) => document.id);
  const edition = useUi((ui) => ui.edition);
  const importing = useUi((ui) => ui.importing !== null);
  return (
    <main className="work">
      <OptionCards key={`options of ${scenario}`} />
      {importing ? <ImportView /> : edition === null ? <SheetPanel key={`sheets of ${scenario}`} /> : <EditionView edition={edition} />}
    </main>
  );
};

const SheetPanel = () => {
  const sheet = useUi((ui) => ui.sheet);
  const Content = SHEETS[sheet];
  return (
    <div className="work-sheet">
      <SheetTabs />
      <div className="work-panel" id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(sheet)}>
        <Content />
      </div>
    </div>
  );
};

const SHEETS: Readonly<Record<Tab, () => React.ReactNode>> = {
  nodes: NodesSheet,
  usage: UsageSheet,
  packs: PacksSheet,
  drivers: DriversSheet,
  summary: SummarySheet,
  compare: CompareSheet,
  ledger: LedgerSheet,
};
