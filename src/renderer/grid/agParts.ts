/** The two pieces that the grid draws itself: a header with a second line, and cells with more than their text. */
import type { ICellRendererComp, ICellRendererParams, IHeaderComp, IHeaderParams } from 'ag-grid-community';
import { drawBars } from './cellBars.ts';
import type { CellView, GridColumn } from './types.ts';

const element = (tag: string, className: string, text: string): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

export class HeaderCell implements IHeaderComp {
  readonly #gui = document.createElement('div');

  init(params: IHeaderParams & { readonly column_: GridColumn }): void {
    const { header, unit, headerTitle, align } = params.column_;
    this.#gui.className = `grid-header grid-header-${align}`;
    this.#gui.append(element('span', 'grid-header-name', header));
    if (unit !== undefined) this.#gui.append(element('span', 'grid-header-unit', unit));
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
    const parts: Element[] = [];
    const value = shown?.view;
    if (value !== undefined) {
      if (value.bars !== undefined) parts.push(drawBars(value.bars));
      parts.push(element('span', 'grid-text', value.text));
      if (value.suffix !== undefined) parts.push(element('span', 'grid-suffix', value.suffix));
      if (value.mark !== undefined) {
        const mark = element('span', `grid-mark grid-mark-${value.mark.tone}`, value.mark.text);
        if (value.mark.title !== '') mark.title = value.mark.title;
        parts.push(mark);
      }
    }
    this.#gui.replaceChildren(...parts);
    return true;
  }
}
