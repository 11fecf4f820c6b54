/** A menu of commands behind a button: arrow keys move, Home and End jump, a letter finds, Escape returns to the button. */
import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { Popover } from './Popover.tsx';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: IconName;
  readonly run: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** a line above it */
  readonly groupStart?: boolean;
  /** shown at the right edge; the menu bar owns the key itself */
  readonly keys?: string;
}

interface Props {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** of the button */
  readonly icon?: IconName;
  readonly align?: 'start' | 'end';
}

export const Menu = ({ label, entries, icon = 'more', align = 'end' }: Props) => (
  <Popover
    label={label}
    role="menu"
    align={align}
    title={label}
    trigger={<Icon name={icon} />}
    triggerClass="icon-button"
    onOpen={focusFirstItem}
  >
    {(close) => <MenuItems entries={entries} close={close} />}
  </Popover>
);

interface ItemsProps {
  readonly entries: readonly MenuEntry[];
  readonly close: () => void;
}

/** The entries of a menu that stands in a popover. */
export const MenuItems = ({ entries, close }: ItemsProps) =>
  entries.map((entry) => (
    <button
      key={entry.label}
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={`menu-item${entry.danger === true ? ' menu-danger' : ''}${entry.groupStart === true ? ' menu-group-start' : ''}`}
      aria-disabled={entry.disabled === true}
      onKeyDown={moveFocus}
      onClick={() => {
        if (entry.disabled === true) return;
        // Closed first: the command may move the focus, and closing would take it back.
        close();
        entry.run();
      }}
    >
      {entry.icon === undefined ? null : <Icon name={entry.icon} />}
      <span className="menu-label">{entry.label}</span>
      {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
    </button>
  ));

export const focusFirstItem = (panel: Element): void => itemsOf(panel)[0]?.focus();

const itemsOf = (panel: Element): HTMLElement[] => [...panel.querySelectorAll<HTMLElement>('[role="menuitem"]')];

const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const panel = event.currentTarget.closest('[popover]');
  if (panel === null) return;
  const items = itemsOf(panel);
  const at = items.indexOf(event.currentTarget);
  const next = targetOf(event.key, items, at);
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
};

const targetOf = (key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined => {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1) return undefined;
  const letter = key.toLowerCase();
  return [...items.slice(at + 1), ...items.slice(0, at)].find((item) => item.textContent.trim().toLowerCase().startsWith(letter));
};
