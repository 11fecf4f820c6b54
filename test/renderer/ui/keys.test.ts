import { expect, it } from 'vitest';
import { keysName } from '../../../src/renderer/ui/keys.ts';

it.each([
  ['Ctrl+P', '⌘P'],
  ['Ctrl+Shift+N', '⇧⌘N'],
  ['F2', 'F2'],
])('%s is %s on a Mac', (keys, mac) => {
  expect(keysName(keys, true)).toBe(mac);
  expect(keysName(keys, false)).toBe(keys);
});
