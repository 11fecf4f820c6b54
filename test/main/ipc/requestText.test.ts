import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempStore.ts';
import { openTestApp } from '../support/testApp.ts';

test('a request may come as JSON text: it is held to the same contract', async () => {
  const app = openTestApp(tempFolder());
  const { open: sample } = await app.ask('app.bootstrap', undefined);
  const patch = [{ op: 'scenario.set', field: 'name', before: sample.scenario.name, after: 'X' }];
  const request = { id: sample.id, revision: 0, patch, history: [] };
  const texts = [
    '',
    'null',
    '"x"',
    '{"id": ',
    JSON.stringify({ ...request, path: '/etc/passwd' }),
    JSON.stringify(JSON.stringify(request)),
  ];
  for (const text of texts) {
    expect(await app.answer('scenario.save', text)).toMatchObject({ error: { code: 'REQUEST_INVALID' } });
  }
  expect(await app.answer('scenario.save', JSON.stringify(request))).toEqual({ ok: true, value: { revision: 1 } });
  expect((await app.ask('scenario.open', { id: sample.id })).scenario.name).toBe('X');
});
