import { expect, type Locator, type Page } from 'playwright/test';

/** Summary, Compare and the panel that explains a number. */
export class ReportPage {
  readonly window: Page;
  readonly why: Locator;

  constructor(window: Page) {
    this.window = window;
    this.why = window.locator('.why');
  }

  async open(sheet: 'summary' | 'compare'): Promise<void> {
    await this.window.locator(`[data-tab="${sheet}"]`).click();
    await expect(this.window.locator(`[data-sheet="${sheet}"]`)).toBeVisible();
  }

  /** the cell of a report; its exact decimal is in `data-value` */
  cell(option: string, key: string, month: string): Locator {
    return this.window.locator(`[data-cell="${option}:${key}:${month}"]`);
  }

  async valueOf(option: string, key: string, month: string): Promise<string> {
    return (await this.cell(option, key, month).getAttribute('data-value')) ?? '';
  }

  async ask(option: string, key: string, month: string): Promise<void> {
    await this.cell(option, key, month).getByRole('button').click();
  }

  /** one choice of a switch in the sheet's toolbar */
  async choose(name: string): Promise<void> {
    await this.window.locator('.report-toolbar').getByRole('radio', { name, exact: true }).check();
  }

  /** the part of the explanation that stands at `index`, from 0 */
  part(index: number): Locator {
    return this.why.locator('button.why-part').nth(index);
  }
}
