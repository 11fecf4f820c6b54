/** A table of another maker, as a planner's own sheet: written once for a bench, by exceljs's streaming writer. */
import ExcelJS from 'exceljs';

const MONTHS = ['2026-01', '2026-02', '2026-03'];

export const writeForeignFile = async (file: string, lines: number): Promise<void> => {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = workbook.addWorksheet('Plan');
  sheet.addRow(['Item', 'Quantity', 'From', 'To', 'Growth', 'Note', ...MONTHS]).commit();
  for (let line = 0; line < lines; line += 1) {
    const months = MONTHS.map((_, at) => line + at);
    sheet.addRow(['artlab.tool.shared', line * 1.5, '2026-01', '2026-12', 0.01, `line ${line}`, ...months]).commit();
  }
  sheet.commit();
  await workbook.commit();
};
