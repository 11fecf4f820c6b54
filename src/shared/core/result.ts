/** An operation that can fail returns a Result; a bug throws. */
export type Result<T, E = AppError> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Codes of operations that failed as a whole (an Issue, in contrast, is a problem of one line). The texts live in the UI and the CLI. */
export type ErrorCode =
  | 'INPUT_NOT_FOUND' // the named file cannot be read
  | 'INPUT_NOT_JSON' // neither JSON nor a workbook
  | 'FORMAT_UNKNOWN' // JSON without a known `format`
  | 'KEY_UNKNOWN' // a key that the format does not have; place = its path
  | 'VALUE_INVALID' // a value outside a line that cannot be used; place = its path
  | 'ID_DUPLICATE' // two options, or two lines of one option, share an id
  | 'DRIVER_NAME_INVALID' // a driver's name that is taken, or no name; params.value is it
  | 'EDITION_NOT_FOUND' // the scenario names a price-book edition that is not in the store
  | 'EDITION_CHANGED' // the pinned content hash does not match the edition's
  | 'WORKBOOK_BROKEN' // a zip or xml error; place = part or sheet
  | 'WORKBOOK_ENCRYPTED'
  | 'WORKBOOK_LEGACY' // .xls
  | 'WORKBOOK_TOO_LARGE'
  | 'WORKBOOK_FOREIGN' // tables of another maker, where a scenario is asked for
  | 'COLUMNS_UNKNOWN' // tables, and no sheet has columns that are known
  | 'ROWS_UNUSABLE' // rows of a table that have errors: nothing is taken
  | 'FILE_LOCKED' // the target is open in another program
  | 'FILE_NOT_WRITTEN'
  | 'EXPORT_RUNNING' // one at a time; place = the file that is being written
  | 'EXPORT_STOPPED' // by the user; params.before: `file` where there was one before, else `none`
  | 'EXPORT_FAILED' // the process that writes ended by itself
  | 'SCENARIO_NOT_FOUND'
  | 'REVISION_CONFLICT' // the store's scenario is not the one that the patch was made for
  | 'STORE_FAILED' // SQLite refused; params.reason says why
  | 'REQUEST_INVALID' // an IPC request outside the contract
  | 'USAGE' // command line: words that do not fit
  | 'COMMAND_REFUSED'; // a command that makes no sense here (remove the last option)

/** What happened, where, and with which parameters. Plain data: crosses process borders. */
export interface AppError {
  readonly code: ErrorCode;
  /** JSON path, `Sheet!B7`, file name … or null where there is none. */
  readonly place: string | null;
  readonly params: Readonly<Record<string, string>>;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (
  code: ErrorCode,
  place: string | null = null,
  params: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly error: AppError } => ({ ok: false, error: { code, place, params } });
