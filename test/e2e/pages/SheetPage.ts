import type { Locator, Page } from 'playwright/test';

/** One of the grids, through the hooks that stay stable (formats.md): cells by line id and field name. */
export class SheetPage {
  readonly root: Locator;
  private readonly window: Page;

  constructor(window: Page, sheet: 'nodes' | 'usage' | 'packs' | 'drivers' | 'ledger') {
    this.window = window;
    this.root = window.locator(`[data-sheet="${sheet}"]`);
  }

  cell(line: string, field: string): Locator {
    return this.root.locator(`[row-id="${line}"] [col-id="${field}"]`);
  }

  /** Types over the cell as a spreadsheet user does: select, type, Enter. */
  async type(line: string, field: string, text: string): Promise<void> {
    await this.cell(line, field).click();
    await this.window.keyboard.type(text);
    await this.window.keyboard.press('Enter');
  }
}
