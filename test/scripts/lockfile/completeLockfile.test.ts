import { expect, it } from 'vitest';
import { completeLockfile, missingOptionals } from '../../../scripts/lockfile/completeLockfile.ts';

const lockfile = {
  packages: {
    '': {},
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@tool/linux-x64-musl': '2.0.0', '@tool/linux-x64': '2.0.0', fsevents: '~2.3.3' },
    },
    'node_modules/@tool/linux-x64': { version: '2.0.0' },
  },
};

it('adds the platform packages that the registry did not have, each for its platform only', () => {
  expect(missingOptionals(lockfile)).toEqual({
    'node_modules/@tool/linux-x64-musl': { version: '2.0.0', dev: true, optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    'node_modules/fsevents': { version: '2.3.3', dev: true, optional: true, os: ['darwin'] },
  });
});

it('has nothing to add to what it completed', () => {
  expect(missingOptionals(completeLockfile(lockfile))).toEqual({});
});

it('finds packages nested below the one that asks', () => {
  const packages = {
    'node_modules/a/node_modules/b': { version: '1.0.0', optionalDependencies: { c: '1.0.0', d: '1.0.0' } },
    'node_modules/a/node_modules/c': { version: '1.0.0' },
    'node_modules/d': { version: '1.0.0' },
  };
  expect(missingOptionals({ packages })).toEqual({});
});
