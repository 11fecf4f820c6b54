/** Small things that the grid does with the page: listening, waiting for a frame, finding the cell under a click. */
import { type CellRef, TOTAL_ROW } from './types.ts';

/** Listeners that are taken off together. */
export class Listeners {
  readonly #stops: (() => void)[] = [];

  on<K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    run: (event: HTMLElementEventMap[K]) => void,
    capture = false,
  ): void {
    target.addEventListener(type, run, capture);
    this.add(() => target.removeEventListener(type, run, capture));
  }

  /** For events that the DOM's types do not know. */
  onAny(target: HTMLElement, type: string, run: (event: Event) => void): void {
    target.addEventListener(type, run);
    this.add(() => target.removeEventListener(type, run));
  }

  add(stop: () => void): void {
    this.#stops.push(stop);
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }
}

/** Runs `run` before the next frame is painted, however often it is asked to. */
export class OncePerFrame {
  readonly #run: () => void;
  #request = 0;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    if (this.#request !== 0) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.#run();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#request);
  }
}

export const cellAt = (target: EventTarget | null): CellRef | null => {
  if (!(target instanceof Element)) return null;
  const column = target.closest('.ag-cell')?.getAttribute('col-id');
  const row = target.closest('.ag-row')?.getAttribute('row-id');
  if (column === null || column === undefined || row === null || row === undefined) return null;
  // Pinned rows carry a prefix.
  return { row: row.endsWith(TOTAL_ROW) ? TOTAL_ROW : row, column };
};

/** The column whose header it is. */
export const columnAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('.ag-header-cell')?.getAttribute('col-id') ?? null) : null;
