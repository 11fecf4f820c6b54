/** Work on a file that takes a while: which, how far it is, and a way to stop it. Only its beginning is read out; its end is a notice. */
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '../../ui/controls/Button.tsx';

const WHOLE = 1_000;

export interface Work {
  readonly kind: 'export' | 'import';
  /** in a sentence, with the file's name */
  readonly name: string;
  /** of the work, per mille; null: nobody knows */
  readonly share: number | null;
  /** beside the name */
  readonly detail: string;
}
interface Props {
  /** null: none is under way */
  readonly work: Work | null;
  readonly stopLabel: string;
  readonly stopHint: string;
  readonly onStop: () => void;
}

export const WorkBar = ({ work, stopLabel, stopHint, onStop }: Props) => {
  const rememberFocus = useFocusBack(work === null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onStop();
  };
  return (
    <>
      <div className="visually-hidden" role="status">
        {work?.name}
      </div>
      {work === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape belongs to the button inside, wherever in here it is pressed
        <div className="notice work-bar" data-work={work.kind} data-share={work.share} onKeyDown={onKeyDown} onFocus={rememberFocus}>
          <p className="work-name" aria-hidden="true">
            {work.name}
          </p>
          <b aria-hidden="true">{work.detail}</b>
          <Bar share={work.share} label={work.name} />
          <Button kind="quiet" onClick={onStop} title={stopHint}>
            {stopLabel}
          </Button>
        </div>
      )}
    </>
  );
};

const Bar = ({ share, label }: { readonly share: number | null; readonly label: string }) =>
  share === null ? <progress aria-label={label} /> : <progress max={WHOLE} value={share} aria-label={label} />;

/** Gives the focus back to where it came from, when the bar goes that has it. */
const useFocusBack = (gone: boolean): ((event: FocusEvent<HTMLElement>) => void) => {
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!gone) return;
    if (document.activeElement === null || document.activeElement === document.body) from.current?.focus();
    from.current = null;
  }, [gone]);
  return ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement) from.current = relatedTarget;
  };
};
