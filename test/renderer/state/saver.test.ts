import { describe, expect, it, vi } from 'vitest';
import { createSaver, type SaveState } from '../../../src/renderer/state/saver.ts';
import type { Patch } from '../../../src/shared/scenario/patch.ts';
import { FakeMain } from './fakeMain.ts';

const rename = (before: string, after: string): Patch => [{ op: 'scenario.set', field: 'name', before, after }];

const MOVE = { move: 'redo' } as const;
const PLACE = { option: 'A', sheet: 'nodes', row: null, column: null };

const startSaver = () => {
  const main = new FakeMain('first', 'second');
  const states: SaveState[] = [];
  const reasons: (string | undefined)[] = [];
  const saver = createSaver(main.bridge, (state, error) => {
    states.push(state);
    reasons.push(error?.params.reason);
  });
  saver.reset({ id: 's1', revision: 0 });
  return { main, saver, states, reasons };
};

describe('saver', () => {
  it('saves each patch at once and counts the revisions', async () => {
    const { main, saver, states } = startSaver();
    saver.push(rename('first', 'b'), MOVE);
    expect(states).toEqual(['saving']);
    await saver.flush();
    saver.push(rename('b', 'c'), MOVE);
    expect(await saver.flush()).toBe('saved');
    expect(main.scenario('s1')?.name).toBe('c');
    expect(main.requests('scenario.save').map(({ revision }) => revision)).toEqual([0, 1]);
    expect(states).toEqual(['saving', 'saved', 'saving', 'saved']);
  });

  it('has one request under way; what is typed meanwhile goes with the next one, in order', async () => {
    const { main, saver } = startSaver();
    const release = main.holdBack();
    saver.push(rename('first', 'b'), MOVE);
    saver.push(rename('b', 'c'), MOVE);
    saver.push(rename('c', 'd'), MOVE);
    expect(main.requests('scenario.save')).toHaveLength(1);
    release();
    expect(await saver.flush()).toBe('saved');
    expect(main.requests('scenario.save').map(({ patch }) => patch.length)).toEqual([1, 2]);
    expect(main.scenario('s1')?.name).toBe('d');
  });

  it('tells the store what each patch does to undo and redo, in the order of the gestures', async () => {
    const { main, saver } = startSaver();
    const release = main.holdBack();
    const push = (name: string) => ({ move: 'push', label: { key: 'edit', params: { name } }, before: PLACE, after: PLACE }) as const;
    saver.push(rename('first', 'b'), push('1'));
    saver.push([...rename('b', 'c'), ...rename('c', 'd')], push('2'));
    saver.push([...rename('d', 'c'), ...rename('c', 'b')], { move: 'undo' });
    saver.push([...rename('b', 'c'), ...rename('c', 'd')], { move: 'redo' });
    release();
    expect(await saver.flush()).toBe('saved');
    expect(main.requests('scenario.save').map(({ history }) => history)).toEqual([
      [{ ...push('1'), length: 1 }],
      [
        { ...push('2'), length: 2 },
        { move: 'undo', length: 2 },
        { move: 'redo', length: 2 },
      ],
    ]);
    expect(main.scenario('s1')?.name).toBe('d');
  });

  it('tells them again when the request was refused, and none twice', async () => {
    const { main, saver } = startSaver();
    main.saving = 'refuse';
    saver.push(rename('first', 'b'), { move: 'undo' });
    await saver.flush();
    main.saving = null;
    saver.push(rename('b', 'c'), { move: 'redo' });
    await saver.flush();
    saver.push(rename('c', 'd'), { move: 'undo' });
    await saver.flush();
    const moves = main.requests('scenario.save').map(({ history }) => history.map(({ move }) => move).join(' '));
    expect(moves).toEqual(['undo', 'undo redo', 'undo']);
  });

  it('sends no more at once than main takes, a large gesture in parts that tell no gesture', async () => {
    const { main, saver } = startSaver();
    const same = rename('first', 'first');
    saver.push(Array.from({ length: 250_000 }, () => same).flat(), MOVE);
    saver.push(rename('first', 'b'), MOVE);
    saver.push(rename('b', 'c'), MOVE);
    expect(await saver.flush()).toBe('saved');
    expect(main.requests('scenario.save').map(({ patch, history }) => [patch.length, history.length])).toEqual([
      [100_000, 0],
      [100_000, 0],
      [50_000, 0],
      [2, 2],
    ]);
    expect(main.scenario('s1')?.name).toBe('c');
  });

  it('flush waits for what is pushed while it waits', async () => {
    const { main, saver } = startSaver();
    const release = main.holdBack();
    saver.push(rename('first', 'b'), MOVE);
    const flushed = saver.flush();
    saver.push(rename('b', 'c'), MOVE);
    release();
    expect(await flushed).toBe('saved');
    expect(main.scenario('s1')?.name).toBe('c');
  });

  it.each(['refuse', 'lose'] as const)('keeps what could not be saved (%s), says why, and a retry saves all of it', async (saving) => {
    const { main, saver, states, reasons } = startSaver();
    main.saving = saving;
    saver.push(rename('first', 'b'), MOVE);
    expect(await saver.flush()).toBe('failed');
    expect(reasons.at(-1)).toContain(saving === 'refuse' ? 'SQLITE_FULL' : 'the line broke');
    main.saving = null;
    saver.retry();
    expect(states.at(-1)).toBe('saving');
    expect(await saver.flush()).toBe('saved');
    expect(main.scenario('s1')?.name).toBe('b');
  });

  it('tries again with the next edit, and loses nothing', async () => {
    const { main, saver } = startSaver();
    main.saving = 'refuse';
    saver.push(rename('first', 'b'), MOVE);
    await saver.flush();
    main.saving = null;
    saver.push(rename('b', 'c'), MOVE);
    expect(await saver.flush()).toBe('saved');
    expect(main.scenario('s1')?.name).toBe('c');
    expect(main.revision('s1')).toBe(1);
  });

  it('flush tries once more what was refused before', async () => {
    const { main, saver } = startSaver();
    main.saving = 'refuse';
    saver.push(rename('first', 'b'), MOVE);
    await saver.flush();
    expect(await saver.flush()).toBe('failed');
    main.saving = null;
    expect(await saver.flush()).toBe('saved');
  });

  it('still sends what the former scenario has queued, without reporting it as the new one’s', async () => {
    const { main, saver, states } = startSaver();
    const release = main.holdBack();
    saver.push(rename('first', 'b'), MOVE);
    saver.push(rename('b', 'c'), MOVE);
    saver.reset({ id: 's2', revision: 0 });
    const before = states.length;
    release();
    saver.push(rename('second', 'x'), MOVE);
    expect(await saver.flush()).toBe('saved');
    await vi.waitFor(() => expect(main.scenario('s1')?.name).toBe('c'));
    expect(main.scenario('s2')?.name).toBe('x');
    expect(states.slice(before)).toEqual(['saving', 'saved']);
  });

  it('has nothing to do before a scenario is open', async () => {
    const saver = createSaver(new FakeMain().bridge, () => undefined);
    saver.push(rename('a', 'b'), MOVE);
    saver.retry();
    expect(await saver.flush()).toBe('saved');
  });
});

