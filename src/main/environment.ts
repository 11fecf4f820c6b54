/** The variables that change how Costbook starts; everything else about a start is fixed. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '../shared/ipc/contract.ts';

export interface Environment {
  /** COSTBOOK_DATA: absolute path of the data folder; null: Electron's userData */
  readonly data: string | null;
  /** COSTBOOK_LOCALE: language of this run, until another is chosen */
  readonly locale: Locale | null;
  /** COSTBOOK_SCREENSHOT: PNG file for a picture of the first screen */
  readonly screenshot: string | null;
  /** COSTBOOK_NO_GPU=1, or a Linux without a graphics device */
  readonly noGpu: boolean;
  /** ELECTRON_RENDERER_URL, set by electron-vite in `npm run dev` */
  readonly developmentServer: string | null;
}

type Variables = Readonly<Record<string, string | undefined>>;

export const readEnvironment = (env: Variables, platform: NodeJS.Platform, isPackaged: boolean): Environment => ({
  data: path(env.COSTBOOK_DATA),
  locale: asLocale(env.COSTBOOK_LOCALE),
  screenshot: path(env.COSTBOOK_SCREENSHOT),
  noGpu: env.COSTBOOK_NO_GPU === '1' || (platform === 'linux' && !existsSync('/dev/dri')),
  // A packaged app shows its own page, whatever is in the environment.
  developmentServer: isPackaged ? null : given(env.ELECTRON_RENDERER_URL),
});

const given = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
const path = (text: string | undefined): string | null => {
  const name = given(text);
  return name === null ? null : resolve(name);
};

const asLocale = (text: string | undefined): Locale | null => (text === 'zh-CN' || text === 'en' ? text : null);

/** Costbook's language for the first of the system's languages. */
export const systemLocale = (languages: readonly string[]): Locale => (/^zh\b/i.test(languages[0] ?? '') ? 'zh-CN' : 'en');
