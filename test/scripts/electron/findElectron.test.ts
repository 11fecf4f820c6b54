import { describe, expect, it } from 'vitest';
import { findElectron } from '../../../scripts/electron/findElectron.ts';
import type { ElectronSource, FoundElectron, SourceResult } from '../../../scripts/electron/source.ts';
import { done, failed } from '../../../scripts/outcome.ts';

const found: FoundElectron = { executable: '/dist/electron', version: '45.4.1', source: 'installed', origin: 'here' };
const source = (name: string, result: SourceResult, asked: string[] = []): ElectronSource => ({
  name,
  find: async () => {
    asked.push(name);
    return result;
  },
});

describe('findElectron', () => {
  it('takes the first source that has one and asks no further', async () => {
    const asked: string[] = [];
    const sources = [source('a', done('absent'), asked), source('b', done(found), asked), source('c', done(found), asked)];
    expect(await findElectron(sources)).toEqual(done(found));
    expect(asked).toEqual(['a', 'b']);
  });

  it('goes on where a source fails', async () => {
    expect(await findElectron([source('download', failed('no network')), source('registry', done(found))])).toEqual(done(found));
  });

  it('stops where the person named an Electron that is not there', async () => {
    const wrong = source('ELECTRON_OVERRIDE_DIST_PATH', { ...failed('there is no electron'), final: true });
    const result = await findElectron([wrong, source('registry', done(found))]);
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining('there is no electron') });
  });

  it('says what was tried and what to do where none has one', async () => {
    const result = await findElectron([source('installed package', done('absent')), source('official download', failed('no network'))]);
    expect(result.ok).toBe(false);
    const reason = result.ok ? '' : result.reason;
    expect(reason).toContain('installed package: none there');
    expect(reason).toContain('official download: no network');
    expect(reason).toContain('ELECTRON_MIRROR');
  });
});
