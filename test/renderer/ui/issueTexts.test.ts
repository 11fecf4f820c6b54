import { describe, expect, it } from 'vitest';
import { listProblems } from '../../../src/renderer/state/problems.ts';
import { errorText } from '../../../src/renderer/ui/errorTexts.ts';
import { ISSUE_CODES, type Issue } from '../../../src/shared/core/issue.ts';
import { issueText } from '../../../src/shared/wording/issueTexts.ts';
import { billOptions, node, option, pack, usage } from '../reportScenario.ts';

/** Everything that can be wrong, billed by the engine, so that the parameters are the engine's own. */
const { scenario, bill, priceBook } = billOptions(
  12,
  option('A', {
    nodes: [node('n1', { count: '1.5' }), node('n2', { region: 'moon' }), node('n3', { months: '0' }), node('n4', { start: '2026-02-30' })],
    usage: [
      usage('u1', { quantity: '' }),
      usage('u2', { quantity: '-1' }),
      usage('u3', { quantity: '1', from: 'soon' }),
      usage('u4', { quantity: '1', from: '2026-05', to: '2026-02' }),
      usage('u5', { quantity: '1', per: 'total', growth: '0.1', monthly: { '2026-03': '2' } }),
      usage('u6', { quantity: '1', per: 'week' }),
      usage('u7', { quantity: '1', sku: 'artlab.storage.standard' }),
      usage('u8', { quantity: '1', sku: '' }),
      usage('u9', { quantity: '1', sku: 'gone' }),
      usage('u10', { quantity: '1', sku: 'ti-ems.node.8c32g1t4' }),
      usage('u11', { quantity: '1', onNodes: 'n9' }),
      usage('u12', { quantity: '1', from: '2030-01' }),
      usage('u13', { quantity: '10', sku: 'artlab.tool.dedicated.from' }),
    ],
    packs: [
      pack('p1', { count: '9' }),
      pack('p2', { expiry: '2020-01-01', start: '2026-01-01' }),
      pack('p3', { sku: 'artlab.pack.storage' }),
      pack('p4', { sku: 'artlab.voucher.student-300' }),
      pack('p5', { sku: 'artlab.allowance.put' }),
      pack('p6', { start: '2025-12-15' }),
      pack('p7', { sku: 'artlab.pack.storage', amount: '10', price: '1', count: '2' }),
    ],
  }),
);
const problems = listProblems(scenario, bill);

describe.each(['zh-CN', 'en'] as const)('sentences of issues in %s', (locale) => {
  it.each(problems.map(({ issue, sku }) => [`${issue.code} ${issue.line}`, issue, sku] as const))('%s', (_name, issue, sku) => {
    const text = issueText(issue, { locale, priceBook, sku });
    expect(text).not.toMatch(/[{}]|undefined|VALUE|_/);
    expect(text).toMatch(locale === 'en' ? /\.$/ : /。$/);
  });

  it('there is one for every code, even without parameters', () => {
    for (const code of ISSUE_CODES) {
      const issue: Issue = { code, severity: 'error', line: 'x', field: 'quantity', params: {} };
      expect(issueText(issue, { locale })).not.toBe('');
    }
  });
});

it('names the field, the value and the limits', () => {
  const issue = problems.find(({ issue: { line } }) => line === 'n1')?.issue;
  expect(issue === undefined ? '' : issueText(issue, { locale: 'en', priceBook })).toBe(
    'Count: “1.5” cannot be used. Type a whole number from 1 to 100,000.',
  );
});

it('says for whom a pack is, by its SKU', () => {
  const issue: Issue = { code: 'ELIGIBILITY_REQUIRED', severity: 'warning', line: 'p4', field: 'sku', params: {} };
  expect(issueText(issue, { locale: 'en', priceBook, sku: 'artlab.voucher.student-300' })).toContain('students');
});

it('says what failed, where, and the code', () => {
  expect(errorText({ code: 'KEY_UNKNOWN', place: 'options[0].nods', params: { key: 'nods' } }, 'en')).toBe(
    'The file holds something unknown: “nods”. Remove it, or export it again with the same version of Costbook. (at options[0].nods; KEY_UNKNOWN)',
  );
});
