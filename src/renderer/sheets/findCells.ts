/** Looks through the cells of a sheet, in slices, so that the keys stay quick. */
import { type CellPlace, createMatcher, type FindOptions } from '../grid/find.ts';
import type { GridModel, GridRow } from '../grid/types.ts';

export interface FindInput<R extends GridRow> {
  readonly model: GridModel<R>;
  readonly query: string;
  readonly options: FindOptions;
  /** null: everywhere */
  readonly within: ((place: CellPlace) => boolean) | null;
}
/** More are no help to anybody. */
export const MOST_HITS = 10_000;
const SLICE = 4_000;

/** Calls `onDone` with the hits in reading order, at once where one slice is enough. Returns a function that gives it up. */
export const findCells = <R extends GridRow>(input: FindInput<R>, onDone: (hits: readonly CellPlace[]) => void): (() => void) => {
  const hits: CellPlace[] = [];
  const cells = matches(input);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readSlice = (): void => {
    for (let read = 0; read < SLICE; read += 1) {
      const { value, done } = cells.next();
      if (value !== undefined && value !== null) hits.push(value);
      if (done === true || hits.length === MOST_HITS) {
        onDone(hits);
        return;
      }
    }
    timer = setTimeout(readSlice, 0);
  };
  readSlice();
  return () => clearTimeout(timer);
};

/** Each cell that is looked at, null where the text is not in it. */
function* matches<R extends GridRow>({ model, query, options, within }: FindInput<R>): Generator<CellPlace | null, undefined> {
  const has = createMatcher(query, options);
  for (const [row, line] of model.rows.entries()) {
    for (const [column, { id }] of model.columns.entries()) {
      const place = { row, column };
      const isHit = (within === null || within(place)) && (has(model.raw(line, id)) || has(model.cell(line, id).text));
      yield isHit ? place : null;
    }
  }
  return undefined;
}
