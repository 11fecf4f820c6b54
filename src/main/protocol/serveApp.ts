import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, assetPath, contentType } from './assetPath.ts';
import { CONTENT_SECURITY_POLICY } from './contentSecurityPolicy.ts';

/** Before `ready`: app:// is a secure origin with relative addresses whose scripts are compiled once, and nothing more. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } }]);
};

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});

const refused = (status: number): Response => new Response(null, { status, headers: headers('text/plain; charset=utf-8') });

/** Serves the files of `folder` under app://costbook/, read only. */
export const serveApp = (session: Session, folder: string): void => {
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    const file = assetPath(request.url);
    const type = file === null ? null : contentType(file);
    if (file === null || type === null) return refused(404);
    try {
      return new Response(new Uint8Array(await readFile(join(folder, file))), { headers: headers(type) });
    } catch {
      return refused(404);
    }
  });
};
