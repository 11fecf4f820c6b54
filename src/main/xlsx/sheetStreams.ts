/**
 * The way of a sheet's text into the zip, in place of exceljs's own: that one never says no, so a large sheet would stand in memory.
 * Text is gathered into chunks, and `ready` tells whoever makes the text to wait while the zip is behind.
 */
import { PassThrough } from 'node:stream';

const CHUNK_LENGTH = 64 * 1024;
/** Bytes that may wait for the zip: it packs one chunk while the next ones are made. */
const WAITING = 1024 * 1024;

/** Text, or exceljs's buffer of it. */
type Piece = string | { toBuffer(): Buffer };

export class SheetStream {
  /** what the zip reads */
  readonly source = new PassThrough({ highWaterMark: WAITING });
  #gathered = '';

  write(piece: Piece): void {
    this.#gathered += typeof piece === 'string' ? piece : piece.toBuffer().toString();
    if (this.#gathered.length >= CHUNK_LENGTH) this.#pass();
  }

  end(): void {
    if (this.#gathered !== '') this.#pass();
    this.source.end();
  }

  /** exceljs pauses what it opens; it runs when the zip comes to it */
  pause(): void {}

  /** null: go on; otherwise settles when the zip has caught up */
  ready(): Promise<void> | null {
    return this.source.writableNeedDrain ? new Promise((resolve) => this.source.once('drain', resolve)) : null;
  }

  #pass(): void {
    this.source.write(this.#gathered);
    this.#gathered = '';
  }
}
