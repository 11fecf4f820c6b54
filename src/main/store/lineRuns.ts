/** Runs of lines in a patch: a paste, or its undo, comes as thousands of operations side by side and is saved as one block. */
import type { Patch, PatchOp } from '../../shared/scenario/patch.ts';
import type { Line, SheetId } from '../../shared/scenario/types.ts';

type LineOp = Extract<PatchOp, { readonly op: 'line.insert' | 'line.remove' }>;

export interface LineRun {
  readonly op: LineOp['op'];
  readonly option: string;
  readonly sheet: SheetId;
  /** position of the block's first line: before a removal, after an insertion */
  readonly index: number;
  /** in the order of the sheet */
  readonly lines: readonly Line[];
  /** operations that it stands for */
  readonly length: number;
}

/**
 * The block that begins with the operation at `at`. Inserts: each below the last (index + 1), or each above it (same index).
 * Removals: each from the same index, or each above the last (index - 1).
 */
export const takeRun = (patch: Patch, at: number, first: LineOp): LineRun => {
  const away = first.op === 'line.insert' ? 1 : -1;
  const ops = [first];
  let step: number | null = null;
  for (;;) {
    const previous = ops.at(-1) ?? first;
    const next = patch[at + ops.length];
    if (next?.op !== first.op || next.option !== first.option || next.sheet !== first.sheet) break;
    const distance = next.index - previous.index;
    if (distance !== 0 && distance !== away) break;
    if (step !== null && distance !== step) break;
    step = distance;
    ops.push(next);
  }
  const isUpwards = first.op === 'line.insert' ? step === 0 : step === -1;
  const lines = (isUpwards ? ops.toReversed() : ops).map(({ line }) => line);
  const index = step === -1 ? first.index - ops.length + 1 : first.index;
  return { op: first.op, option: first.option, sheet: first.sheet, index, lines, length: ops.length };
};
