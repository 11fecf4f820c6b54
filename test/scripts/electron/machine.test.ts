import { describe, expect, it } from 'vitest';
import { missingLibraries } from '../../../scripts/electron/debian.ts';
import { passedOn } from '../../../scripts/electron/launch.ts';
import { launcherScript } from '../../../scripts/electron/launcher.ts';

describe('missingLibraries', () => {
  it('names what the linker did not find', () => {
    const ldd = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '\tlibgbm.so.1 => not found',
    ].join('\n');
    expect(missingLibraries(ldd)).toEqual(['libnss3.so', 'libgbm.so.1']);
  });

  it('finds nothing missing on a complete machine', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n')).toEqual([]);
  });
});

describe('passedOn', () => {
  it('keeps what a desktop program needs and drops secrets and what would change Electron', () => {
    const env = {
      PATH: '/bin',
      DISPLAY: ':0',
      LC_ALL: 'C',
      COSTBOOK_DATA: '/d',
      NPM_TOKEN: 'secret',
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '-x',
    };
    expect(passedOn(env)).toEqual({ PATH: '/bin', DISPLAY: ':0', LC_ALL: 'C', COSTBOOK_DATA: '/d' });
  });
});

describe('launcherScript', () => {
  it('quotes the path for the shell', () => {
    expect(launcherScript("/home/o'neil/my apps/electron")).toContain(`exec '/home/o'\\''neil/my apps/electron' "$@"`);
  });
});
