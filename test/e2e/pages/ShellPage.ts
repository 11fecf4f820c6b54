import type { Locator, Page } from 'playwright/test';

/** What surrounds the sheets: scenario list, header, option cards, status bar, notices. */
export class ShellPage {
  readonly window: Page;
  readonly notice: Locator;
  readonly name: Locator;
  readonly months: Locator;
  readonly startMonth: Locator;
  readonly edition: Locator;

  constructor(window: Page) {
    this.window = window;
    this.notice = window.locator('[data-notice]');
    this.name = window.locator('.header-name input');
    this.startMonth = window.locator('.header-start input');
    this.months = window.locator('.header-months input');
    this.edition = window.locator('.header select');
  }

  /** the names in the list, in its order */
  scenarios(): Locator {
    return this.window.locator('[data-scenario] .item-name');
  }

  scenario(name: string): Locator {
    return this.window.locator('[data-scenario]').filter({ hasText: name });
  }

  card(option: string): Locator {
    return this.window.locator(`[data-option="${option}"]`);
  }

  verdict(option: string): Locator {
    return this.card(option).locator('[data-verdict]');
  }

  tab(sheet: string): Locator {
    return this.window.locator(`[data-tab="${sheet}"]`);
  }

  saveState(): Locator {
    return this.window.locator('[data-save-state]');
  }

  /** Chooses an entry of the menu behind the three dots of a scenario or an option. */
  async choose(of: Locator, entry: string): Promise<void> {
    await of.hover();
    await of.locator('button[aria-haspopup="menu"]').click();
    await this.window.getByRole('menuitem', { name: entry }).click();
  }

  /** Types into a field of the header as a user does: everything in it is replaced. */
  async commit(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press('Enter');
  }
}
