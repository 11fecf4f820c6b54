import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { monthInChina } from '../../src/main/clock.ts';
import { readEnvironment, systemLocale } from '../../src/main/environment.ts';
import { openLog } from '../../src/main/log.ts';
import { NOW, tempFolder } from './support/tempStore.ts';

describe('the environment', () => {
  it('is empty by default', () => {
    expect(readEnvironment({}, 'win32', false)).toEqual({
      data: null,
      locale: null,
      screenshot: null,
      noGpu: false,
      developmentServer: null,
    });
  });

  it('names folders absolutely and languages that exist', () => {
    const env = { COSTBOOK_DATA: 'x', COSTBOOK_LOCALE: 'zh-CN', COSTBOOK_SCREENSHOT: '/a/b.png', COSTBOOK_NO_GPU: '1' };
    expect(readEnvironment(env, 'win32', false)).toMatchObject({
      data: join(process.cwd(), 'x'),
      locale: 'zh-CN',
      screenshot: '/a/b.png',
      noGpu: true,
    });
    expect(readEnvironment({ COSTBOOK_LOCALE: 'fr', COSTBOOK_DATA: '' }, 'win32', false)).toMatchObject({ locale: null, data: null });
  });

  it('cannot make a packaged app show another page', () => {
    const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173' };
    expect(readEnvironment(env, 'win32', false).developmentServer).toBe('http://localhost:5173');
    expect(readEnvironment(env, 'win32', true).developmentServer).toBeNull();
  });

  it.each([
    [['zh-CN', 'en'], 'zh-CN'],
    [['zh-Hant-TW'], 'zh-CN'],
    [['en-US', 'zh-CN'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('system languages %j mean %s', (languages, locale) => {
    expect(systemLocale(languages)).toBe(locale);
  });
});

it.each([
  ['2026-01-31T15:59:59Z', '2026-01'],
  ['2026-01-31T16:00:00Z', '2026-02'],
  ['2026-12-31T16:00:00Z', '2027-01'],
])('%s is in month %s in China', (instant, month) => {
  expect(monthInChina(new Date(instant))).toBe(month);
});

describe('the log', () => {
  it('tells kind and place of an error, not what it says', () => {
    const folder = tempFolder();
    openLog(folder, () => NOW).write('bug in scenario.save', new TypeError('quantity 64936 of "AI 绘图" is odd'));
    const text = readFileSync(join(folder, 'logs', 'costbook.log'), 'utf8');
    expect(text).toContain('2026-01-15T08:00:00.000Z bug in scenario.save TypeError\n  at ');
    expect(text).not.toMatch(/64936|绘图/);
  });

  it('is turned over, and never stops the app', () => {
    const folder = tempFolder();
    const log = openLog(folder, () => NOW);
    log.write('first');
    const file = join(folder, 'logs', 'costbook.log');
    writeFileSync(file, 'x'.repeat(600_000));
    log.write('second');
    expect([existsSync(`${file}.1`), readFileSync(file, 'utf8')]).toEqual([true, '2026-01-15T08:00:00.000Z second\n']);
    expect(() => openLog(file, () => NOW).write('third')).not.toThrow();
  });
});
