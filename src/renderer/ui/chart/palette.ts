/** The theme's colours for the canvas, read from the computed styles again whenever the system switches between light and dark. */

import { useSyncExternalStore } from 'react';
import { mixColor, shadeWeight } from './colors.ts';

export interface Palette {
  readonly panel: string;
  readonly line: string;
  readonly ink: string;
  readonly ink3: string;
  /** by position of the option; they repeat after the fourth */
  readonly options: readonly [string, ...string[]];
  readonly font: string;
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

const read = (): Palette => {
  const styles = getComputedStyle(document.documentElement);
  const value = (name: string): string => styles.getPropertyValue(name).trim();
  const color = (name: string): string => canonicalColor(value(name));
  return {
    panel: color('--panel'),
    line: color('--line'),
    ink: color('--ink'),
    ink3: color('--ink3'),
    options: [color('--option-a'), color('--option-b'), color('--option-c'), color('--option-d')],
    font: value('--font') || 'sans-serif',
  };
};

/** However the stylesheet writes it (`#fff`, `white`, `rgb(…)`): a canvas gives it back as `#rrggbb`. */
const canonicalColor = (color: string): string => {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return color;
  context.fillStyle = color;
  return context.fillStyle;
};

let current: Palette | null = null;
const snapshot = (): Palette => {
  current ??= read();
  return current;
};
const subscribe = (notify: () => void): (() => void) => {
  const onChange = (): void => {
    current = read();
    notify();
  };
  dark.addEventListener('change', onChange);
  return () => dark.removeEventListener('change', onChange);
};

export const usePalette = (): Palette => useSyncExternalStore(subscribe, snapshot);

export const optionColor = (palette: Palette, index: number): string =>
  palette.options[index % palette.options.length] ?? palette.options[0];

/** The fill of a part, for the bars and for the legend beside them. */
export const partFill = (palette: Palette, input: { readonly color: number; readonly shade: number; readonly shades: number }): string =>
  mixColor(optionColor(palette, input.color), palette.panel, shadeWeight(input.shade, input.shades));
