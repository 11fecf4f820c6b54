import { expect, type Locator, type Page } from 'playwright/test';
import { SheetPage } from './SheetPage.ts';

/** A sheet as the hands use it: keys, the active cell, the list to choose from. */
export class GridPage extends SheetPage {
  readonly editor: Locator;
  readonly active: Locator;
  readonly message: Locator;
  readonly choices: Locator;
  readonly #page: Page;

  constructor(window: Page, sheet: 'nodes' | 'usage' | 'packs') {
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

  async expectActive(line: string, field: string): Promise<void> {
    await expect(this.cell(line, field)).toHaveClass(/cell-active/);
    await expect(this.active).toHaveCount(1);
  }

  async expectBad(line: string, field: string, text: string): Promise<void> {
    await expect(this.cell(line, field)).toHaveText(text);
    await expect(this.cell(line, field)).toHaveClass(/tone-bad/);
  }
}
