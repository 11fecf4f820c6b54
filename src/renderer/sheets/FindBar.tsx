/** Find and replace above the sheet, and the quick filter: rows without the text go out of sight. */
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import type { GridSource } from '../grid/controller.ts';
import { type CellPlace, nextHit, replaceIn } from '../grid/find.ts';
import type { GridHandle } from '../grid/SheetGrid.tsx';
import type { GridEdit, GridHandlers, GridRow } from '../grid/types.ts';
import type { Tab } from '../state/ui.ts';
import { useApp, useUi } from '../ui/appContext.tsx';
import { Button, IconButton } from '../ui/controls/Button.tsx';
import { translate } from '../ui/texts.ts';
import { MOST_HITS } from './findCells.ts';
import { SHEET_GRID_TEXTS } from './texts.ts';
import { useHits, useScope } from './useFind.ts';

interface Props<R extends GridRow> {
  readonly sheet: Tab;
  readonly source: GridSource<R>;
  readonly handlers: GridHandlers;
  readonly grid: GridHandle | null;
}

export const FindBar = <R extends GridRow>({ sheet, source, handlers, grid }: Props<R>) => {
  const { ui } = useApp();
  const locale = useUi((state) => state.locale);
  const find = useUi((state) => state.find);
  const filter = useUi((state) => state.filters[sheet] ?? '');
  const t = translate(SHEET_GRID_TEXTS, locale);
  const [query, setQuery] = useState('');
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeCell, setWholeCell] = useState(false);
  const [inSelection, setInSelection] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const options = { matchCase, wholeCell };
  const scope = useScope(source, sheet, inSelection);
  const hits = useHits({ source, query: find === null ? '' : query, matchCase, wholeCell, within: scope });
  const [at, setAt] = useState(-1);

  useEffect(() => {
    if (find === null) return;
    field.current?.focus();
    field.current?.select();
  }, [find]);
  if (find === null) return null;

  const close = (): void => {
    ui.setState({ find: null });
    grid?.focus();
  };
  const showRows = (words: string): void => ui.setState(({ filters }) => ({ filters: { ...filters, [sheet]: words } }));
  /** Shows a hit, but the keys stay in the bar. */
  const go = (by: 1 | -1): void => {
    const model = source.get();
    const next = nextHit(hits, placeOfActive(source, ui.getState().cells[sheet]), by);
    const hit = hits[next];
    const row = model.rows[hit?.row ?? -1];
    const column = model.columns[hit?.column ?? -1];
    setAt(next);
    if (row === undefined || column === undefined) return;
    grid?.reveal({ row: row.id, column: column.id });
    field.current?.focus();
  };
  const replace = (places: readonly CellPlace[]): void => {
    const edits = places.flatMap((place) => replaced(source, place, (text) => replaceIn(text, query, replacement, options)));
    if (edits.length === 0) handlers.onRefused('computed');
    else handlers.onBatch({ kind: 'replace', edits, added: [] }, { skipped: 0, clipped: 0 });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const count =
    hits.length === 0
      ? t('noHits')
      : t('hits', { at: at < 0 ? '–' : at + 1, count: hits.length === MOST_HITS ? `${MOST_HITS}+` : hits.length });
  return (
    <search className="find-bar" aria-label={t('find')}>
      <Field
        field={field}
        label={t('find')}
        value={query}
        onKey={onKey}
        onChange={(text) => {
          setQuery(text);
          setAt(-1);
          if (filter !== '') showRows(text);
        }}
      />
      <output className="find-count">{query === '' ? '' : count}</output>
      <IconButton icon="fold" label={t('previousHit')} onClick={() => go(-1)} disabled={hits.length === 0} />
      <IconButton icon="unfold" label={t('nextHit')} onClick={() => go(1)} disabled={hits.length === 0} />
      {find.replace && grid?.isReadOnly !== true ? (
        <>
          <Field label={t('replaceWith')} value={replacement} onKey={onKey} onChange={setReplacement} />
          <Button
            onClick={() => {
              replace(hits.slice(Math.max(at, 0), Math.max(at, 0) + 1));
              go(1);
            }}
            disabled={hits.length === 0}
          >
            {t('replaceOne')}
          </Button>
          <Button onClick={() => replace(hits)} disabled={hits.length === 0}>
            {t('replaceAll')}
          </Button>
        </>
      ) : null}
      <Check label={t('matchCase')} checked={matchCase} onChange={setMatchCase} />
      <Check label={t('wholeCell')} checked={wholeCell} onChange={setWholeCell} />
      <Check label={t('inSelection')} checked={inSelection} onChange={setInSelection} />
      <Check label={t('onlyRows')} checked={filter !== ''} onChange={(only) => showRows(only ? query : '')} />
      <span className="find-space" />
      <IconButton icon="close" label={t('closeFind')} onClick={close} />
    </search>
  );
};

interface FieldProps {
  readonly field?: Ref<HTMLInputElement>;
  readonly label: string;
  readonly value: string;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onChange: (text: string) => void;
}

const Field = ({ field, label, value, onKey, onChange }: FieldProps) => (
  <input
    ref={field}
    type="text"
    className="find-field"
    data-typed="false"
    aria-label={label}
    placeholder={label}
    value={value}
    onChange={({ target }) => onChange(target.value)}
    onKeyDown={onKey}
  />
);

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

const Check = ({ label, checked, onChange }: CheckProps) => (
  <label className="find-check">
    <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
    {label}
  </label>
);

const placeOfActive = <R extends GridRow>(
  source: GridSource<R>,
  cell: { readonly row: string; readonly column: string } | undefined,
): CellPlace | null => {
  if (cell === undefined) return null;
  const { rows, columns } = source.get();
  const row = rows.findIndex(({ id }) => id === cell.row);
  return row < 0 ? null : { row, column: columns.findIndex(({ id }) => id === cell.column) };
};

/** The edit of one hit; none where the cell is computed, offers a list, or what is stored does not hold the text. */
const replaced = <R extends GridRow>(
  source: GridSource<R>,
  { row, column }: CellPlace,
  change: (text: string) => string,
): readonly GridEdit[] => {
  const model = source.get();
  const line = model.rows[row];
  const found = model.columns[column];
  if (line === undefined || found === undefined || found.editor !== 'text') return [];
  const before = model.raw(line, found.id);
  const text = change(before);
  return text === before ? [] : [{ row: line.id, column: found.id, text, raw: true }];
};
