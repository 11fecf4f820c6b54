import { expect, type Locator, type Page } from 'playwright/test';
import { SheetPage } from './SheetPage.ts';

/** A sheet as the hands use it: keys, the active cell, the list to choose from. */
export class GridPage extends SheetPage {
  readonly editor: Locator;
  readonly active: Locator;
  readonly message: Locator;
  readonly choices: Locator;
  readonly #page: Page;

  constructor(window: Page, sheet: 'nodes' | 'usage' | 'packs' | 'drivers' | 'ledger') {
    super(window, sheet);
    this.#page = window;
    this.editor = this.root.locator('textarea');
    this.active = this.root.locator('.cell-active');
    this.message = window.locator('.grid-message');
    this.choices = window.locator('.grid-choices').getByRole('option');
  }

  /** the row that takes new lines */
  blank(field: string): Locator {
    return this.cell('__new__', field);
  }

  rowNumber(line: string): Locator {
    return this.cell(line, '__row__');
  }

  total(field: string): Locator {
    return this.root.locator(`.ag-row-pinned [col-id="${field}"]`);
  }

  /** Keys one after another; text that is no name of a key is typed. */
  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      if (/^(?:Control\+|Shift\+|Alt\+)*(?:Enter|Tab|Escape|Delete|Backspace|F\d|Home|End|Arrow\w+|Page\w+|Space|-|[a-z\d])$/.test(key)) {
        await this.#page.keyboard.press(key);
      } else {
        await this.#page.keyboard.type(key);
      }
    }
  }

  header(field: string): Locator {
    return this.root.locator(`.ag-header-cell[col-id="${field}"]`);
  }

  /** as many cells are selected, those that are on screen */
  async expectSelected(count: number): Promise<void> {
    await expect(this.root.locator('.cell-in-range')).toHaveCount(count);
  }

  async drag(from: Locator, to: Locator): Promise<void> {
    await from.hover();
    await this.#page.mouse.down();
    await to.hover();
    await this.#page.mouse.up();
  }

  /** drags the small square at the corner of the selection */
  async dragHandle(to: Locator): Promise<void> {
    await this.drag(this.root.locator('[data-fill]'), to);
  }

  /** an entry of the menu at the active cell, by keyboard */
  async menu(entry: string): Promise<void> {
    await this.#page.keyboard.press('Shift+F10');
    await this.#page.getByRole('menuitem', { name: new RegExp(`^${entry}`) }).press('Enter');
  }

  /** column ids from the left, that of the row numbers too */
  async columns(): Promise<readonly string[]> {
    return this.root
      .locator('.ag-header-cell')
      .evaluateAll((cells) =>
        cells
          .toSorted((a, b) => Number(a.getAttribute('aria-colindex')) - Number(b.getAttribute('aria-colindex')))
          .map((cell) => cell.getAttribute('col-id') ?? ''),
      );
  }

  /** column ids of the months, in their order */
  async months(): Promise<readonly string[]> {
    const ids = await this.root
      .locator('.ag-header-cell[col-id^="m:"]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('col-id') ?? ''));
    return ids;
  }

  /** row ids in their order on screen, the blank row last */
  async lines(): Promise<readonly string[]> {
    return this.root.locator('.ag-cell[col-id="__row__"]').evaluateAll((cells) =>
      cells
        .map((cell) => ({ top: cell.getBoundingClientRect().top, row: cell.closest('.ag-row')?.getAttribute('row-id') ?? '' }))
        .sort((a, b) => a.top - b.top)
        .flatMap(({ row }) => (row.includes('__total__') ? [] : [row])),
    );
  }

  async expectActive(line: string, field: string): Promise<void> {
    await expect(this.cell(line, field)).toHaveClass(/cell-active/);
    await expect(this.active).toHaveCount(1);
  }

  async expectBad(line: string, field: string, text: string): Promise<void> {
    await expect(this.cell(line, field)).toHaveText(text);
    await expect(this.cell(line, field)).toHaveClass(/tone-bad/);
  }
}
