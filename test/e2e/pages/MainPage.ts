import { expect, type Locator, type Page } from 'playwright/test';
import { SheetPage } from './SheetPage.ts';

/** The window as a whole, through the hooks that stay stable (formats.md). */
export class MainPage {
  readonly window: Page;
  readonly nodes: SheetPage;
  readonly usage: SheetPage;
  readonly packs: SheetPage;

  constructor(window: Page) {
    this.window = window;
    this.nodes = new SheetPage(window, 'nodes');
    this.usage = new SheetPage(window, 'usage');
    this.packs = new SheetPage(window, 'packs');
  }

  /** the total of an option; its exact decimal is in `data-value` */
  total(option: string, total: string): Locator {
    return this.window.locator(`[data-option="${option}"] [data-total="${total}"]`).first();
  }

  async expectTotal(option: string, total: string, value: string): Promise<void> {
    await expect(this.total(option, total)).toHaveAttribute('data-value', value);
  }

  /** a button of the header, by the beginning of its text */
  button(name: string): Locator {
    return this.window.getByRole('banner').getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** the line at the foot that says what happened */
  get notice(): Locator {
    return this.window.locator('[data-notice]');
  }

  /** the bar of an export that takes a while; its share of the rows is in `data-share` */
  get exporting(): Locator {
    return this.window.locator('[data-work="export"]');
  }

  /** the bar of a file whose reading takes a while */
  get reading(): Locator {
    return this.window.locator('[data-work="import"]');
  }

  get scenarios(): Locator {
    return this.window.locator('[data-scenario]');
  }

  /** Everything typed so far is on disk. */
  async expectSaved(): Promise<void> {
    await expect(this.window.locator('[data-save-state="saved"]')).toBeAttached();
  }
}
