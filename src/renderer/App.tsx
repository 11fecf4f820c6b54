/** The window: three zones between header and status bar. */
import type { Session } from './state/session.ts';
import { AppProvider } from './ui/appContext.tsx';

export const App = ({ session }: { readonly session: Session }) => (
  <AppProvider value={session}>
    <div className="app" />
  </AppProvider>
);
