/** The two pieces that the grid draws itself: a header with a second line, and cells with more than their text. */
import type { ICellRendererComp, ICellRendererParams, IHeaderComp, IHeaderParams } from 'ag-grid-community';
import { drawBars } from './cellBars.ts';
import type { CellView, GridColumn, Mark } from './types.ts';

const element = (tag: string, className: string, text: string): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

/** The lines of a header. */
export const headerParts = ({ header, unit }: GridColumn): readonly Element[] => [
  element('span', 'grid-header-name', header),
  ...(unit === undefined ? [] : [element('span', 'grid-header-unit', unit)]),
];

/** What a cell shows beside each other. */
export const cellParts = ({ bars, text, suffix, mark }: CellView): readonly Element[] => [
  ...(bars === undefined ? [] : [drawBars(bars)]),
  element('span', 'grid-text', text),
  ...(suffix === undefined ? [] : [element('span', 'grid-suffix', suffix)]),
  ...(mark === undefined ? [] : [drawMark(mark)]),
];

const drawMark = ({ tone, text, title }: Mark): Element => {
  const mark = element('span', `grid-mark grid-mark-${tone}`, text);
  if (title !== '') mark.title = title;
  return mark;
};

export class HeaderCell implements IHeaderComp {
  readonly #gui = document.createElement('div');

  init(params: IHeaderParams & { readonly column_: GridColumn }): void {
    const { header, unit, headerTitle, align } = params.column_;
    this.#gui.className = `grid-header grid-header-${align}`;
    this.#gui.append(...headerParts(params.column_));
    this.#gui.title = headerTitle ?? (unit === undefined ? header : `${header} · ${unit}`);
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  refresh(): boolean {
    return false;
  }
}

type RichParams = ICellRendererParams<unknown, { readonly view: CellView }>;

export class RichCell implements ICellRendererComp {
  readonly #gui = document.createElement('span');

  init(params: RichParams): void {
    this.#gui.className = 'grid-rich';
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  refresh({ value: shown }: RichParams): boolean {
    this.#gui.replaceChildren(...(shown === undefined || shown === null ? [] : cellParts(shown.view)));
    return true;
  }
}
