/** A few bars in a cell, as large as its text. Decoration: the text beside them says the same. */
import type { CellBar } from './types.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 84;
const HEIGHT = 18;
const WIDEST = 9;
const GAP = 1;

export const drawBars = (bars: readonly CellBar[]): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'grid-bars');
  svg.setAttribute('width', String(WIDTH));
  svg.setAttribute('height', String(HEIGHT));
  svg.setAttribute('aria-hidden', 'true');
  const step = Math.min(WIDTH / Math.max(bars.length, 1), WIDEST + GAP);
  for (const [at, bar] of bars.entries()) {
    const column = { x: at * step, width: Math.max(step - GAP, 0.5) };
    svg.append(rect('grid-bar-foot', { ...column, y: HEIGHT - 1, height: 1 }));
    let foot = HEIGHT - 1;
    for (const { share, tone } of bar) {
      const height = share * (HEIGHT - 1);
      foot -= height;
      svg.append(rect(`grid-bar-${tone}`, { ...column, y: foot, height }));
    }
  }
  return svg;
};

const rect = (className: string, box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): SVGRectElement => {
  const made = document.createElementNS(SVG, 'rect');
  made.setAttribute('class', className);
  for (const [name, value] of Object.entries(box)) made.setAttribute(name, value.toFixed(2));
  return made;
};
