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
  readonly position: number;
  readonly undone: number;
  readonly entry: string;
}
interface ReadHistory {
  readonly history: History;
  /** entries that could not be read, with those behind them: nothing may be undone or redone past a gap */
  readonly lost: number;
}

/**
 * From where the user stands, backwards what is done and forwards what is undone, each as far as it can be read; the rest is forgotten.
 * Inside a transaction of the caller.
 */
export const openHistory = (connection: Connection, scenario: string): ReadHistory => {
  const rows = connection.query<Row>('SELECT position, undone, entry FROM history WHERE scenario = ? ORDER BY position').all(scenario);
  const firstUndone = rows.findIndex(({ undone }) => undone === 1);
  const now = firstUndone < 0 ? rows.length : firstUndone;
  const done = readEntries(rows.slice(0, now).toReversed()).toReversed();
  const undone = readEntries(rows.slice(now)).toReversed();
  const lost = [...rows.slice(0, now - done.length), ...rows.slice(now + undone.length)];
  for (const { position } of lost) connection.run('DELETE FROM history WHERE scenario = ? AND position = ?', scenario, position);
  return { history: { done, undone }, lost: lost.length };
};

/** Those before the first that cannot be read. */
const readEntries = (rows: readonly Row[]): readonly HistoryEntry[] => {
  const entries: HistoryEntry[] = [];
  for (const { entry } of rows) {
    const parsed = parseHistoryEntry(entry);
    if (parsed === null) break;
    entries.push(parsed);
  }
  return entries;
};

interface End {
  readonly position: number;
  readonly undone: number;
  readonly bytesBefore: number;
  readonly bytes: number;
}
// octet_length reads no text, length would read all of it.
const END = `SELECT position, undone, bytes_before AS bytesBefore, octet_length(entry) AS bytes
  FROM history WHERE scenario = ? ORDER BY position`;
const oldest = (connection: Connection, scenario: string): End | undefined => connection.query<End>(`${END} LIMIT 1`).get(scenario);
const newest = (connection: Connection, scenario: string): End | undefined => connection.query<End>(`${END} DESC LIMIT 1`).get(scenario);

/** The oldest entries make room; one that is too large by itself is not kept, and then nothing before it can be taken back. */
const push = (connection: Connection, scenario: string, entry: HistoryEntry): void => {
  const text = JSON.stringify(entry);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) {
    forgetHistory(connection, scenario);
    return;
  }
  let last = newest(connection, scenario);
  if (last?.undone === 1) {
    connection.run('DELETE FROM history WHERE scenario = ? AND undone = 1', scenario);
    last = newest(connection, scenario);
  }
  const position = (last?.position ?? 0) + 1;
  const bytesBefore = last === undefined ? 0 : last.bytesBefore + last.bytes;
  connection.run(
    'INSERT INTO history (scenario, position, undone, bytes_before, entry) VALUES (?, ?, 0, ?, ?)',
    scenario,
    position,
    bytesBefore,
    text,
  );
  connection.run('DELETE FROM history WHERE scenario = ? AND position <= ?', scenario, position - MOST_ENTRIES);
  const mostBefore = bytesBefore + bytes - MOST_BYTES;
  if ((oldest(connection, scenario)?.bytesBefore ?? 0) < mostBefore) {
    connection.run('DELETE FROM history WHERE scenario = ? AND bytes_before < ?', scenario, mostBefore);
  }
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
