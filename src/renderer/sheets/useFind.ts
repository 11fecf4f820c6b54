/** The hits of a search as the sheet changes, and the part of it that is searched. */
import { useEffect, useState } from 'react';
import type { GridSource } from '../grid/controller.ts';
import type { CellPlace } from '../grid/find.ts';
import type { GridRow } from '../grid/types.ts';
import type { Tab } from '../state/ui.ts';
import { useApp } from '../ui/appContext.tsx';
import { findCells } from './findCells.ts';

/** The selection as it is when the box is ticked, by places; null: everywhere. */
export const useScope = <R extends GridRow>(
  source: GridSource<R>,
  sheet: Tab,
  inSelection: boolean,
): ((place: CellPlace) => boolean) | null => {
  const { ui } = useApp();
  const [scope, setScope] = useState<((place: CellPlace) => boolean) | null>(null);
  useEffect(() => {
    const ranges = ui.getState().ranges[sheet] ?? [];
    if (!inSelection || ranges.length === 0) {
      setScope(null);
      return;
    }
    const { rows, columns } = source.get();
    const rowOf = new Map(rows.map(({ id }, place) => [id, place]));
    const columnOf = new Map(columns.map(({ id }, place) => [id, place]));
    const areas = ranges.map(({ from, to }) => ({
      top: rowOf.get(from.row) ?? 0,
      bottom: rowOf.get(to.row) ?? rows.length - 1,
      left: columnOf.get(from.column) ?? 0,
      right: columnOf.get(to.column) ?? columns.length - 1,
    }));
    const within = ({ row, column }: CellPlace): boolean =>
      areas.some(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right);
    setScope(() => within);
  }, [ui, source, sheet, inSelection]);
  return scope;
};

interface HitsInput<R extends GridRow> {
  readonly source: GridSource<R>;
  readonly query: string;
  readonly matchCase: boolean;
  readonly wholeCell: boolean;
  readonly within: ((place: CellPlace) => boolean) | null;
}
const NO_HITS: readonly CellPlace[] = [];

/** The hits now, looked for again after each change of the sheet. */
export const useHits = <R extends GridRow>({ source, query, matchCase, wholeCell, within }: HitsInput<R>): readonly CellPlace[] => {
  const [hits, setHits] = useState(NO_HITS);
  useEffect(() => {
    if (query === '') {
      setHits(NO_HITS);
      return;
    }
    let model = source.get();
    const look = () => findCells({ model, query, options: { matchCase, wholeCell }, within }, setHits);
    let giveUp = look();
    const stop = source.subscribe(() => {
      const next = source.get();
      if (next === model) return;
      model = next;
      giveUp();
      giveUp = look();
    });
    return () => {
      stop();
      giveUp();
    };
  }, [source, query, matchCase, wholeCell, within]);
  return hits;
};
