import { describe, expect, it, vi } from 'vitest';
import { listed, noticeKey, openDesk, openName, type } from './desk.ts';

describe('opening another scenario', () => {
  it('saves what was typed first', async () => {
    const desk = await openDesk('one', 'two');
    type(desk, 'one, changed');
    await desk.actions.scenarios.open('s2');
    expect(openName(desk)).toBe('two');
    expect(desk.main.scenario('s1')?.name).toBe('one, changed');
  });

  it('is refused, with the reason and a way on, while that cannot be saved', async () => {
    const desk = await openDesk('one', 'two');
    desk.main.saving = 'refuse';
    type(desk, 'precious');
    await desk.actions.scenarios.open('s2');
    expect(openName(desk)).toBe('precious');
    expect(noticeKey(desk)).toBe('leaveRefused');
    desk.main.saving = null;
    desk.session.ui.getState().notice?.action?.run();
    await desk.session.document.flush();
    expect(desk.main.scenario('s1')?.name).toBe('precious');
  });

  it('keeps what is typed while the answer is on its way', async () => {
    const desk = await openDesk('one', 'two');
    const release = desk.main.holdBack();
    const opening = desk.actions.scenarios.open('s2');
    await vi.waitFor(() => expect(desk.main.asked.at(-1)?.channel).toBe('scenario.open'));
    type(desk, 'typed late');
    release();
    await opening;
    expect(openName(desk)).toBe('two');
    expect(desk.main.scenario('s1')?.name).toBe('typed late');
  });

  it('shows the one that was asked for last', async () => {
    const desk = await openDesk('one', 'two', 'three');
    await Promise.all([desk.actions.scenarios.open('s2'), desk.actions.scenarios.open('s3')]);
    expect(openName(desk)).toBe('three');
  });

  it('that is gone says so and stays', async () => {
    const desk = await openDesk('one');
    await desk.actions.scenarios.open('s9');
    expect(openName(desk)).toBe('one');
    expect(noticeKey(desk)).toBe('SCENARIO_NOT_FOUND');
  });
});

describe('making and naming scenarios', () => {
  it('opens a new one under a free name, ready to be named', async () => {
    const desk = await openDesk('Untitled plan');
    await desk.actions.scenarios.create('blank');
    expect(openName(desk)).toBe('Untitled plan 2');
    expect(listed(desk)).toEqual(['Untitled plan 2', 'Untitled plan']);
    expect(desk.session.ui.getState().renaming).toBe('s2');
  });

  it('duplicates one that is not open', async () => {
    const desk = await openDesk('one', 'two');
    await desk.actions.scenarios.duplicate('s2');
    expect(openName(desk)).toBe('Copy of two');
  });

  it('renames the open one by a command that can be undone, another one in the store', async () => {
    const desk = await openDesk('one', 'two');
    await desk.actions.scenarios.rename('s1', 'first');
    await desk.actions.scenarios.rename('s2', ' second ');
    await desk.session.document.flush();
    expect(desk.main.scenario('s1')?.name).toBe('first');
    expect(listed(desk)).toContain('second');
    desk.session.document.undo();
    expect(openName(desk)).toBe('one');
  });
});

describe('deleting a scenario', () => {
  it('that is open shows another one, and undo brings it back to the screen and to its place', async () => {
    const desk = await openDesk('one', 'two', 'three');
    await desk.actions.scenarios.open('s2');
    await desk.actions.scenarios.remove('s2');
    expect(openName(desk)).not.toBe('two');
    expect(listed(desk)).toEqual(['one', 'three']);
    expect(noticeKey(desk)).toBe('scenarioDeleted');
    desk.session.ui.getState().notice?.action?.run();
    await vi.waitFor(() => expect([openName(desk), listed(desk)]).toEqual(['two', ['one', 'two', 'three']]));
    expect(desk.session.ui.getState().notice).toBeNull();
  });

  it('that is not open leaves the open one alone, also when it comes back', async () => {
    const desk = await openDesk('one', 'two');
    await desk.actions.scenarios.remove('s2');
    expect(openName(desk)).toBe('one');
    desk.session.ui.getState().notice?.action?.run();
    await vi.waitFor(() => expect([openName(desk), listed(desk)]).toEqual(['one', ['one', 'two']]));
    // The next start must not show the one that came back.
    expect(desk.main.requests('scenario.open').at(-1)).toEqual({ id: 's1' });
  });

  it('that is the last leaves a blank one, which goes again with the undo', async () => {
    const desk = await openDesk('only');
    await desk.actions.scenarios.remove('s1');
    expect(listed(desk)).toEqual(['blank']);
    desk.session.ui.getState().notice?.action?.run();
    await vi.waitFor(() => expect([openName(desk), listed(desk)]).toEqual(['only', ['only']]));
  });
});

describe('options', () => {
  it('are added, shown, removed and brought back', async () => {
    const desk = await openDesk('one');
    const { options } = desk.actions;
    const ids = (): string[] => desk.session.document.store.getState()?.scenario.options.map(({ id }) => id) ?? [];
    options.add();
    expect(desk.session.ui.getState().option).toBe('B');
    options.duplicate('A');
    expect(ids()).toEqual(['A', 'C', 'B']);
    options.step(1);
    options.step(1);
    expect(desk.session.ui.getState().option).toBe('A');
    options.view('C');
    options.remove('C');
    expect(desk.session.ui.getState().option).toBe('B');
    desk.session.ui.getState().notice?.action?.run();
    expect(ids()).toEqual(['A', 'C', 'B']);
    expect(desk.session.ui.getState().option).toBe('C');
  });

  it('a notice’s undo takes back what it names, or nothing', async () => {
    const desk = await openDesk('one');
    desk.actions.options.add();
    desk.actions.options.remove('B');
    const undo = desk.session.ui.getState().notice?.action?.run;
    type(desk, 'typed since');
    undo?.();
    expect(openName(desk)).toBe('typed since');
    expect(desk.session.document.store.getState()?.scenario.options).toHaveLength(1);
  });

  it('the last one stays, and the window says so', async () => {
    const desk = await openDesk('one');
    desk.actions.options.remove('A');
    expect(noticeKey(desk)).toBe('COMMAND_REFUSED');
  });
});

describe('settings', () => {
  it('another price book is a command too', async () => {
    const desk = await openDesk('one');
    await desk.actions.settings.choosePriceBook('2021-01-21');
    const state = desk.session.document.store.getState();
    expect(state?.scenario).toMatchObject({ priceBook: '2021-01-21', priceBookHash: 'hash-2021-01-21' });
    expect(state?.priceBook.edition).toBe('2021-01-21');
    desk.session.document.undo();
    expect(desk.session.document.store.getState()?.priceBook.edition).toBe('seed');
  });

  it('a value that cannot be used is refused', async () => {
    const desk = await openDesk('one');
    expect(desk.actions.settings.setStartMonth('2026-13')?.code).toBe('VALUE_INVALID');
    expect(desk.actions.settings.setMonths('121')?.code).toBe('VALUE_INVALID');
    expect(desk.actions.settings.setMonths('24')).toBeNull();
  });
});
