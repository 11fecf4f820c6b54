/** Each promise of spec/trust.md "Closed", attacked from inside the page, as an injected script would. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';

test.use({ complaints: 'refused' });

const PAGE = 'app://costbook/index.html';

/**
 * What `code` gives in the page, or the name of what it throws. It runs in a task of the page itself: what the debugger evaluates
 * directly may use eval whatever the policy says.
 */
const attempt = (window: Page, code: string): Promise<unknown> =>
  window.evaluate(
    `new Promise((resolve) => setTimeout(() => { (async () => { ${code} })().then(resolve, (error) => resolve(error.name)); }))`,
  );

const isReady = (window: Page): Promise<unknown> =>
  window.evaluate(`location.href === '${PAGE}' && document.querySelector('[data-ready="true"]') !== null`);

test('the page has nothing of Node or Electron, and a bridge that cannot be changed', async ({ app: { window } }) => {
  const types = `return ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => typeof window[name] !== 'undefined')`;
  expect(await attempt(window, types)).toEqual([]);
  expect(await attempt(window, 'return Object.keys(window.costbook).sort()')).toEqual([
    'invoke',
    'onExportProgress',
    'onImportProgress',
    'onMenuCommand',
  ]);
  await attempt(window, 'window.costbook.invoke = () => 1; window.costbook.more = 1');
  expect(await attempt(window, 'return [Object.isFrozen(window.costbook), window.costbook.more, typeof window.costbook.invoke]')).toEqual([
    true,
    undefined,
    'function',
  ]);
});

test('the process of the page runs in a sandbox of its own', async ({ app: { electron } }) => {
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const read: unknown = contents === undefined ? null : Reflect.get(contents, 'getLastWebPreferences');
    return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
});

test('eval, injected scripts and remote contents are refused by the content security policy', async ({ app: { window } }) => {
  expect(await attempt(window, 'return eval("1 + 1")')).toBe('EvalError');
  expect(await attempt(window, 'return new Function("return 1")()')).toBe('EvalError');
  const inject = `
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    return window.injected ?? 'refused';`;
  expect(await attempt(window, inject)).toBe('refused');
  const violation = (make: string): string => `
    const refused = new Promise((resolve) => document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }));
    ${make}
    return refused;`;
  const element = (name: string, attribute: string, value: string): string =>
    violation(`const it = document.createElement('${name}'); it.${attribute} = '${value}'; document.body.append(it);`);
  expect(await attempt(window, element('script', 'src', 'https://example.com/x.js'))).toBe('script-src-elem');
  expect(await attempt(window, element('img', 'src', 'https://example.com/x.png'))).toBe('img-src');
  expect(await attempt(window, element('iframe', 'src', 'https://example.com/'))).toBe('frame-src');
  expect(await attempt(window, element('object', 'data', 'https://example.com/x'))).toBe('object-src');
  expect(await attempt(window, violation(`new Worker(URL.createObjectURL(new Blob(['1'])));`))).toMatch(/worker-src|SecurityError/);
});

test('no request leaves, by whatever door', async ({ app: { window, electron } }) => {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.setHeader('access-control-allow-origin', '*').end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect(await attempt(window, `return (await fetch('${address}')).status`)).toBe('TypeError');
  expect(
    await attempt(
      window,
      `return new Promise((resolve) => { const x = new XMLHttpRequest(); x.onerror = () => resolve('error'); x.onload = () => resolve('loaded'); x.open('GET', '${address}'); x.send(); })`,
    ),
  ).toBe('error');
  expect(
    await attempt(
      window,
      `return new Promise((resolve) => { const s = new WebSocket('${address.replace('http', 'ws')}'); s.onerror = () => resolve('error'); s.onopen = () => resolve('open'); })`,
    ),
  ).toMatch(/error|SecurityError/);
  await attempt(
    window,
    `navigator.sendBeacon('${address}', 'x'); document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'style', href: '${address}' }));`,
  );
  // past the policy of the page: the session itself refuses
  const fromMain = await electron.evaluate(async ({ session }, url) => {
    try {
      return (await session.defaultSession.fetch(url)).status;
    } catch (error) {
      return String(error);
    }
  }, address);
  expect(fromMain).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(hits).toBe(0);
  server.close();
});

test('the page cannot go elsewhere or open anything', async ({ app: { window, electron } }) => {
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'app://other/', 'app://costbook/other.html']) {
    await attempt(window, `location.href = '${target}'`);
    await attempt(window, `const a = document.createElement('a'); a.href = '${target}'; document.body.append(a); a.click()`);
    expect(await attempt(window, `return window.open('${target}')`)).toBeNull();
  }
  const form = `const f = document.createElement('form'); f.action = 'https://example.com/'; document.body.append(f); f.submit()`;
  await attempt(window, form);
  expect(window.url()).toBe(PAGE);
  expect(
    await electron.evaluate(({ BrowserWindow, webContents }) => [
      BrowserWindow.getAllWindows().length,
      webContents.getAllWebContents().length,
    ]),
  ).toEqual([1, 1]);
  // Playwright still waits for the refused navigations to end, so the page is asked without its locators
  expect(await isReady(window)).toBe(true);
  // the one address that Chromium asks nobody about leads straight back
  await window.evaluate(`window.isOld = true; setTimeout(() => { location.href = 'about:blank'; })`);
  await expect.poll(() => window.evaluate('window.isOld === true').catch(() => true)).toBe(false);
  await expect.poll(() => isReady(window).catch(() => false)).toBe(true);
  expect(window.url()).toBe(PAGE);
});

