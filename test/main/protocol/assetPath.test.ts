import { describe, expect, it } from 'vitest';
import { assetPath, contentType } from '../../../src/main/protocol/assetPath.ts';
import { CONTENT_SECURITY_POLICY, developmentPolicy } from '../../../src/main/protocol/contentSecurityPolicy.ts';

describe('files behind app:// addresses', () => {
  it.each([
    ['app://costbook/', 'index.html'],
    ['app://costbook/index.html', 'index.html'],
    ['app://costbook/index.html?x=../..#y', 'index.html'],
    ['app://costbook/assets/index-B_3x.js', 'assets/index-B_3x.js'],
    ['app://costbook/assets/a%2Db.css', 'assets/a-b.css'],
  ])('%s is %s', (address, file) => {
    expect(assetPath(address)).toBe(file);
  });

  it.each([
    'app://costbook/../package.json',
    'app://costbook/assets/../../package.json',
    'app://costbook/%2e%2e/package.json',
    'app://costbook/%2E%2E%2Fpackage.json',
    'app://costbook/assets%2f..%2f..%2fpackage.json',
    'app://costbook/..%5cpackage.json',
    'app://costbook/assets%5C..%5C..%5Cpackage.json',
    'app://costbook/..\\package.json',
    'app://costbook/%252e%252e/package.json',
    'app://costbook/%00index.html',
    'app://costbook/index.html%00.png',
    'app://costbook//etc/passwd',
    'app://costbook/%2fetc%2fpasswd',
    'app://costbook/C:/Windows/win.ini',
    'app://costbook/C%3A%5CWindows%5Cwin.ini',
    'app://costbook/./index.html',
    'app://costbook/.git/config',
    'app://costbook/assets//x.js',
    'app://costbook/assets/',
    'app://costbook/%E4%B8%AD.js',
    'app://costbook/%',
    'app://costbook/%c0%ae%c0%ae/x.js',
    'app://costbook.evil/index.html',
    'app://costbook:1/index.html',
    'app://user@costbook/index.html',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://costbook/index.html',
    '',
  ])('%j is no file', (address) => {
    expect(assetPath(address)).toBeNull();
  });

  it('serves only the kinds of files that a page is made of', () => {
    expect(contentType('assets/index.js')).toBe('text/javascript; charset=utf-8');
    expect(contentType('index.html')).toBe('text/html; charset=utf-8');
    expect(['app.db', 'index.cjs', 'index.js.map', 'LICENSE'].map(contentType)).toEqual([null, null, null, null]);
  });
});

describe('content security policy', () => {
  it('lets nothing in but the own files', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'; script-src 'self'; ");
    for (const none of ['connect-src', 'frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(CONTENT_SECURITY_POLICY).toContain(`${none} 'none'`);
    }
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it('opens only the socket of live reload in development', () => {
    expect(developmentPolicy(new URL('http://localhost:5173'))).toContain("connect-src 'self' ws://localhost:5173;");
  });
});
