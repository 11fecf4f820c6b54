import { expect, test } from './fixtures/test.ts';
import { MainPage } from './pages/MainPage.ts';

test('opens the sample scenario and saves it', async ({ app }) => {
  const main = new MainPage(app.window);
  await expect(main.nodes.root).toBeVisible();
  await main.expectSaved();
});

test('opens again on the same data folder, after closing and after being killed', async ({ start }) => {
  const first = await start();
  await first.close();
  const second = await start();
  await second.kill();
  const third = await start();
  await new MainPage(third.window).expectSaved();
});

test('starts in the language that the environment names', async ({ start }) => {
  const english = await start();
  await expect(english.window.locator('html')).toHaveAttribute('lang', 'en');
  await english.close();
  const chinese = await start({ COSTBOOK_LOCALE: 'zh-CN' });
  await expect(chinese.window.locator('html')).toHaveAttribute('lang', 'zh-CN');
});