describe('a save that waits for its turn', () => {
  const startWaiting = () => {
    const main = new FakeMain('first', 'second');
    const states: SaveState[] = [];
    const waiting = new Set<() => void>();
    const schedule = (task: () => void) => {
      waiting.add(task);
      return () => waiting.delete(task);
    };
    const saver = createSaver(main.bridge, (state) => states.push(state), schedule);
    saver.reset({ id: 's1', revision: 0 });
    /** the turn comes */
    const turn = (): void => {
      for (const task of [...waiting]) {
        waiting.delete(task);
        task();
      }
    };
    return { main, saver, states, waiting, turn };
  };

  it('counts as saving from the edit on, and takes along what is typed until then', async () => {
    const { main, saver, states, turn } = startWaiting();
    saver.push(rename('first', 'b'), MOVE);
    saver.push(rename('b', 'c'), MOVE);
    expect(states).toEqual(['saving']);
    expect(main.requests('scenario.save')).toEqual([]);
    turn();
    await vi.waitFor(() => expect(states).toEqual(['saving', 'saved']));
    expect(main.requests('scenario.save').map(({ patch }) => patch.length)).toEqual([2]);
  });

  it('does not wait where somebody waits for it', async () => {
    const { main, saver, waiting } = startWaiting();
    saver.push(rename('first', 'b'), MOVE);
    expect(await saver.flush()).toBe('saved');
    expect(main.scenario('s1')?.name).toBe('b');
    expect(waiting.size).toBe(0);
  });

  it('a flush also takes what is typed while it runs', async () => {
    const { main, saver } = startWaiting();
    const release = main.holdBack();
    saver.push(rename('first', 'b'), MOVE);
    const flushed = saver.flush();
    saver.push(rename('b', 'c'), MOVE);
    release();
    expect(await flushed).toBe('saved');
    expect(main.scenario('s1')?.name).toBe('c');
  });

  it('is sent for its own scenario when another one is on screen by then', async () => {
    const { main, saver, turn } = startWaiting();
    saver.push(rename('first', 'b'), MOVE);
    saver.reset({ id: 's2', revision: 0 });
    turn();
    await vi.waitFor(() => expect(main.scenario('s1')?.name).toBe('b'));
    expect(main.scenario('s2')?.name).toBe('second');
  });

  it('is tried again in its turn where it was refused', async () => {
    const { main, saver, states, turn } = startWaiting();
    main.saving = 'refuse';
    saver.push(rename('first', 'b'), MOVE);
    turn();
    await vi.waitFor(() => expect(states.at(-1)).toBe('failed'));
    main.saving = null;
    saver.retry();
    expect(states.at(-1)).toBe('saving');
    turn();
    await vi.waitFor(() => expect(states.at(-1)).toBe('saved'));
    expect(main.scenario('s1')?.name).toBe('b');
  });
});
