import { describe, expect, it } from 'vitest';
import { csvRecord } from '../../../src/main/csv/csvText.ts';
import { csvChunks } from '../../../src/main/csv/writeCsv.ts';
import { type Cell, decimalCell, formulaCell, type Row, textCell, textFormulaCell } from '../../../src/main/xlsx/model.ts';

const record = (...cells: Row): string => csvRecord(cells);
const input = (text: string): Cell => ({ value: { kind: 'input', text }, style: 'inputNumber' });
const day = (date: string, style: 'inputDate' | 'month'): Cell => ({ value: { kind: 'date', date }, style });

describe('a text field', () => {
  it.each([
    ['plain', 'plain'],
    ['节点', '节点'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' kept ', ' kept '],
    ['a;b\tc', 'a;b\tc'],
    ['half \uD83D', 'half \uFFFD'],
  ])('%j is %j', (text, expected) => {
    expect(record(textCell(text))).toBe(`${expected}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ["'=1", "'=1"],
    ['a=1', 'a=1'],
  ])('%j cannot run: %j', (text, expected) => {
    expect(record(textCell(text))).toBe(`${expected}\r\n`);
    expect(record(textFormulaCell('A1', text, 'text'))).toBe(`${expected}\r\n`);
    expect(record(input(text === '-1' ? '-1 GB' : text))).toBe(`${text === '-1' ? "'-1 GB" : expected}\r\n`);
  });
});

describe('a number', () => {
  it('keeps its sign and every digit', () => {
    const exact = '-12345678901234567890.123456789012';
    expect(record(decimalCell(exact, 'exact'), formulaCell('SUM(A1)', '1314.50', 'money'), input('-0.05'), input('1e5'), input('-x'))).toBe(
      `${exact},1314.50,-0.05,1e5,'-x\r\n`,
    );
  });
});

describe('a record', () => {
  it('has a field for every cell, empty ones too', () => {
    expect(record(null, textCell(''), textCell('x'), { value: null, style: 'text' })).toBe(',,x,\r\n');
    expect(record()).toBe('\r\n');
  });

  it('has days and months as ISO text', () => {
    expect(record(day('2026-01-15', 'inputDate'), day('2026-01-01', 'month'))).toBe('2026-01-15,2026-01\r\n');
  });
});

describe('a file', () => {
  it('begins with a byte order mark, also without rows', () => {
    expect([...csvChunks([])]).toEqual(['\uFEFF']);
    expect([...csvChunks([[textCell('节点')]])]).toEqual(['\uFEFF节点\r\n']);
  });

  it('makes rows only as they are written', () => {
    let made = 0;
    const endless = function* (): Generator<Row> {
      for (;;) {
        made += 1;
        yield [textCell('x'.repeat(98))];
      }
    };
    const chunks = csvChunks(endless());
    expect([chunks.next().value?.length, made]).toEqual([65_601, 656]);
    expect([chunks.next().value?.length, made]).toEqual([65_600, 1312]);
  });
});
