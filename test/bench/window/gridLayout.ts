/** How large Costbook's grid is on screen, for a bare one of the same size. */
import type { Page } from 'playwright/test';

/** In pixels; `left` and `right`: columns that stay while the rest scrolls. */
export interface GridLayout {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  /** rows that are drawn beyond each edge */
  readonly rowBuffer: number;
  readonly left: readonly number[];
  readonly scrolling: readonly number[];
  readonly right: readonly number[];
}

/** As AgSurface.tsx has it for a sheet of many rows; the page does not say. */
const ROW_BUFFER = 2;

export const gridLayoutOf = (page: Page): Promise<GridLayout> =>
  page.evaluate((rowBuffer) => {
    const size = (selector: string): DOMRect => {
      const found = document.querySelector(selector);
      if (found === null) throw new Error(`no ${selector}`);
      return found.getBoundingClientRect();
    };
    // The left edges say their order: AG Grid keeps them in that in which they came.
    const headers = [...document.querySelectorAll('.ag-header-cell')].map((cell) => ({ cell, box: cell.getBoundingClientRect() }));
    const widths = (isOf: (cell: Element) => boolean): readonly number[] =>
      headers
        .filter(({ cell }) => isOf(cell))
        .sort((a, b) => a.box.left - b.box.left)
        .map(({ box }) => box.width);
    const isLeft = (cell: Element): boolean => cell.closest('.ag-grid-pinned-left-cells') !== null;
    const isRight = (cell: Element): boolean => cell.closest('.ag-grid-pinned-right-cells') !== null;
    const { width, height } = size('.grid-host');
    return {
      width,
      height,
      rowHeight: size('.ag-row').height,
      headerHeight: size('.ag-header').height,
      rowBuffer,
      left: widths(isLeft),
      scrolling: widths((cell) => !isLeft(cell) && !isRight(cell)),
      right: widths(isRight),
    };
  }, ROW_BUFFER);
