/** An editable grid like a spreadsheet's. A view: rows come from `source`, edits go out through `handlers`. */
import type { GridApi } from 'ag-grid-community';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { MenuEntry } from '../ui/controls/Menu.tsx';
import { AgSurface } from './AgSurface.tsx';
import { CellNote } from './CellNote.tsx';
import { CHOICE_LIST_ID, ChoiceList, choiceId } from './ChoiceList.tsx';
import { GridController, type GridSource } from './controller.ts';
import { GridMenu } from './GridMenu.tsx';
import { createGridState, type MessageState } from './gridState.ts';
import { TypeAhead } from './typeAhead.ts';
import type { CellRef, GridHandlers, GridRow, GridTexts } from './types.ts';
import './grid.css';
import './selection.css';

/** What a sheet can ask of its grid. */
export type GridHandle = Pick<GridController<GridRow>, 'reveal' | 'change' | 'explain' | 'focus' | 'activeCell' | 'isReadOnly' | 'notes'>;

interface Props<R extends GridRow> {
  readonly label: string;
  readonly locale: 'zh-CN' | 'en';
  readonly texts: GridTexts;
  readonly source: GridSource<R>;
  readonly handlers: GridHandlers;
  /** the active cell to begin with */
  readonly initial: CellRef | null;
  /** whether the keys are the grid's from its first moment on */
  readonly takesFocus: () => boolean;
  readonly onReady: (grid: GridHandle | null) => void;
  /** entries of the menu that a right click or Shift+F10 opens */
  readonly menu: (grid: GridHandle) => readonly MenuEntry[];
}

const NOTHING = createGridState();

/** Label, locale, source and handlers are read once: give the grid another `key` to change them. */
export const SheetGrid = <R extends GridRow>(props: Props<R>) => {
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const first = useRef(props);
  const [api, setApi] = useState<GridApi<GridRow> | null>(null);
  const [grid, setGrid] = useState<GridController<R> | null>(null);
  const ahead = useRef<TypeAhead | null>(null);
  useLayoutEffect(() => {
    if (area.current === null) return;
    const waiting = new TypeAhead(area.current);
    ahead.current = waiting;
    if (first.current.takesFocus()) area.current.focus({ preventScroll: true });
    return () => waiting.stop();
  }, []);
  useEffect(() => {
    if (api === null || frame.current === null || host.current === null || area.current === null || handle.current === null) return;
    ahead.current?.stop();
    const elements = { frame: frame.current, host: host.current, area: area.current, handle: handle.current };
    const opened = new GridController<R>({ ...first.current, ...elements, api });
    setGrid(opened);
    first.current.onReady(opened);
    ahead.current?.replay();
    return () => {
      first.current.onReady(null);
      setGrid(null);
      opened.destroy();
    };
  }, [api]);
  const store = grid?.state ?? NOTHING;
  const { choices, message, announcement, menu, note } = useSyncExternalStore(store.subscribe, store.get);
  const highlighted = choices === null || choices.highlighted < 0 ? undefined : choiceId(choices.highlighted);
  return (
    <div ref={frame} className="grid-frame">
      <div ref={host} className="grid-host">
        <AgSurface locale={first.current.locale} source={first.current.source} onReady={setApi} />
      </div>
      <textarea
        ref={area}
        className="grid-editor"
        rows={1}
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete={choices === null ? undefined : 'list'}
        aria-controls={choices === null ? undefined : CHOICE_LIST_ID}
        aria-activedescendant={highlighted}
      />
      <div ref={handle} className="grid-fill-handle" data-fill hidden />
      {menu === null || grid === null ? null : (
        <GridMenu at={menu} label={props.texts.menu} entries={props.menu(grid)} onClose={() => grid.closeMenu()} />
      )}
      {message === null ? null : <Message message={message} />}
      {note === null || grid === null ? null : (
        <CellNote
          state={note}
          label={props.texts.note}
          keys={props.texts.noteKeys}
          onDone={(text) => grid.notes.finish(text)}
          onDismiss={() => grid.notes.dismiss()}
        />
      )}
      {choices === null || choices.box === null ? null : (
        <ChoiceList
          state={choices}
          box={choices.box}
          nothingFound={props.texts.nothingFound}
          label={props.label}
          onPick={(index) => grid?.pick(index)}
        />
      )}
      <div className="visually-hidden" aria-live="polite">
        {announcement}
      </div>
    </div>
  );
};

const MESSAGE_WIDTH = 320;

const Message = ({ message: { text, box } }: { readonly message: MessageState }) => {
  const above = window.innerHeight - box.bottom < 96;
  const style = {
    left: Math.max(Math.min(box.left, window.innerWidth - MESSAGE_WIDTH - 8), 8),
    maxWidth: MESSAGE_WIDTH,
    ...(above ? { bottom: window.innerHeight - box.top + 4 } : { top: box.bottom + 4 }),
  };
  return (
    <div className="grid-message" style={style} data-popup>
      {text}
    </div>
  );
};
