import { APP_ORIGIN } from '../protocol/assetPath.ts';

/** What the page may load. Costbook is offline: its own files, what it made itself, and the inspector's pages. */
export const mayLoad = (address: string, developmentServer: string | null): boolean => {
  if (address.startsWith(`${APP_ORIGIN}/`) || address.startsWith('data:') || address.startsWith(`blob:${APP_ORIGIN}/`)) return true;
  if (address.startsWith('devtools://')) return true;
  return developmentServer !== null && isOnServer(address, developmentServer);
};

const isOnServer = (address: string, server: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return ['http:', 'ws:', 'blob:'].includes(protocol) && (host === new URL(server).host || address.startsWith(`blob:${server}`));
};
