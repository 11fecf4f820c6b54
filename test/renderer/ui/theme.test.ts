import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = fs.readFileSync(path.resolve(import.meta.dirname, '../../../src/renderer/ui/theme.css'), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

const colorsOf = (block: string): ReadonlyMap<string, string> =>
  new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', color = '']) => [name, color]));

/** WCAG 2.2, relative luminance. */
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const INKS = ['ink', 'ink2', 'ink3', 'accent', 'good', 'warn', 'bad', 'option-a', 'option-b', 'option-c', 'option-d'];
const GROUNDS = ['bg', 'panel', 'line2', 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft'];
const pairs = [
  ...INKS.flatMap((ink) => [...GROUNDS, `${ink}-soft`].map((ground) => [ink, ground] as const)),
  ['on-accent', 'accent'] as const,
];

describe.each([
  ['light', colorsOf(light)],
  ['dark', colorsOf(dark)],
] as const)('%s theme', (_name, colors) => {
  it.each(pairs)('%s is readable on %s', (ink, ground) => {
    const foreground = colors.get(ink);
    const background = colors.get(ground);
    if (foreground === undefined || background === undefined) return;
    expect(contrast(foreground, background)).toBeGreaterThanOrEqual(4.5);
  });

  it('has every colour that the other has', () => {
    expect([...colors.keys()].toSorted()).toEqual([...colorsOf(light).keys()].toSorted());
  });
});
