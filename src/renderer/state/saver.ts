/**
 * Queue of patches on their way to the store. One request is under way at a time; what is typed meanwhile goes with the next
 * one. A refused request keeps its patches, so a retry saves everything. A request may wait until the edit has been painted: it counts as
 * `saving` from the push on, and a flush waits no longer.
 */
import type { AppError } from '../../shared/core/result.ts';
import type { Bridge } from '../../shared/ipc/contract.ts';
import type { HistoryMove } from '../../shared/scenario/history.ts';
import type { Patch } from '../../shared/scenario/patch.ts';
import { type Queued, queueOf, takeNext } from './saveQueue.ts';

export type SaveState = 'saved' | 'saving' | 'failed';
type Report = (state: SaveState, error: AppError | null) => void;
/** Runs a task soon, or at once; returns how to cancel it. */
export type Schedule = (task: () => void) => () => void;

export interface Saver {
  /** `move`: what the patch does to undo and redo; without its length, which is the patch's. */
  push(patch: Patch, move: Move): void;
  /** Starts with another scenario; queued patches of the former one are still sent. */
  reset(target: { readonly id: string; readonly revision: number }): void;
  /** Sends what is queued, once more if it was refused before, and resolves when nothing is left or it was refused again. */
  flush(): Promise<SaveState>;
  retry(): void;
}

/** A move before it is known how many operations are sent with it. */
export type Move = HistoryMove extends infer M ? (M extends HistoryMove ? Omit<M, 'length'> : never) : never;

interface Lane {
  readonly id: string;
  revision: number;
  queue: readonly Queued[];
  state: SaveState;
  running: Promise<void> | null;
  /** cancels the request that waits for its turn; null: none does */
  waiting: (() => void) | null;
}

const atOnce: Schedule = (task) => {
  task();
  return () => undefined;
};

export const createSaver = (bridge: Pick<Bridge, 'invoke'>, report: Report, schedule: Schedule = atOnce): Saver => {
  let current: Lane | null = null;

  const settle = (lane: Lane, state: SaveState, error: AppError | null): void => {
    lane.state = state;
    if (lane === current) report(state, error);
  };
  const send = async (lane: Lane): Promise<void> => {
    while (lane.queue.length > 0) {
      const next = takeNext(lane.queue);
      const patch = next.flatMap((queued) => queued.patch);
      const history = next.flatMap(({ move }) => move ?? []);
      const answer = await bridge.invoke('scenario.save', { id: lane.id, revision: lane.revision, patch, history });
      if (!answer.ok) return settle(lane, 'failed', answer.error);
      lane.revision = answer.value.revision;
      lane.queue = lane.queue.slice(next.length);
    }
    settle(lane, 'saved', null);
  };
  const run = (lane: Lane): void => {
    lane.waiting = null;
    lane.running = send(lane)
      .catch((cause: unknown) => settle(lane, 'failed', { code: 'STORE_FAILED', place: null, params: { reason: String(cause) } }))
      .finally(() => {
        lane.running = null;
        // Pushed between the last answer and this turn: nobody else would send it.
        if (lane.state !== 'failed') start(lane);
      });
  };
  const start = (lane: Lane): void => {
    if (lane.running !== null || lane.waiting !== null || lane.queue.length === 0) return;
    settle(lane, 'saving', null);
    const cancel = schedule(() => run(lane));
    if (lane.running === null) lane.waiting = cancel;
  };
  const hurry = (lane: Lane): void => {
    if (lane.waiting === null) return;
    lane.waiting();
    run(lane);
  };

  return {
    push: (patch, move) => {
      if (current === null) return;
      current.queue = [...current.queue, ...queueOf(patch, { ...move, length: patch.length })];
      start(current);
    },
    reset: ({ id, revision }) => {
      current = { id, revision, queue: [], state: 'saved', running: null, waiting: null };
    },
    flush: async () => {
      const lane = current;
      if (lane === null) return 'saved';
      start(lane);
      // A run that ends may have started the next one.
      for (hurry(lane); lane.running !== null; hurry(lane)) await lane.running;
      return lane.state;
    },
    retry: () => {
      if (current !== null) start(current);
    },
  };
};
