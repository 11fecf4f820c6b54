import type { ReactNode } from 'react';
import './controls.css';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

export const Badge = ({ tone, children, title }: { readonly tone: Tone; readonly children: ReactNode; readonly title?: string }) => (
  <span className={`badge badge-${tone}`} title={title}>
    {children}
  </span>
);
