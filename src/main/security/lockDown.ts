/** Everything that a page could use to reach beyond itself says no. Each no has a test that tries it (test/e2e/main-security). */
import { app, type Session } from 'electron';
import { developmentPolicy } from '../protocol/contentSecurityPolicy.ts';
import { mayLoad } from './networkRules.ts';

interface LockDownInput {
  readonly session: Session;
  /** address of electron-vite's server in `npm run dev`, else null */
  readonly developmentServer: string | null;
}

export const lockDownSession = ({ session, developmentServer }: LockDownInput): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Else Chromium fetches dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, developmentServer) }));
  if (developmentServer === null) return;
  const policy = developmentPolicy(new URL(developmentServer));
  session.webRequest.onHeadersReceived(({ responseHeaders }, answer) =>
    answer({ responseHeaders: { ...responseHeaders, 'Content-Security-Policy': [policy] } }),
  );
};

/** For every page that could ever exist in this process, the one window's included. */
export const lockDownContents = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
};
