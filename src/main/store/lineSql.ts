/** SQL of the three line tables, derived from LINE_FIELDS: a column has the name of its field in the scenario format. */
import { LINE_FIELDS, type SheetId } from '../../shared/scenario/types.ts';

interface SheetSql {
  readonly fields: readonly string[];
  /** (option, id, rank, notes, ...fields) */
  readonly insert: string;
  /** (option) -> id, ...fields in the order of the sheet */
  readonly select: string;
  /** (option) -> row, rank in the order of the sheet */
  readonly ranks: string;
  /** (rank, row) */
  readonly setRank: string;
  /** (row, id) */
  readonly remove: string;
  /** (option, id) -> row */
  readonly find: string;
  /** (option) -> id, notes of the lines that have any */
  readonly notes: string;
  /** (option, id) -> row, notes */
  readonly findNotes: string;
  /** (notes, row) */
  readonly setNotes: string;
  /** field -> (after, option, id, before) */
  readonly set: ReadonlyMap<string, string>;
}

const TABLES = { nodes: 'node_lines', usage: 'usage_lines', packs: 'pack_lines' } as const satisfies Record<SheetId, string>;

const sqlOf = (sheet: SheetId): SheetSql => {
  const table = TABLES[sheet];
  const fields: readonly string[] = LINE_FIELDS[sheet];
  const columns = fields.map(quote);
  const marks = columns.map(() => '?').join(', ');
  return {
    fields,
    insert: `INSERT INTO ${table} (option, id, rank, notes, ${columns.join(', ')}) VALUES (?, ?, ?, ?, ${marks})`,
    select: `SELECT id, ${columns.join(', ')} FROM ${table} WHERE option = ? ORDER BY rank`,
    ranks: `SELECT row, rank FROM ${table} WHERE option = ? ORDER BY rank`,
    setRank: `UPDATE ${table} SET rank = ? WHERE row = ?`,
    remove: `DELETE FROM ${table} WHERE row = ? AND id = ?`,
    find: `SELECT row FROM ${table} WHERE option = ? AND id = ?`,
    notes: `SELECT id, notes FROM ${table} WHERE option = ? AND notes IS NOT NULL`,
    findNotes: `SELECT row, notes FROM ${table} WHERE option = ? AND id = ?`,
    setNotes: `UPDATE ${table} SET notes = ? WHERE row = ?`,
    // `IS ?`: what stood there must be what the patch says, else the patch was made for another scenario.
    set: new Map(
      fields.map((field) => [field, `UPDATE ${table} SET ${quote(field)} = ? WHERE option = ? AND id = ? AND ${quote(field)} IS ?`]),
    ),
  };
};

const quote = (field: string): string => `"${field}"`;

export const LINE_SQL: Readonly<Record<SheetId, SheetSql>> = { nodes: sqlOf('nodes'), usage: sqlOf('usage'), packs: sqlOf('packs') };
