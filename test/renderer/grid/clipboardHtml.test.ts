import { expect, test } from 'vitest';
import { formatHtml } from '../../../src/renderer/grid/clipboardHtml.ts';

const html = (text: string, align: 'left' | 'right' = 'left'): string => formatHtml([[{ text, align }]]);

test('a number is a number', () => expect(html('1234.5', 'right')).toContain('<td align="right">1234.5</td>'));
test.each(['2026-03', '00123', '3/4'])('%s stays a text in Excel', (text) => expect(html(text)).toContain('mso-number-format:"\\@"'));
test('characters of HTML are escaped', () => expect(html('<b>&"')).toContain('&lt;b&gt;&amp;&quot;'));
test('a line break stays in its cell', () => expect(html('a\nb')).toContain('a<br style="mso-data-placement:same-cell">b'));
test('rows and cells are those of the block', () => {
  const cell = { text: 'x', align: 'left' } as const;
  expect(
    formatHtml([
      [cell, cell],
      [cell, cell],
    ]).match(/<td/g),
  ).toHaveLength(4);
});
