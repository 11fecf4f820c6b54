import { describe, expect, it } from 'vitest';
import { mayLoad } from '../../../src/main/security/networkRules.ts';

describe('what the page may load', () => {
  it.each(['app://costbook/index.html', 'data:image/png;base64,AA', 'blob:app://costbook/1', 'devtools://devtools/x.html'])(
    '%s',
    (address) => {
      expect(mayLoad(address, null)).toBe(true);
    },
  );

  it.each([
    'https://example.com/',
    'http://localhost:5173/',
    'http://127.0.0.1/',
    'ws://localhost:5173/',
    'file:///etc/passwd',
    'app://other/index.html',
    'app://costbook.evil/',
    'ftp://x/',
    'blob:https://example.com/1',
    'chrome://settings',
  ])('not %s', (address) => {
    expect(mayLoad(address, null)).toBe(false);
  });

  it.each([
    ['http://localhost:5173/src/main.tsx', true],
    ['ws://localhost:5173/?token=1', true],
    ['http://localhost:5174/', false],
    ['http://localhost:5173.evil.com/', false],
    ['https://example.com/?http://localhost:5173', false],
  ])('in development %s: %s', (address, may) => {
    expect(mayLoad(address, 'http://localhost:5173')).toBe(may);
  });
});
