import { describe, expect, it } from 'vitest';
import { getPlace, restoreView, showPlace } from '../../../src/renderer/state/place.ts';
import { type Session, showScenario, startSession } from '../../../src/renderer/state/session.ts';
import { createViewSaver } from '../../../src/renderer/state/view.ts';
import { makeBlankScenario, makeOption } from '../../../src/shared/scenario/blank.ts';
import { FakeMain } from './fakeMain.ts';

const scenario = {
  ...makeBlankScenario({ name: 'plan', priceBook: 'seed', startMonth: '2026-01' }),
  options: [makeOption('A', 'A'), makeOption('B', 'B')],
};
const cells = { usage: { row: 'u1', column: 'quantity' } };

describe('restoring a view', () => {
  it('shows the first sheet and option of a scenario without one', () => {
    expect(restoreView(scenario, null)).toEqual({
      sheet: 'nodes',
      option: 'A',
      cells: {},
      ranges: {},
      grids: {},
      filters: {},
      selection: null,
      baseline: null,
      compareBy: 'cash',
      reveal: null,
    });
  });

  it('shows sheet, option, cell and what was compared as they were', () => {
    expect(restoreView(scenario, { sheet: 'usage', option: 'B', cells, baseline: 'B', compareBy: 'expense' })).toEqual({
      sheet: 'usage',
      option: 'B',
      cells,
      ranges: {},
      grids: {},
      filters: {},
      selection: null,
      baseline: 'B',
      compareBy: 'expense',
      reveal: { sheet: 'usage', row: 'u1', column: 'quantity' },
    });
  });

  it('passes over what is not there any more', () => {
    const view = restoreView(scenario, { sheet: 'gone', option: 'Z', cells: {}, baseline: 'Z' });
    expect(view).toMatchObject({ sheet: 'nodes', option: 'A', baseline: null, compareBy: 'cash' });
  });
});

const startSession1 = async (): Promise<{ main: FakeMain; session: Session }> => {
  const main = new FakeMain('plan', 'other');
  const started = await startSession(main.bridge);
  if (!started.ok) throw new Error(started.error.code);
  return { main, session: started.value };
};

describe('places', () => {
  it('are read from what is on screen and shown again', async () => {
    const { session } = await startSession1();
    session.ui.setState({ sheet: 'usage', cells });
    const place = getPlace(session.ui.getState());
    expect(place).toEqual({ option: 'A', sheet: 'usage', row: 'u1', column: 'quantity' });
    session.ui.setState({ sheet: 'compare', edition: 'seed' });
    showPlace(session.ui, scenario, place);
    expect(session.ui.getState()).toMatchObject({ sheet: 'usage', option: 'A', edition: null, reveal: { row: 'u1' } });
  });

  it('on a sheet without cells reveal nothing, and an option that is gone gives way to the first', async () => {
    const { session } = await startSession1();
    showPlace(session.ui, scenario, { option: 'Z', sheet: 'compare', row: null, column: null });
    expect(session.ui.getState()).toMatchObject({ sheet: 'compare', option: 'A', reveal: null });
  });
});

describe('saving the view', () => {
  const saving = async () => {
    const { main, session } = await startSession1();
    const tasks: (() => void)[] = [];
    const schedule = (task: () => void) => {
      tasks.push(task);
      return () => tasks.splice(tasks.indexOf(task), 1);
    };
    const saver = createViewSaver({ ...session, schedule });
    return { main, session, saver, tasks };
  };

  it('writes once for many changes, when the window is idle', async () => {
    const { main, session, tasks } = await saving();
    session.ui.setState({ sheet: 'usage' });
    session.ui.setState({ option: 'B' });
    expect(tasks).toHaveLength(1);
    expect(main.requests('scenario.saveView')).toEqual([]);
    tasks[0]?.();
    expect(main.requests('scenario.saveView')).toEqual([
      { id: 's1', view: { sheet: 'usage', option: 'B', cells: {}, baseline: null, compareBy: 'cash', grids: {} } },
    ]);
  });

  it('does not write what is no part of the view', async () => {
    const { session, tasks } = await saving();
    session.ui.setState({ whyOpen: false, notice: null });
    expect(tasks).toEqual([]);
  });

  it('writes at once when the window goes, and then no second time', async () => {
    const { main, session, saver, tasks } = await saving();
    session.ui.setState({ sheet: 'packs' });
    saver.flush();
    saver.flush();
    expect(tasks).toEqual([]);
    expect(main.requests('scenario.saveView')).toHaveLength(1);
  });

  it('writes each scenario’s own view', async () => {
    const { main, session, saver } = await saving();
    session.ui.setState({ sheet: 'packs' });
    const other = await main.bridge.invoke('scenario.open', { id: 's2' });
    if (other.ok) showScenario(session, other.value);
    session.ui.setState({ sheet: 'summary' });
    saver.flush();
    const views = main.requests('scenario.saveView').map(({ id, view }) => [id, view.sheet]);
    expect(views).toEqual([
      ['s1', 'packs'],
      ['s2', 'summary'],
    ]);
  });

  it('comes back at the next start', async () => {
    const { main, session, saver } = await saving();
    session.ui.setState({ sheet: 'packs' });
    saver.flush();
    saver.stop();
    const again = await startSession(main.bridge);
    expect(again.ok && again.value.ui.getState().sheet).toBe('packs');
  });
});
