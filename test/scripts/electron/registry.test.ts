import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { placeOfEntry } from '../../../scripts/electron/registryElectron.ts';
import { integrityOf } from '../../../scripts/electron/registryPackage.ts';

it.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/resources.pak', 'resources.pak'],
  ['Cypress/locales/zh-CN.pak', 'locales/zh-CN.pak'],
  ['Cypress/browser_v8_context_snapshot.bin', null],
  ['Cypress/resources/app/index.js', null],
  ['Cypress/resources/app/node_modules/lodash/index.js', null],
  ['Cypress/resources/app/node_modules/better-sqlite3/lib/index.js', 'resources/node_modules/better-sqlite3/lib/index.js'],
  ['Cypress/resources/app/packages/x/node_modules/bindings/bindings.js', null],
  ['../evil', null],
])('places %s of the archive at %s', (entry, place) => {
  expect(placeOfEntry(entry)).toBe(place);
});

it('hashes as the registry does: base64 of sha512', async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-test-')), 'abc');
  fs.writeFileSync(file, 'abc');
  // FIPS 180-2, appendix C.1: ddaf35a1…a54ca49f
  expect(await integrityOf(file)).toBe('sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==');
});
