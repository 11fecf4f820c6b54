import type ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { MOST_COMMENTS } from '../../../src/main/xlsx/comments.ts';
import { driversText } from '../../../src/shared/scenario/drivers.ts';
import { findingsOf, hasJudge } from './judge.ts';
import { partsOf } from './parts.ts';
import { cellUnder, editWorkbook, exportScenario, openWorkbook, readBack, scenarioOf, sheetOf } from './workbooks.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOTE = 'peak <b> & "quoted"\nsecond line, 第二行';
const PLAN = {
  ...scenarioOf({
    nodes: [{ note: NOTE }, { count: 'many' }, { sku: 'nowhere' }],
    usage: [{ quantity: '=images*2', note: 'x'.repeat(5000) }],
  }),
  drivers: driversText([{ id: 'd1', name: 'images', value: '1200', unit: '', note: 'from the survey', notes: { value: 'of May' } }]),
};

/** cell -> text of its comment */
const commentsIn = (file: string, sheet: number): ReadonlyMap<string, string> => {
  const xml = partsOf(file).get(`xl/comments${sheet}.xml`) ?? '';
  return new Map([...xml.matchAll(/<comment ref="([A-Z]+\d+)".*?<t [^>]*>(.*?)<\/t>/gs)].map(([, cell = '', text = '']) => [cell, text]));
};

describe('comments', () => {
  it('hold the note of a line on its id, and its problems on the cells that have them, which are tinted', async () => {
    const { file } = await exportScenario(PLAN);
    const comments = commentsIn(file, 2);
    expect([...comments.keys()].toSorted()).toEqual(['B4', 'C6', 'F5']);
    expect(comments.get('B4')).toBe('peak &lt;b&gt; &amp; "quoted"\nsecond line, 第二行');
    expect(comments.get('F5')).toContain('many');
    const nodes = sheetOf(await openWorkbook(file), 'Nodes');
    const patternOf = ({ fill }: ExcelJS.Cell): string | undefined => (fill?.type === 'pattern' ? fill.pattern : undefined);
    const cells = [cellUnder(nodes, 'Count', 2), cellUnder(nodes, 'SKU', 3), cellUnder(nodes, 'Count', 1)];
    expect(cells.map(patternOf)).toEqual(['solid', 'solid', 'none']);
  });

  it('hold notes on cells, above the problems of the cell, and never lose them', async () => {
    const plan = scenarioOf({ nodes: [{ count: 'many', notes: { count: 'asked twice', region: 'near the users' } }] });
    const { file } = await exportScenario(plan);
    const comments = commentsIn(file, 2);
    expect(comments.get('F4')).toMatch(/^asked twice\n.*many/s);
    expect([...comments.values()]).toContain('near the users');
    await editWorkbook(file, (workbook) => {
      cellUnder(sheetOf(workbook, 'Nodes'), 'Count', 1).value = 3;
    });
    expect((await readBack(file)).options[0]?.nodes[0]).toMatchObject({
      count: '3',
      notes: { count: 'asked twice', region: 'near the users' },
    });
  });

  it('hold the notes of a driver on its value', async () => {
    expect([...commentsIn((await exportScenario(PLAN)).file, 5)]).toEqual([['C4', 'from the survey\nof May']]);
  });

  it('are by Costbook, and as wide and high as their text needs', async () => {
    const parts = partsOf((await exportScenario(PLAN)).file);
    expect(parts.get('xl/comments2.xml')).toContain('<authors><author>Costbook</author></authors>');
    const anchors = [2, 3].flatMap((sheet) => /<x:Anchor>([^<]*)/.exec(parts.get(`xl/drawings/vmlDrawing${sheet}.vml`) ?? '')?.[1] ?? []);
    expect(anchors).toEqual(['2, 12, 2, 4, 3, 96, 5, 4', '2, 12, 2, 4, 3, 96, 19, 4']);
  });

  it.skipIf(!hasJudge)('are what Office expects', async () => {
    expect(await findingsOf((await exportScenario(PLAN, { locale: 'zh-CN' })).file)).toEqual([]);
  });

  it('are never read: the column of notes is', async () => {
    const { file } = await exportScenario(PLAN);
    expect(await readBack(file)).toEqual(PLAN);
    await editWorkbook(file, (workbook) => {
      const nodes = sheetOf(workbook, 'Nodes');
      cellUnder(nodes, 'Line', 1).note = 'another comment';
      cellUnder(nodes, 'Note', 1).value = 'another note';
    });
    expect((await readBack(file)).options[0]?.nodes[0]?.note).toBe('another note');
  });

  it('are as many as Excel can draw', async () => {
    const { file } = await exportScenario(scenarioOf({ nodes: Array.from({ length: MOST_COMMENTS + 5 }, () => ({ note: 'n' })) }));
    expect(commentsIn(file, 2).size).toBe(MOST_COMMENTS);
  });
});
