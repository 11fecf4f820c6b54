/**
 * One line of text that is committed by Enter or by leaving it, and taken back by Escape. What is refused stays as typed, with
 * the reason under it.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import './fields.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** null: taken; else the sentence that says why not */
  readonly onCommit: (text: string) => string | null;
  /** left without a change */
  readonly onCancel?: () => void;
  /** the label stands before the field, or is only its accessible name */
  readonly showLabel?: boolean;
  readonly className?: string;
  /** selects the text at once: the field was opened to type */
  readonly autoSelect?: boolean;
  /** arrow up and down */
  readonly onStep?: (text: string, by: 1 | -1) => string | null;
  readonly title?: string;
  readonly suffix?: string;
}

export const TextField = (props: Props) => {
  const { label, value, showLabel = false, className = '', title, suffix } = props;
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();
  const { draft, error, setDraft, commit, onKeyDown } = useDraft(props);
  const autoSelect = props.autoSelect === true;
  useEffect(() => {
    if (!autoSelect) return;
    input.current?.focus();
    input.current?.select();
  }, [autoSelect]);
  return (
    <label className={`field ${className}`} title={title}>
      <span className={showLabel ? 'field-label' : 'visually-hidden'}>{label}</span>
      <input
        ref={input}
        className="text-input"
        value={draft ?? value}
        data-typed={draft !== null}
        spellCheck={false}
        maxLength={200}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {suffix === undefined ? null : <span className="field-suffix">{suffix}</span>}
      {error === null ? null : (
        <span className="field-error" id={errorId} role="alert">
          {error}
        </span>
      )}
    </label>
  );
};

const useDraft = ({ value, onCommit, onCancel, onStep }: Props) => {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    // Undo or another scenario: what was being typed belonged to the old value.
    setShown(value);
    setDraft(null);
    setError(null);
  }
  const drop = (): void => {
    setDraft(null);
    setError(null);
    onCancel?.();
  };
  const commit = (): void => {
    if (draft === null || draft === value) {
      drop();
      return;
    }
    const refused = onCommit(draft);
    setError(refused);
    if (refused === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null;
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') drop();
    if (step !== null && onStep !== undefined) {
      event.preventDefault();
      const next = onStep(draft ?? value, step);
      if (next !== null) setError(onCommit(next));
    }
  };
  return { draft, error, setDraft, commit, onKeyDown };
};
