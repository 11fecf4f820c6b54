import { describe, expect, it } from 'vitest';
import { findCycles } from '../../../scripts/check/layers/findCycles.ts';
import { findViolations } from '../../../scripts/check/layers/findViolations.ts';
import { importsOf } from '../../../scripts/check/layers/imports.ts';
import { LAYER_RULES, LIBRARY_OWNERS, NODE_OWNERS } from '../../../scripts/check/layers/table.ts';

const violations = (file: string, ...specifiers: string[]): readonly string[] =>
  findViolations(new Map([[file, specifiers]]), { rules: LAYER_RULES, libraryOwners: LIBRARY_OWNERS, nodeOwners: NODE_OWNERS });

describe('importsOf', () => {
  it('sees every way to name a module', () => {
    const source = `
      import type { A } from './type.ts';
      import { b } from './value.ts';
      import './effect.css';
      export type { C } from './reexport.ts';
      export * from './all.ts';
      type D = import('./inline.ts').D;
      const later = () => import('./later.ts');
      const old = require('old');
      new Worker(new URL('./worker.ts', import.meta.url));
      const text = "import { no } from './text.ts'"; // import './comment.ts'
    `;
    expect([...importsOf('a.ts', source)].sort()).toEqual(
      ['./all.ts', './effect.css', './inline.ts', './later.ts', './reexport.ts', './type.ts', './value.ts', './worker.ts', 'old'].sort(),
    );
  });
});

describe('the table of layers', () => {
  it.each([
    ['core is below numeric', 'src/shared/core/a.ts', '../numeric/decimal.ts'],
    ['scenario is below billing', 'src/shared/scenario/a.ts', '../billing/bill.ts'],
    ['rate does not see packs', 'src/shared/billing/rate/flat.ts', '../packs/burnDown.ts'],
    ['packs does not see rate', 'src/shared/billing/packs/burnDown.ts', '../rate/flat.ts'],
    ['ipc does not see billing', 'src/shared/ipc/contract.ts', '../billing/bill.ts'],
    ['shared does not see the renderer', 'src/shared/time/calendar.ts', '../../renderer/state/store.ts'],
    ['the preload sees ipc only', 'src/main/preload/index.ts', '../../shared/billing/bill.ts'],
    ['xlsx sees no database', 'src/main/xlsx/write/workbook.ts', '../../db/open.ts'],
    ['the grid sees no state', 'src/renderer/grid/keys.ts', '../state/store.ts'],
    ['the grid sees no billing', 'src/renderer/grid/keys.ts', '../../shared/billing/bill.ts'],
    ['a feature sees no other feature', 'src/renderer/features/nodes/Nodes.tsx', '../packs/Packs.tsx'],
    ['the window does not see main', 'src/renderer/App.tsx', '../main/db/open.ts'],
    ['decimal.js belongs to numeric', 'src/shared/billing/a.ts', 'decimal.js'],
    ['electron belongs to main', 'src/renderer/App.tsx', 'electron'],
    ['state sees no React', 'src/renderer/state/store.ts', 'react'],
    ['Node belongs to main', 'src/shared/core/ids.ts', 'node:crypto'],
    ['a library without an owner belongs nowhere', 'src/main/index.ts', 'lodash/fp'],
  ])('%s', (_rule, file, specifier) => {
    expect(violations(file, specifier)).toHaveLength(1);
  });

  it.each([
    ['src/shared/billing/computeBill.ts', './rate/flat.ts'],
    ['src/shared/billing/rate/flat.ts', '../bill.ts'],
    ['src/shared/compare/crossing.ts', '../billing/bill.ts'],
    ['src/main/preload/index.ts', '../../shared/ipc/contract.ts'],
    ['src/renderer/features/nodes/Nodes.tsx', '../../grid/keys.ts'],
    ['src/renderer/main.tsx', 'react-dom/client'],
    ['src/main/index.ts', './store/createStore.ts'],
  ])('%s may import %s', (file, specifier) => {
    expect(violations(file, specifier)).toEqual([]);
  });
});

describe('findCycles', () => {
  it('finds a cycle once, as the way around it', () => {
    const imports = new Map([
      ['src/a.ts', ['./b.ts']],
      ['src/b.ts', ['./deep/c.ts', 'react']],
      ['src/deep/c.ts', ['../a.ts']],
      ['src/d.ts', ['./a.ts']],
    ]);
    expect(findCycles(imports)).toEqual([['src/a.ts', 'src/b.ts', 'src/deep/c.ts']]);
  });

  it('lets two ways to the same file pass', () => {
    const imports = new Map([
      ['src/a.ts', ['./b.ts', './c.ts']],
      ['src/b.ts', ['./c.ts']],
      ['src/c.ts', []],
    ]);
    expect(findCycles(imports)).toEqual([]);
  });
});
