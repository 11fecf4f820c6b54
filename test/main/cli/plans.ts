/** Scenarios that the tests of the command line save and price. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach } from 'vitest';
import { formatScenario } from '../../../src/shared/scenario/json.ts';
import type { Option, Scenario } from '../../../src/shared/scenario/types.ts';
import { scenarioOf, tempFolder } from '../xlsx/workbooks.ts';

const first = ({ options: [option] }: Scenario): Option => {
  if (option === undefined) throw new Error('no option');
  return option;
};

/** Three nodes for a year. All plans are over two months. */
export const nodes = scenarioOf({ nodes: [{}] });
/** Shared tool with one pack of 59 CNY. */
export const tools = scenarioOf({ usage: [{ quantity: '64936' }], packs: [{ count: '1' }] });
export const optionA = first(nodes);
export const optionB = first(tools);
/** Options A and B of the two above. */
export const PLAN: Scenario = { ...nodes, options: [optionA, { ...optionB, id: 'B', name: '共享版工具' }] };
export const BAD: Scenario = scenarioOf({ nodes: [{ count: '-1' }], usage: [{ sku: 'ti-ems.public', quantity: '5' }] });

export interface PlanFolder {
  /** path of a file in the test's own folder */
  readonly at: (...parts: readonly string[]) => string;
  readonly save: (name: string, document: unknown) => string;
  readonly saveScenario: (name: string, scenario: Scenario) => string;
}

/** A fresh folder for each test of the file. */
export const usePlanFolder = (): PlanFolder => {
  let folder = '';
  beforeEach(() => {
    folder = tempFolder();
  });
  const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
  const save = (name: string, document: unknown): string => {
    writeFileSync(at(name), JSON.stringify(document));
    return at(name);
  };
  return { at, save, saveScenario: (name, scenario) => save(name, formatScenario(scenario)) };
};
