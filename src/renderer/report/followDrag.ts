/** A drag over a table, from the press to the release; beside its scroller it scrolls on. */
import { pressedAt } from './tableElements.ts';
import type { Pressed } from './tableSelection.ts';

const STEP = 14;

export const followDrag = (
  table: HTMLTableElement,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
  onOver: (over: Pressed) => void,
): void => {
  const scroller = table.closest<HTMLElement>('.report-scroll');
  let at = { x: clientX, y: clientY };
  let last = '';
  let frame = 0;
  const look = (): void => {
    const over = underPointer(table, at);
    const key = JSON.stringify(over);
    if (over === null || key === last) return;
    // Where the press was: no drag yet.
    if (last !== '') onOver(over);
    last = key;
  };
  const onMove = (event: MouseEvent): void => {
    at = { x: event.clientX, y: event.clientY };
    look();
  };
  const onFrame = (): void => {
    if (scroller !== null && scrollOn(scroller, at)) look();
    frame = requestAnimationFrame(onFrame);
  };
  const stop = (): void => {
    window.removeEventListener('mousemove', onMove);
    window.removeEventListener('mouseup', stop);
    cancelAnimationFrame(frame);
  };
  look();
  window.addEventListener('mousemove', onMove);
  window.addEventListener('mouseup', stop);
  frame = requestAnimationFrame(onFrame);
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Another table beside this one is none of it. A pointer outside counts for the nearest number, not for a heading or total that stays. */
const underPointer = (table: HTMLTableElement, { x, y }: Point): Pressed | null => {
  const scroller = table.closest('.report-scroll') ?? table;
  const box = scroller.getBoundingClientRect();
  const heads = table.querySelector<HTMLElement>('.report-rowhead')?.offsetWidth ?? 0;
  const element = document.elementFromPoint(
    inside(x, { from: box.left, to: box.left + scroller.clientWidth, before: heads, after: 0 }),
    inside(y, { from: box.top, to: box.top + scroller.clientHeight, before: heightOf(table.tHead), after: heightOf(table.tFoot) }),
  );
  return element !== null && table.contains(element) ? pressedAt(element) : null;
};

const heightOf = (part: HTMLElement | null): number => part?.offsetHeight ?? 0;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

const inside = (at: number, { from, to, before, after }: Span): number => {
  if (at < from) return from + before + 1;
  return at >= to ? to - after - 2 : at;
};

/** false where the pointer is inside. */
const scrollOn = (scroller: HTMLElement, { x, y }: Point): boolean => {
  const box = scroller.getBoundingClientRect();
  const left = x < box.left ? -STEP : x > box.right ? STEP : 0;
  const top = y < box.top ? -STEP : y > box.bottom ? STEP : 0;
  if (left === 0 && top === 0) return false;
  scroller.scrollBy(left, top);
  return true;
};
