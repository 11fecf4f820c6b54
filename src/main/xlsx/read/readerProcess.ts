/**
 * The process in which files are opened. It keeps the tables of the file that it has opened last, and answers what they are under a mapping.
 *
 * A hostile file can at worst make this process slow or large; reader.ts ends it then. What is thrown here is answered as a broken
 * file: only the content can be the reason.
 */
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { previewImport, suggestColumns, suggestMapping, takeImport } from '../../../shared/importing/preview.ts';
import type { Table } from '../../../shared/importing/table.ts';
import { serve } from '../../process/serve.ts';
import { openBytes } from './openBytes.ts';
import type { ReaderAnswer, ReaderAnswers, ReaderMessage, ReaderRequests } from './reader.ts';

let tables: readonly Table[] = [];

const openHere = async ({ bytes, name }: ReaderRequests['openHere']): Promise<Result<ReaderAnswers['openHere']>> => {
  const opened = await openBytes(bytes, name);
  if (!opened.ok || opened.value.kind === 'scenario') return opened as Result<ReaderAnswers['openHere']>;
  tables = opened.value.tables;
  return ok({ kind: 'tables', tables: tables.map((table) => ({ name: table.name, rows: table.rows.length })) });
};

const preview = ({ mapping, guessColumns, context, remembered, problems }: ReaderRequests['preview']): ReaderAnswers['preview'] => {
  const wanted = mapping ?? suggestMapping(tables, context, remembered);
  if (wanted === null) return null;
  return previewImport(tables, guessColumns ? suggestColumns(tables, wanted, context) : wanted, context, problems);
};

const answer = async ({ method, request }: ReaderMessage): Promise<Result<unknown>> => {
  switch (method) {
    case 'open':
      return openBytes(request.bytes, request.name);
    case 'openHere':
      return openHere(request);
    case 'preview':
      return ok(preview(request));
    case 'take':
      return ok(takeImport(tables, request.mapping, request.context));
  }
};

const answerSafely = async (message: ReaderMessage, reply: (answer: ReaderAnswer) => void): Promise<void> => {
  try {
    reply(await answer(message));
  } catch (thrown) {
    reply(fail('WORKBOOK_BROKEN', null, { reason: thrown instanceof Error ? thrown.message.slice(0, 200) : 'reader' }));
  }
};

serve<ReaderMessage, ReaderAnswer>((message, reply) => void answerSafely(message, reply));
