/** Buttons: one primary action, plain ones, and icons whose name is their tooltip. */
import type { ReactNode } from 'react';
import './controls.css';
import { Icon, type IconName } from './icons.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly disabled?: boolean;
  readonly title?: string;
}

export const Button = ({ children, onClick, kind = 'plain', disabled = false, title }: ButtonProps) => (
  <button type="button" className={`button button-${kind}`} onClick={onClick} disabled={disabled} title={title}>
    {children}
  </button>
);

interface IconButtonProps {
  readonly icon: IconName;
  /** accessible name and tooltip */
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

export const IconButton = ({ icon, label, onClick, disabled = false, pressed }: IconButtonProps) => (
  <button
    type="button"
    className="icon-button"
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    aria-disabled={disabled}
    onClick={() => {
      if (!disabled) onClick();
    }}
  >
    <Icon name={icon} />
  </button>
);
