import type { Locator, Page } from 'playwright/test';

/** The view of files that come in, in place of the sheets. */
export class ImportPage {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  get view(): Locator {
    return this.#window.locator('[data-import]');
  }

  /** good, bad and skipped rows as a sentence */
  get counts(): Locator {
    return this.view.getByRole('status');
  }

  button(name: string): Locator {
    return this.view.getByRole('button', { name, exact: true });
  }

  /** the choice of what a column is */
  column(header: string): Locator {
    return this.view.getByRole('combobox', { name: `: ${header}` });
  }

  get headerRow(): Locator {
    return this.view.getByRole('spinbutton');
  }

  target(name: string): Locator {
    return this.view.getByRole('radio', { name, exact: true });
  }

  problem(code: string): Locator {
    return this.view.locator(`[data-code="${code}"]`);
  }

  /** says which item of the price book a name of the file means */
  async chooseItem(name: string, sku: string): Promise<void> {
    await this.view.locator('.import-unknown-item').filter({ hasText: name }).getByRole('combobox').selectOption(sku);
  }

  /** rows of a colleague's changes */
  get changes(): Locator {
    return this.view.locator('[data-change]');
  }
}
