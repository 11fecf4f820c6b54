/**
 * A button and the panel that it opens: the browser's own popover (top layer, Escape, click outside), placed by CSS anchors.
 * The panel's content exists only while it is open.
 */
import { type ReactNode, useId, useRef, useState } from 'react';
import './popover.css';

export interface PopoverProps {
  /** accessible name of the panel */
  readonly label: string;
  readonly trigger: ReactNode;
  /** accessible name of the button; the panel's where it is absent */
  readonly triggerName?: string;
  readonly triggerClass: string;
  readonly title?: string;
  readonly role?: 'dialog' | 'menu';
  /** edge of the button at which the panel stands */
  readonly align?: 'start' | 'end';
  readonly side?: 'below' | 'above';
  readonly onOpen?: (panel: HTMLElement) => void;
  readonly children: (close: () => void) => ReactNode;
}

export const Popover = ({
  label,
  trigger,
  triggerName,
  triggerClass,
  title,
  role = 'dialog',
  align = 'start',
  side = 'below',
  onOpen,
  children,
}: PopoverProps) => {
  const id = useId();
  const anchor = `--anchor${id.replace(/\W/g, '')}`;
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={triggerClass}
        popoverTarget={id}
        aria-haspopup={role}
        aria-expanded={open}
        aria-label={triggerName ?? label}
        title={title}
        style={{ anchorName: anchor }}
      >
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is dialog or menu, both take a name */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        className="popover"
        data-align={align}
        data-side={side}
        style={{ positionAnchor: anchor }}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') setOpen(true);
        }}
        onToggle={(event) => {
          // Only now: the browser gives the focus back to the button while it closes, and only from a content that is still there.
          if (event.newState === 'open') onOpen?.(event.currentTarget);
          else setOpen(false);
        }}
      >
        {open ? children(() => panel.current?.hidePopover()) : null}
      </div>
    </>
  );
};
