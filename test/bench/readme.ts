/** Puts the last results into README.md, between two markers, so that no figure there is typed by hand. */
import fs from 'node:fs';
import { type BenchReport, formatTable } from './report.ts';

const BEGIN = '<!-- bench: npm run bench -- --readme -->';
const END = '<!-- /bench -->';

const sectionOf = ({ machine, rows }: BenchReport): string => {
  const measured = Object.values(rows);
  const stamps = [...new Set(measured.map(({ date, revision }) => `${date} at ${revision}`))].join(', ');
  const where = `${machine.cores} x ${machine.cpu}, Node ${machine.node}, ${machine.os}`;
  return `Measured on ${stamps}; ${where}, shared with other work: the ratios count, not the milliseconds.\n\n${formatTable(measured.flatMap((each) => each.rows))}`;
};

export const writeReadme = (file: string, report: BenchReport): void => {
  const text = fs.readFileSync(file, 'utf8');
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${file} has no ${BEGIN} … ${END}`);
  fs.writeFileSync(file, `${text.slice(0, begin + BEGIN.length)}\n\n${sectionOf(report)}\n\n${text.slice(end)}`);
};
