/** The page's own origin: everything that the window shows comes from here. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://costbook';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** Folders and names as the bundler makes them; nothing hidden, no way up, no drive, no second kind of slash. */
const RELATIVE_FILE = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/**
 * The file that an `app://costbook/…` address means, relative to the folder of the page; null for any other address.
 * An allow-list, judged after decoding once: `..`, `%2e%2e`, `%5c`, NUL, absolute and empty parts all fail it.
 */
export const assetPath = (address: string): string | null => {
  const prefix = `${APP_ORIGIN}/`;
  if (!address.startsWith(prefix)) return null;
  const [path = ''] = address.slice(prefix.length).split(/[?#]/, 1);
  const decoded = decode(path === '' ? 'index.html' : path);
  return decoded !== null && RELATIVE_FILE.test(decoded) ? decoded : null;
};

const decode = (path: string): string | null => {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** Content type by file name; null for a kind of file that the page has no business with. */
export const contentType = (file: string): string | null => TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? null;
