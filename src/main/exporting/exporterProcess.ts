/** The process that writes one file: it bills the scenario anew, and makes its rows while they are written. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { computeBill } from '../../shared/billing/computeBill.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { formatScenario } from '../../shared/scenario/json.ts';
import { csvChunks } from '../csv/writeCsv.ts';
import { type CsvTable, csvRowsOf } from '../csv/writeCsvOf.ts';
import { serve } from '../process/serve.ts';
import { fitsImport } from '../xlsx/read/fitsImport.ts';
import { type Replacement, writeTemporary } from '../xlsx/replaceFile.ts';
import { makeWorkbookModel, type WorkbookInput } from '../xlsx/workbookModel.ts';
import { writeSheets } from '../xlsx/writer.ts';
import type { ExportAnswer, ExportedFile, ExportedPlan, ExportMessage } from './exporter.ts';
import { csvRows, LINE_WORTH, type Share, startProgress, WHOLE, workbookRows } from './progress.ts';

interface Target {
  readonly replacement: Replacement;
  readonly tell: (share: Share) => void;
}
interface Work extends Target {
  readonly input: WorkbookInput;
}

const writeWorkbook = async ({ input, replacement, tell }: Work): Promise<Result<ExportedFile>> => {
  const progress = startProgress(workbookRows(input.bill), tell);
  const sheets = makeWorkbookModel(input).map((sheet) => ({
    ...sheet,
    rows: progress.count(sheet.rows, sheet.lock === 'lines' ? LINE_WORTH : 1),
  }));
  const written = await writeTemporary(replacement, (stream) => writeSheets(sheets, stream));
  if (!written.ok) return written;
  tell(WHOLE);
  return ok({ fitsImport: await fitsImport(replacement.temporary) });
};

const writeText = async ({ replacement, tell }: Target, chunks: Iterable<string>): Promise<Result<ExportedFile>> => {
  const written = await writeTemporary(replacement, (stream) =>
    pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 1 }), stream),
  );
  if (!written.ok) return written;
  tell(WHOLE);
  return ok({ fitsImport: true });
};

const writeCsv = (work: Work, table: CsvTable): Promise<Result<ExportedFile>> => {
  const progress = startProgress(csvRows(work.input.bill, table), work.tell);
  return writeText(work, csvChunks(progress.count(csvRowsOf(work.input, table))));
};

const write = async (
  { plan, what, locale, origin, baseline, replacement }: ExportMessage,
  tell: Target['tell'],
): Promise<Result<ExportedFile>> => {
  const { scenario, priceBook } = JSON.parse(new TextDecoder().decode(plan)) as ExportedPlan;
  const work = (): Work => ({
    replacement,
    tell,
    input: { scenario, priceBook, bill: computeBill({ scenario, priceBook }), locale, origin, baseline },
  });
  switch (what.kind) {
    case 'workbook':
      return writeWorkbook(work());
    case 'json':
      return writeText({ replacement, tell }, [`${JSON.stringify(formatScenario(scenario), null, 2)}\n`]);
    case 'csv':
      return writeCsv(work(), what.table);
  }
};

serve<ExportMessage, ExportAnswer>((message, reply) => {
  const failed = (thrown: unknown): Result<never> =>
    fail('EXPORT_FAILED', message.replacement.name, { reason: thrown instanceof Error ? thrown.message.slice(0, 200) : 'exporter' });
  const tell = (share: Share): void => reply({ kind: 'progress', share });
  void write(message, tell)
    .catch(failed)
    .then((result) => reply({ kind: 'end', result }));
});
