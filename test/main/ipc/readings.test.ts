import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createReadings } from '../../../src/main/ipc/readings.ts';
import type { ImportProgress } from '../../../src/shared/ipc/importing.ts';

const MOMENT_MS = 300;
const progress = (file: string, step: ImportProgress['step'] = 'reading'): ImportProgress => ({ file, number: 1, count: 1, step });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const open = () => {
  const told: (string | null)[] = [];
  const readings = createReadings((each) => told.push(each === null ? null : `${each.step} ${each.file}`));
  return { told, readings };
};

it('says nothing of what is read in a moment', () => {
  const { told, readings } = open();
  const reading = readings.begin();
  reading.at(progress('a'), () => undefined);
  vi.advanceTimersByTime(MOMENT_MS - 1);
  reading.end();
  vi.advanceTimersByTime(MOMENT_MS);
  expect(told).toEqual([]);
});

it('says what is done after a moment, then each step, then that it is over', () => {
  const { told, readings } = open();
  const reading = readings.begin();
  reading.at(progress('a'), () => undefined);
  reading.at(progress('b'), () => undefined);
  vi.advanceTimersByTime(MOMENT_MS);
  reading.at(progress('b', 'checking'), () => undefined);
  reading.end();
  expect(told).toEqual(['reading b', 'checking b', null]);
});

it('is over when the last of several is', () => {
  const { told, readings } = open();
  const [first, second] = [readings.begin(), readings.begin()];
  first.at(progress('a'), () => undefined);
  second.at(progress('b'), () => undefined);
  vi.advanceTimersByTime(MOMENT_MS);
  first.end();
  expect(told.at(-1)).not.toBeNull();
  second.end();
  expect(told.at(-1)).toBeNull();
});

it('stops the files that are being read, each once, and those alone', () => {
  const { readings } = open();
  const [ended, first, second] = [readings.begin(), readings.begin(), readings.begin()];
  const stops = [vi.fn(), vi.fn(), vi.fn()];
  for (const [at, reading] of [ended, first, second].entries()) reading.at(progress('a'), stops[at] ?? vi.fn());
  ended.end();
  readings.stop();
  expect(stops.map((stop) => stop.mock.calls.length)).toEqual([0, 1, 1]);
  expect([ended, first, second].map((reading) => reading.isStopped())).toEqual([false, true, true]);
});
