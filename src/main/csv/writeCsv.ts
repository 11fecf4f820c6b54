/**
 * Rows to a CSV file: UTF-8 with a byte order mark, without which Excel reads Chinese as noise. Rows are made as they are written,
 * so a ledger of a million rows is never in memory.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Result } from '../../shared/core/result.ts';
import type { Row } from '../xlsx/model.ts';
import { replaceFile } from '../xlsx/replaceFile.ts';
import { csvRecord } from './csvText.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const CHUNK_LENGTH = 65_536;

/** Errors: FILE_LOCKED, FILE_NOT_WRITTEN; an existing file is then as it was. */
export const writeCsv = (file: string, rows: Iterable<Row>): Promise<Result<void>> =>
  replaceFile(file, (stream) => pipeline(Readable.from(csvChunks(rows), { objectMode: true, highWaterMark: 1 }), stream));

/** The text of the file, in pieces of some 64,000 characters. */
export const csvChunks = function* (rows: Iterable<Row>): Generator<string> {
  let chunk = BYTE_ORDER_MARK;
  for (const row of rows) {
    chunk += csvRecord(row);
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
};