test('a webview stays an unknown element', async ({ app: { window, electron } }) => {
  await attempt(window, `const view = document.createElement('webview'); view.src = 'https://example.com/'; document.body.append(view)`);
  expect(await attempt(window, `return typeof document.querySelector('webview').loadURL`)).toBe('undefined');
  expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('nothing is downloaded', async ({ app: { window, electron } }) => {
  const offered = await electron.evaluate(({ session }) => {
    let prevented: boolean | null = null;
    session.defaultSession.on('will-download', (event) => {
      prevented = event.defaultPrevented;
    });
    return new Promise<boolean | null>((resolve) => {
      session.defaultSession.downloadURL('data:text/plain,x');
      setTimeout(() => resolve(prevented), 1000);
    });
  });
  expect([true, null]).toContain(offered);
  await attempt(
    window,
    `const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.txt'; a.click()`,
  );
  expect(window.url()).toBe(PAGE);
});

test('every permission is denied, asked for or looked up', async ({ app: { window } }) => {
  expect(await attempt(window, `return (await navigator.permissions.query({ name: 'geolocation' })).state`)).toBe('denied');
  expect(await attempt(window, `return (await navigator.permissions.query({ name: 'notifications' })).state`)).toBe('denied');
  expect(await attempt(window, `return await Notification.requestPermission()`)).toBe('denied');
  expect(await attempt(window, `return await navigator.mediaDevices.getUserMedia({ audio: true })`)).toMatch(
    /NotAllowedError|NotFoundError/,
  );
  expect(
    await attempt(
      window,
      `return await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('given'), ({ code }) => resolve(code)))`,
    ),
  ).toBe(1);
});

test('app:// serves the files of the page and nothing else', async ({ app: { electron } }) => {
  const get = (address: string): Promise<{ status: number; policy: string | null }> =>
    electron.evaluate(async ({ session }, url) => {
      const response = await session.defaultSession.fetch(url);
      return { status: response.status, policy: response.headers.get('content-security-policy') };
    }, address);
  const page = await get(PAGE);
  expect(page.status).toBe(200);
  expect(page.policy).toContain("default-src 'none'");
  const paths = [
    '../main/index.cjs',
    '%2e%2e/main/index.cjs',
    '..%2fmain%2findex.cjs',
    '..%5cmain%5cindex.cjs',
    '%2fetc%2fpasswd',
    '/etc/passwd',
    'index.html%00',
    '../../package.json',
    '%252e%252e/main/index.cjs',
  ];
  for (const path of paths) expect([path, (await get(`app://costbook/${path}`)).status]).toEqual([path, 404]);
  for (const path of ['missing.js', '']) expect((await get(`app://costbook/${path}`)).policy).toContain("default-src 'none'");
});

test('a request outside the contract gets an answer and changes nothing', async ({ app: { window } }) => {
  const before = await attempt(window, `return await window.costbook.invoke('app.bootstrap', undefined)`);
  const codes = await attempt(
    window,
    `
    const own = JSON.parse('{"id": "x", "__proto__": {"polluted": true}}');
    const requests = [
      ['scenario.steal', {}],
      ['__proto__', {}],
      ['scenario.open', { id: 1 }],
      ['scenario.open', { id: 'x', path: '/etc/passwd' }],
      ['scenario.open', new Map([['id', 'x']])],
      ['scenario.save', { id: 'x', revision: 0, patch: [{ op: 'sql', text: 'DROP TABLE options' }] }],
      ['scenario.saveView', { id: 'x', view: { sheet: 'x'.repeat(100_000_000), option: '', cells: {}, baseline: null } }],
      ['app.setLocale', { locale: 'fr' }],
      [{ toString: () => 'scenario.delete' }, { id: 'x' }],
    ];
    const codeOf = async (channel, request) => JSON.parse(await window.costbook.invoke(channel, request)).error?.code ?? 'ok';
    const codes = [];
    for (const [channel, request] of requests) codes.push(await codeOf(channel, request));
    // the bridge drops __proto__ on its way; main would refuse it (test/main/ipc)
    const dropped = await codeOf('scenario.open', own);
    return [...codes, dropped, ({}).polluted ?? 'clean'];`,
  );
  expect(codes).toEqual([...new Array(9).fill('REQUEST_INVALID'), 'SCENARIO_NOT_FOUND', 'clean']);
  expect(await attempt(window, `return await window.costbook.invoke('app.bootstrap', undefined)`)).toBe(before);
});

test('only the top frame of the page is answered', async ({ app: { window, electron } }) => {
  // a second window of another origin with the same preload: what an attacker would need to have opened
  const answer = await electron.evaluate(async ({ BrowserWindow, app }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true, contextIsolation: true },
    });
    await stranger.loadURL('data:text/html,<p>stranger</p>');
    const answered: unknown = await stranger.webContents.executeJavaScript(`window.costbook.invoke('app.bootstrap', undefined)`);
    stranger.destroy();
    return answered;
  });
  expect(JSON.parse(String(answer))).toEqual({ ok: false, error: { code: 'REQUEST_INVALID', place: 'sender', params: {} } });
  const inFrame = await attempt(
    window,
    `
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return typeof frame.contentWindow.costbook;`,
  );
  expect(inFrame).toBe('undefined');
});
