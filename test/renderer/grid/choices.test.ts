import { expect, test } from 'vitest';
import { exactChoice, filterChoices } from '../../../src/renderer/grid/choices.ts';
import type { Choice } from '../../../src/renderer/grid/types.ts';

const CHOICES: readonly Choice[] = [
  { value: 'ti-ems.node.32c128g1t4', text: '节点 32核128G1T4', search: 'Node 32C128G1T4 NVIDIA T4' },
  { value: 'ti-ems.node.32c128g', text: '节点 32核128G', search: 'Node 32C128G' },
  { value: 'artlab.tool.shared', text: '共享版工具（GPU 秒）', search: 'Shared tool, GPU time' },
];
const found = (query: string): string[] => filterChoices(CHOICES, query).map(({ value }) => value.split('.').at(-1) ?? '');

test.each<[string, string[]]>([
  ['', ['32c128g1t4', '32c128g', 'shared']],
  ['32c', ['32c128g1t4', '32c128g']],
  ['nvidia', ['32c128g1t4']],
  ['节点 T4', ['32c128g1t4']],
  ['gpu shared', ['shared']],
  ['ＧＰＵ', ['shared']],
  ['GPU秒', ['shared']],
  // typed in full: first, although a longer one begins with it
  ['ti-ems.node.32c128g', ['32c128g', '32c128g1t4']],
  ['节点 32核128g', ['32c128g', '32c128g1t4']],
  ['xyz', []],
])('"%s" finds %o', (query, values) => {
  expect(found(query)).toEqual(values);
});

test('an entry typed in full, as value or as text', () => {
  expect(exactChoice(CHOICES, ' TI-EMS.node.32C128G ')?.value).toBe('ti-ems.node.32c128g');
  expect(exactChoice(CHOICES, '节点 32核128G')?.value).toBe('ti-ems.node.32c128g');
  expect(exactChoice(CHOICES, '节点')).toBeUndefined();
});

test('an entry typed in full by its name in the other language; a text of this one comes first', () => {
  const choices: readonly Choice[] = [
    { value: 'a', text: 'Shared tool', names: ['共享版工具', 'Shared tool'] },
    { value: 'b', text: 'Other', names: ['Shared  Tool', 'Other'] },
  ];
  expect(exactChoice(choices, '共享版工具 ')?.value).toBe('a');
  expect(exactChoice(choices, 'shared tool')?.value).toBe('a');
});
