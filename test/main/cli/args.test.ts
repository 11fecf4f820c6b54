import { describe, expect, it } from 'vitest';
import { parseCliArgs } from '../../../src/main/cli/args.ts';

const refusal = (words: readonly string[]): string => {
  const args = parseCliArgs(words, {});
  return args.ok ? 'accepted' : `${args.error.code} ${args.error.place}`;
};

describe('words that do not fit', () => {
  it.each([
    [['sell', 'x'], 'USAGE COMMAND'],
    [['price'], 'USAGE FILE'],
    [['price', 'x', '--format', 'xml'], 'USAGE --format'],
    [['price', 'x', '--colour'], 'USAGE --colour'],
    [['price', 'x', '--baseline', 'A'], 'USAGE --baseline'],
    [['price', 'x', '--xlsx'], 'USAGE --xlsx'],
    [['price', 'x', 'y', '--xlsx', 'z'], 'USAGE --xlsx'],
    [['price', 'x.json', '--xlsx', 'x.json'], 'USAGE --xlsx'],
    [['compare', 'x', '--xlsx', ''], 'USAGE --xlsx'],
    [['price', '-', '-'], 'USAGE -'],
    [['convert', 'x'], 'USAGE IN OUT'],
    [['convert', 'x', 'y.csv', '--sheet', 'secrets'], 'USAGE --sheet'],
    [['convert', 'x', 'y.xlsx', '--sheet', 'nodes'], 'USAGE --sheet'],
    [['convert', 'x', 'y.csv', '--option', 'A'], 'USAGE --option'],
    [['price', 'x', '--sheet', 'nodes'], 'USAGE --sheet'],
    [['check', 'x', 'y'], 'USAGE FILE'],
    [['check', 'x', '--lang', 'fr'], 'USAGE --lang'],
  ])('%j: %s', (words, expected) => {
    expect(refusal(words)).toBe(expected);
  });
});

describe('the language', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'zh' }, 'zh-CN'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{}, 'en'],
    [{ LANG: 'en_US', LC_ALL: 'zh_CN' }, 'zh-CN'],
    [{ LANG: 'zh_CN', LC_ALL: '' }, 'zh-CN'],
  ])('of %j is %s', (env, locale) => {
    expect(parseCliArgs(['check', 'x'], env)).toMatchObject({ ok: true, value: { locale } });
  });

  it('is what was named before what the system says', () => {
    expect(parseCliArgs(['check', 'x', '--lang', 'en'], { LANG: 'zh_CN' })).toMatchObject({ value: { locale: 'en' } });
  });
});
