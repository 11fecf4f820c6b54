import { expect, it } from 'vitest';
import { showExportProgress } from '../../../src/renderer/actions/exportProgress.ts';
import { noticeSentence, staysInView } from '../../../src/renderer/ui/noticeTexts.ts';
import { fail, ok } from '../../../src/shared/core/result.ts';
import { type Desk, noticeKey, openDesk } from './desk.ts';

/** What the bar shows after each of these shares; null: no bar. */
const shownAfter = async (shares: readonly (number | null)[]): Promise<readonly (number | null)[]> => {
  const { session } = await openDesk('one');
  const show = showExportProgress(session.ui);
  return shares.map((share) => {
    show(share === null ? null : { file: 'plan.xlsx', share });
    return session.ui.getState().exporting?.share ?? null;
  });
};

it('shows an export that is less than half done after half a second, until it ends', async () => {
  expect(await shownAfter([50, 100, 150, 200, 250, 300, 999, 1_000, null])).toEqual([null, null, null, null, 250, 300, 999, 1_000, null]);
});

it('shows none that is over in a moment', async () => {
  expect(await shownAfter([200, 400, 600, 800, 900, 1_000, null])).toEqual(new Array(7).fill(null));
  expect(await shownAfter([1_000, null, 1_000, null, 1_000, null, 1_000, null, 1_000])).toEqual(new Array(9).fill(null));
});

const afterExport = async (answer: Desk['main']['exporting']): Promise<Desk> => {
  const desk = await openDesk('one');
  desk.main.exporting = answer;
  await desk.actions.workbook.exportWorkbook();
  return desk;
};
const sentences = ({ session }: Desk): readonly string[] => {
  const { notice } = session.ui.getState();
  return notice === null ? [] : [noticeSentence(notice, 'en'), noticeSentence(notice, 'zh-CN')];
};

it.each([
  ['file', 'Export stopped. “plan.xlsx” is as it was.', '导出已停止，“plan.xlsx”保持原样。'],
  ['none', 'Export stopped. No file was written.', '导出已停止，没有写入文件。'],
])('says of a stopped export what became of the file: before, %s', async (before, ...expected) => {
  const desk = await afterExport(fail('EXPORT_STOPPED', 'plan.xlsx', { before }));
  expect(sentences(desk)).toEqual(expected);
  // It was the user's wish: no error, nothing to do.
  expect(desk.session.ui.getState().notice?.action).toBeNull();
});

it.each([
  ['EXPORT_FAILED', true],
  ['FILE_LOCKED', true],
  ['EXPORT_RUNNING', false],
] as const)('%s can be tried again: %s', async (code, again) => {
  const desk = await afterExport(fail(code, 'plan.xlsx'));
  expect(noticeKey(desk)).toBe(code);
  const action = desk.session.ui.getState().notice?.action;
  expect(action?.key).toBe(again ? 'retry' : undefined);
});

it('warns of a workbook that cannot come back, until that is read', async () => {
  const news = await afterExport(ok({ file: 'plan.xlsx', fitsImport: true }));
  const warning = await afterExport(ok({ file: 'plan.xlsx', fitsImport: false }));
  const stays = [news, warning].map(({ session }) => {
    const { notice } = session.ui.getState();
    return notice !== null && staysInView(notice);
  });
  expect([noticeKey(news), noticeKey(warning), stays]).toEqual(['exported', 'exportedLarge', [false, true]]);
});

it('cancelling asks main to end what runs', async () => {
  const desk = await openDesk('one');
  await desk.actions.workbook.cancelExport();
  expect(desk.main.requests('workbook.cancelExport')).toHaveLength(1);
});
