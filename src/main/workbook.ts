/** Stands in until main/xlsx has both functions: JSON is read, workbooks are refused. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../shared/core/result.ts';
import { parseScenario } from '../shared/scenario/json.ts';
import type { Scenario } from '../shared/scenario/types.ts';
import type { ExchangeInput } from './ipc/exchange.ts';

export const writeScenarioWorkbook: ExchangeInput['writeWorkbook'] = async ({ file }) =>
  fail('FILE_NOT_WRITTEN', basename(file), { reason: 'not-built' });

export const readScenarioFile = async (file: string): Promise<Result<{ readonly scenario: Scenario }>> => {
  const parsed = parseScenario(JSON.parse(await readFile(file, 'utf8')));
  return parsed.ok ? ok({ scenario: parsed.value }) : parsed;
};
