/** The note at a cell, beside it so that the cell stays in sight: to be read, or in a field of its own while it is written. */
import { useEffect, useRef } from 'react';
import type { NoteState } from './gridState.ts';
import './cellNote.css';

interface Props {
  readonly state: NoteState;
  readonly label: string;
  readonly keys: string;
  readonly onDone: (text: string) => void;
  readonly onDismiss: () => void;
}

const WIDTH = 260;
const GAP = 3;

export const CellNote = ({ state, label, keys, onDone, onDismiss }: Props) => {
  const { box, text, isWritten } = state;
  const right = box.left + box.width + GAP;
  const fits = right + WIDTH < window.innerWidth;
  const low = box.top > window.innerHeight / 2;
  const style = {
    width: isWritten ? WIDTH : undefined,
    maxWidth: WIDTH,
    ...(fits ? { left: right } : { right: Math.max(window.innerWidth - box.left + GAP, 8) }),
    ...(low ? { bottom: window.innerHeight - box.bottom } : { top: box.top }),
  };
  useDismiss(isWritten ? null : onDismiss);
  return (
    <div className="cell-note" style={style} role={isWritten ? undefined : 'note'} data-popup data-note>
      {isWritten ? <NoteField text={text} label={label} keys={keys} onDone={onDone} /> : text}
    </div>
  );
};

/** Also where the keys are elsewhere: the pointer alone may have called it up. */
const useDismiss = (onDismiss: (() => void) | null): void => {
  const latest = useRef(onDismiss);
  latest.current = onDismiss;
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') latest.current?.();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
};

const NoteField = ({ text, label, keys, onDone }: Pick<Props, 'label' | 'keys' | 'onDone'> & { readonly text: string }) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, [text]);
  return (
    <>
      <textarea
        ref={field}
        className="cell-note-field"
        data-open=""
        aria-label={label}
        defaultValue={text}
        rows={4}
        maxLength={32_767}
        onBlur={({ target }) => {
          // Another window in front is no reason to end the writing.
          if (document.hasFocus()) onDone(target.value);
        }}
        onKeyDown={(event) => {
          const ends = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
          if (!ends || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onDone(event.currentTarget.value);
        }}
      />
      <small>{keys}</small>
    </>
  );
};
