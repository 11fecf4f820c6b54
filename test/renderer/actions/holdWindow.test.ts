import { expect, it, vi } from 'vitest';
import { createHold } from '../../../src/renderer/actions/holdWindow.ts';
import { type Desk, noticeKey, openDesk, type } from './desk.ts';

const tryToClose = (desk: Desk) => {
  const closed = vi.fn(() => undefined);
  const hold = createHold(desk.context, () => {
    closed();
    hold(new Event('beforeunload', { cancelable: true }));
  });
  const event = new Event('beforeunload', { cancelable: true });
  hold(event);
  return { stayed: event.defaultPrevented, closed };
};

it('lets a window go whose edits are all saved', async () => {
  expect(tryToClose(await openDesk('one')).stayed).toBe(false);
});

it('keeps the window until the edit on its way is saved, then closes it', async () => {
  const desk = await openDesk('one');
  const release = desk.main.holdBack();
  type(desk, 'typed last');
  const { stayed, closed } = tryToClose(desk);
  expect(stayed).toBe(true);
  expect(closed).not.toHaveBeenCalled();
  release();
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(desk.main.scenario('s1')?.name).toBe('typed last');
});

it('keeps the window where saving fails, and closes it only when the user says so', async () => {
  const desk = await openDesk('one');
  desk.main.saving = 'refuse';
  type(desk, 'precious');
  const { stayed, closed } = tryToClose(desk);
  expect(stayed).toBe(true);
  await vi.waitFor(() => expect(noticeKey(desk)).toBe('closeRefused'));
  expect(closed).not.toHaveBeenCalled();
  desk.session.ui.getState().notice?.action?.run();
  expect(closed).toHaveBeenCalledOnce();
});
