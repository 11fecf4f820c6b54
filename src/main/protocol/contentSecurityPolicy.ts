/**
 * Sent with every answer, as a header: the page cannot take it off. `connect-src 'none'`: the app is offline, the bridge is not a
 * connection. `style-src 'unsafe-inline'`: AG Grid's themes and ag-charts add <style> elements while they run; without a way to
 * load anything from elsewhere, a style can at worst look wrong.
 */
const PRODUCTION: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'none'",
  'worker-src': "'self'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

const join = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

export const CONTENT_SECURITY_POLICY = join(PRODUCTION);

/** For `npm run dev` only: the live-reload server's socket and the inline script that React Refresh puts into the page. */
export const developmentPolicy = (server: URL): string =>
  join({
    ...PRODUCTION,
    'script-src': "'self' 'unsafe-inline'",
    'connect-src': `'self' ws://${server.host}`,
  });
