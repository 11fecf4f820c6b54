/** The menu at a cell: a right click opens it where the pointer is, Shift+F10 and the menu key at the active cell. */
import { useEffect, useRef } from 'react';
import { focusFirstItem, type MenuEntry, MenuItems } from '../ui/controls/Menu.tsx';
import type { MenuState } from './gridState.ts';

interface Props {
  readonly at: MenuState;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

const MARGIN = 8;

export const GridMenu = ({ at, label, entries, onClose }: Props) => {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = panel;
    if (current === null) return;
    current.showPopover();
    const { width, height } = current.getBoundingClientRect();
    current.style.left = `${Math.max(Math.min(at.left, window.innerWidth - width - MARGIN), MARGIN)}px`;
    current.style.top = `${Math.max(Math.min(at.top, window.innerHeight - height - MARGIN), MARGIN)}px`;
    focusFirstItem(current);
  }, [at]);
  return (
    <div
      ref={panel}
      popover="auto"
      role="menu"
      aria-label={label}
      className="popover grid-menu"
      data-popup
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      <MenuItems entries={entries} close={() => panel.current?.hidePopover()} />
    </div>
  );
};
