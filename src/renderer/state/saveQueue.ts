/**
 * How what is queued is cut into requests. Gestures go whole and together, so that the store knows what to undo; but never more at once
 * than main takes (main/ipc/plainData.ts): a request that it refuses for its size would be refused for ever, and block all after it.
 */
import type { HistoryMove } from '../../shared/scenario/history.ts';
import type { Patch, PatchOp } from '../../shared/scenario/patch.ts';

/** Operations in one request; an option counts as its lines. A third of what main takes, and more than one kept history entry holds. */
const MOST_AT_ONCE = 100_000;

/** A gesture, or a part of one that is too large for a request: such a part has no move. */
export interface Queued {
  readonly patch: Patch;
  readonly move: HistoryMove | null;
}

export const queueOf = (patch: Patch, move: HistoryMove, most = MOST_AT_ONCE): readonly Queued[] =>
  sizeOf(patch) <= most ? [{ patch, move }] : cut(patch, most).map((part) => ({ patch: part, move: null }));

/** The first of the queue that go together in the next request, at least one. */
export const takeNext = (queue: readonly Queued[], most = MOST_AT_ONCE): readonly Queued[] => {
  let size = 0;
  const end = queue.findIndex(({ patch, move }, at) => {
    size += sizeOf(patch);
    // A part goes alone: it makes the store forget its history, and must not take a whole gesture's entry with it.
    return at > 0 && (size > most || move === null || queue[at - 1]?.move === null);
  });
  return end < 0 ? queue : queue.slice(0, end);
};

const sizeOf = (patch: Patch): number => patch.reduce((sum, op) => sum + opSize(op), 0);

const opSize = (op: PatchOp): number => {
  if (op.op !== 'option.insert' && op.op !== 'option.remove') return 1;
  const { nodes, usage, packs } = op.option;
  return 1 + nodes.length + usage.length + packs.length;
};

const cut = (patch: Patch, most: number): readonly Patch[] => {
  const parts: PatchOp[][] = [];
  let part: PatchOp[] = [];
  let size = 0;
  for (const op of patch) {
    const more = opSize(op);
    if (part.length > 0 && size + more > most) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(op);
    size += more;
  }
  return part.length > 0 ? [...parts, part] : parts;
};
