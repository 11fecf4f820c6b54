import { describe, expect, it } from 'vitest';
import { windowOptions } from '../../../src/main/window/windowOptions.ts';

describe('the window', () => {
  it('gives the page nothing of Node', () => {
    expect(windowOptions({ preload: '/p.cjs', dark: false, devTools: false }).webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
    });
  });

  it('has the colour of the theme before the first paint', () => {
    const color = (dark: boolean) => windowOptions({ preload: '', dark, devTools: false }).backgroundColor;
    expect([color(false), color(true)]).toEqual(['#f6f7f9', '#14171c']);
  });
});
