/**
 * Child process of the kill test: saves through the real store as fast as it can, and says each revision only after the store
 * has said that it is saved. Arguments: data folder, id of the scenario.
 */
import { writeSync } from 'node:fs';
import { openAppStore } from '../../../src/main/openAppStore.ts';
import { readEditions } from '../../../src/main/resources.ts';
import { makeNodeLine } from '../../../src/shared/scenario/blank.ts';

const [, , dataFolder = '', id = ''] = process.argv;
const opened = openAppStore({ dataFolder, now: () => new Date(), editions: readEditions(`${import.meta.dirname}/../../../resources`) });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { store } = opened.value;
const open = store.openScenario(id);
if (!open.ok) throw new Error(JSON.stringify(open.error));
let { revision } = open.value;
const place = { option: 'A', sheet: 'nodes', row: null, column: null };
for (;;) {
  const next = revision + 1;
  // Two lines and the name: a patch that is torn apart shows.
  const saved = store.save({
    id,
    revision,
    history: [{ move: 'push', length: 3, label: { key: 'addLine', params: { revision: String(next) } }, before: place, after: place }],
    patch: [
      { op: 'line.insert', option: 'A', sheet: 'nodes', index: 0, line: { ...makeNodeLine(`a${next}`), note: String(next) } },
      { op: 'line.insert', option: 'A', sheet: 'nodes', index: 1, line: { ...makeNodeLine(`b${next}`), note: String(next) } },
      { op: 'scenario.set', field: 'name', before: revision === 0 ? 'Plan' : String(revision), after: String(next) },
    ],
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  revision = saved.value.revision;
  writeSync(1, `${revision}\n`);
}
