import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { executableIn } from '../../../scripts/electron/distribution.ts';
import { installedElectron, overrideElectron } from '../../../scripts/electron/installedElectron.ts';
import { done } from '../../../scripts/outcome.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'costbook-test-'));
});

const unpack = (dist: string, version: string): void => {
  fs.mkdirSync(path.dirname(executableIn(dist)), { recursive: true });
  fs.writeFileSync(executableIn(dist), '');
  fs.writeFileSync(path.join(dist, 'version'), `v${version}\n`);
};

describe('installedElectron', () => {
  it('takes what the official package unpacked', async () => {
    unpack(path.join(folder, 'dist'), '45.4.1');
    fs.writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(await installedElectron(folder, '45.4.1').find()).toMatchObject({ ok: true, value: { version: '45.4.1', source: 'installed' } });
  });

  it('leaves another version than the declared one', async () => {
    unpack(path.join(folder, 'dist'), '44.0.0');
    fs.writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(await installedElectron(folder, '45.4.1').find()).toEqual(done('absent'));
  });

  it('leaves what is not complete: path.txt is written last', async () => {
    unpack(path.join(folder, 'dist'), '45.4.1');
    expect(await installedElectron(folder, '45.4.1').find()).toEqual(done('absent'));
  });
});

describe('overrideElectron', () => {
  it('is absent while the variable is not set', async () => {
    expect(await overrideElectron(undefined).find()).toEqual(done('absent'));
    expect(await overrideElectron('').find()).toEqual(done('absent'));
  });

  it('takes the folder that the variable names, of any version', async () => {
    unpack(folder, '44.0.0');
    expect(await overrideElectron(folder).find()).toMatchObject({ ok: true, value: { version: '44.0.0', source: 'override' } });
  });

  it('refuses to look elsewhere where that folder has no Electron', async () => {
    expect(await overrideElectron(folder).find()).toMatchObject({ ok: false, final: true });
  });
});
