/**
 * Undo and redo that outlive the window: the last entries of each scenario, changed in the transaction that saves the patch, so that they
 * never disagree with it. Where they would (a change that tells no gesture, an undo of what is no longer kept), they are forgotten.
 */
import { parseHistoryEntry } from '../../shared/ipc/schemas.ts';
import type { History, HistoryEntry, HistoryMove } from '../../shared/scenario/history.ts';
import type { Patch } from '../../shared/scenario/patch.ts';
import type { Connection } from './connection.ts';

export const MOST_ENTRIES = 200;
/** of all entries of a scenario together */
export const MOST_BYTES = 8 * 1024 * 1024;

interface SavedMoves {
  readonly scenario: string;
  readonly patch: Patch;
  readonly moves: readonly HistoryMove[];
}

/** Inside the transaction that saves the patch. */
export const saveMoves = (connection: Connection, { scenario, patch, moves }: SavedMoves): void => {
  const told = moves.reduce((sum, { length }) => sum + length, 0);
  if (told !== patch.length) {
    forgetHistory(connection, scenario);
    return;
  }
  let at = 0;
  for (const move of moves) {
    if (move.move === 'push') {
      const { length, label, before, after } = move;
      push(connection, scenario, { label, before, after, patch: patch.slice(at, at + length) });
    } else {
      shift(connection, scenario, move.move);
    }
    at += move.length;
  }
};

export const forgetHistory = (connection: Connection, scenario: string): void => {
  connection.run('DELETE FROM history WHERE scenario = ?', scenario);
};

/** Before the scenario gets a name that no gesture gave it: a gesture that renamed it could not be taken back any more. */
export const forgetNames = (connection: Connection, scenario: string): void => {
  const pattern = '%"op":"scenario.set","field":"name"%';
  const found = connection.query('SELECT 1 FROM history WHERE scenario = ? AND entry LIKE ? LIMIT 1').get(scenario, pattern);
  if (found !== undefined) forgetHistory(connection, scenario);
};

interface Row {
  readonly undone: number;
  readonly entry: string;
}

/** An entry that cannot be read takes the older ones with it: nothing may be undone past it. */
export const readHistory = (connection: Connection, scenario: string): History => {
  const rows = connection.query<Row>('SELECT undone, entry FROM history WHERE scenario = ? ORDER BY position DESC').all(scenario);
  const done: HistoryEntry[] = [];
  const undone: HistoryEntry[] = [];
  for (const row of rows) {
    const entry = parseHistoryEntry(row.entry);
    if (entry === null) break;
    (row.undone === 1 ? undone : done).push(entry);
  }
  // Redo begins with the oldest that was undone: without the newest nothing can follow.
  return undone.length === rows.filter((row) => row.undone === 1).length ? { done: done.toReversed(), undone } : { done: [], undone: [] };
};

const push = (connection: Connection, scenario: string, entry: HistoryEntry): void => {
  connection.run('DELETE FROM history WHERE scenario = ? AND undone = 1', scenario);
  const last = connection
    .query<{ readonly last: number | null }>('SELECT max(position) AS last FROM history WHERE scenario = ?')
    .get(scenario);
  const position = (last?.last ?? 0) + 1;
  connection.run('INSERT INTO history (scenario, position, undone, entry) VALUES (?, ?, 0, ?)', scenario, position, JSON.stringify(entry));
  connection.run('DELETE FROM history WHERE scenario = ? AND position <= ?', scenario, position - MOST_ENTRIES);
  trimBytes(connection, scenario);
};

/** The oldest go first; an entry that is too large by itself goes with all before it. */
const trimBytes = (connection: Connection, scenario: string): void => {
  const sizes = connection
    .query<{ readonly position: number; readonly size: number }>(
      'SELECT position, length(entry) AS size FROM history WHERE scenario = ? ORDER BY position DESC',
    )
    .all(scenario);
  let sum = 0;
  const excess = sizes.find(({ size }) => {
    sum += size;
    return sum > MOST_BYTES;
  });
  if (excess !== undefined) connection.run('DELETE FROM history WHERE scenario = ? AND position <= ?', scenario, excess.position);
};

const shift = (connection: Connection, scenario: string, move: 'undo' | 'redo'): void => {
  const sql =
    move === 'undo'
      ? `UPDATE history SET undone = 1
         WHERE scenario = ? AND position = (SELECT max(position) FROM history WHERE scenario = ? AND undone = 0)`
      : `UPDATE history SET undone = 0
         WHERE scenario = ? AND position = (SELECT min(position) FROM history WHERE scenario = ? AND undone = 1)`;
  // What is undone is no longer kept: everything else that is kept would be taken back in the wrong order.
  if (connection.run(sql, scenario, scenario).changes === 0) forgetHistory(connection, scenario);
};
