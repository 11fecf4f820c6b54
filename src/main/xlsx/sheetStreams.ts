/**
 * The way of a workbook's files into its zip, in place of exceljs's own: that one never says no, so a large sheet would stand in memory.
 * Text is gathered into chunks, and `ready` tells whoever makes the text to wait while the zip is behind.
 *
 * Relies on these insides of exceljs 4.4.0 (test/main/xlsx/sheetStreams.test.ts): WorkbookWriter opens each file of its zip by
 * `_openStream(path)`, and uses of what it gets only pause, write (of text, or of a buffer that it uses again) and end; its zip takes a
 * Readable by `append`; `styles.addStyleModel` and `sharedStrings.add` give the numbers that cells refer to.
 */
import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';

const CHUNK_LENGTH = 64 * 1024;
/** Bytes that may wait for the zip: it packs one chunk while the next ones are made. */
const WAITING = 1024 * 1024;

/** Text, or exceljs's buffer of it. */
type Piece = string | { toBuffer(): Buffer };

export interface SheetStream {
  write(piece: Piece): void;
  end(): void;
  /** exceljs pauses what it opens; it runs when the zip comes to it */
  pause(): void;
  /** null: go on; otherwise settles when the zip has caught up */
  ready(): Promise<void> | null;
}

/** What exceljs does not declare. */
interface Insides {
  _openStream: (path: string) => SheetStream;
  readonly zip: { append(source: PassThrough, entry: { readonly name: string }): void };
  readonly styles: { addStyleModel(style: Partial<ExcelJS.Style>): number };
  readonly sharedStrings: { add(text: string): number };
}
interface SheetInsides {
  readonly stream: SheetStream;
}
type WorkbookWriter = ExcelJS.stream.xlsx.WorkbookWriter;

export interface StreamedPackage {
  readonly streamOf: (sheet: ExcelJS.Worksheet) => SheetStream;
  readonly styleNumber: (style: Partial<ExcelJS.Style>) => number;
  readonly textNumber: (text: string) => number;
}

/** From now on the workbook's files go through streams of ours. */
export const takeOverStreams = (workbook: WorkbookWriter): StreamedPackage => {
  const insides = workbook as unknown as Insides;
  insides._openStream = (path) => {
    const source = new PassThrough({ highWaterMark: WAITING });
    insides.zip.append(source, { name: path });
    return makeStream(source);
  };
  return {
    streamOf: (sheet) => (sheet as unknown as SheetInsides).stream,
    styleNumber: (style) => insides.styles.addStyleModel(style),
    textNumber: (text) => insides.sharedStrings.add(text),
  };
};

const makeStream = (target: PassThrough): SheetStream => {
  let gathered = '';
  const pass = (): void => {
    target.write(gathered);
    gathered = '';
  };
  return {
    write: (piece) => {
      gathered += typeof piece === 'string' ? piece : piece.toBuffer().toString();
      if (gathered.length >= CHUNK_LENGTH) pass();
    },
    end: () => {
      if (gathered !== '') pass();
      target.end();
    },
    pause: () => undefined,
    ready: () => (target.writableNeedDrain ? new Promise((resolve) => target.once('drain', resolve)) : null),
  };
};
