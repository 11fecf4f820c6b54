import { expect, it } from 'vitest';
import { isTrusted } from '../../../src/main/ipc/trustedSender.ts';

const origin = 'app://costbook';

it.each([
  ['our own top frame', { origin, parent: null }, true],
  ['a frame inside the page', { origin, parent: {} }, false],
  ['a page of another origin', { origin: 'https://example.com', parent: null }, false],
  ['an opaque origin', { origin: 'null', parent: null }, false],
  ['an origin that begins alike', { origin: 'app://costbook.evil', parent: null }, false],
  ['a frame that is gone', null, false],
])('%s: trusted %s', (_, frame, trusted) => {
  expect(isTrusted(frame, origin)).toBe(trusted);
});
