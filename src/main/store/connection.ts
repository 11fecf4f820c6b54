import { type AppError, fail, ok, type Result } from '../../shared/core/result.ts';
import { type Db, type SqlValue, sqliteCode } from '../db/driver.ts';

/** The typed half of a prepared statement: every row shape is declared beside its SQL. */
export interface Query<Row> {
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): readonly Row[];
}

/** One open database with its prepared statements. */
export interface Connection {
  readonly db: Db;
  query<Row>(sql: string): Query<Row>;
  /** number of rows changed, and the last inserted rowid */
  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly row: number };
}

export const connectionOf = (db: Db): Connection => {
  const prepared = new Map<string, ReturnType<Db['prepare']>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    db,
    query: <Row>(sql: string) => {
      const found = statement(sql);
      return {
        get: (...values) => found.get(...values) as Row | undefined,
        all: (...values) => found.all(...values) as readonly Row[],
      };
    },
    run: (sql, ...values) => {
      const { changes, lastInsertRowid } = statement(sql).run(...values);
      return { changes, row: Number(lastInsertRowid) };
    },
  };
};

/** Thrown inside `transact` to take everything back and answer with a coded error. */
export class Refusal extends Error {
  readonly refused: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.refused = error;
  }
}
export const refuse = (code: AppError['code'], place: string | null = null, params: AppError['params'] = {}): never => {
  throw new Refusal({ code, place, params });
};

/**
 * Runs the work in one immediate transaction. A Refusal takes it back and becomes its error; what SQLite refuses takes it
 * back and becomes STORE_FAILED with params.reason = SQLite's code; any other throw takes it back and goes on.
 */
export const transact = <T>({ db }: Connection, work: () => T): Result<T> => {
  try {
    return ok(db.transaction(work).immediate());
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.refused };
    const reason = sqliteCode(error);
    if (reason !== null) return fail('STORE_FAILED', null, { reason });
    throw error;
  }
};
