/** What a run of the bench has found, and the table that shows it. */

export type Target =
  /** ours is at least so many times faster (or smaller) */
  | { readonly kind: 'timesLess'; readonly times: number }
  /** ours is at most so many times the peer's */
  | { readonly kind: 'atMostTimes'; readonly times: number }
  /** ours, and its `high`, stay below; null: not asked */
  | { readonly kind: 'below'; readonly median: number | null; readonly high: number | null };

export interface BenchRow {
  readonly work: string;
  readonly peer: string;
  readonly unit: 'ms' | 'MB';
  /** median; null where it could not run, and the note says why */
  readonly ours: number | null;
  readonly theirs: number | null;
  /** how slow the slow ones of ours are */
  readonly high: { readonly name: 'p95' | 'p99'; readonly value: number } | null;
  readonly target: Target | null;
  readonly note: string;
}

export interface BenchReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string; readonly os: string };
  /** by the name on the command line; each with the day and the revision that it was measured at */
  readonly rows: Readonly<Record<string, { readonly date: string; readonly revision: string; readonly rows: readonly BenchRow[] }>>;
}

const shortNumber = (value: number): string => {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 0.01 ? value.toPrecision(3) : value.toPrecision(2);
};

export const isMet = ({ ours, theirs, high, target }: BenchRow): boolean | null => {
  if (target === null || ours === null) return null;
  if (target.kind === 'below') {
    return (target.median === null || ours < target.median) && (target.high === null || (high !== null && high.value < target.high));
  }
  if (theirs === null) return null;
  return target.kind === 'timesLess' ? theirs / ours >= target.times : ours / theirs <= target.times;
};

const targetText = ({ target, unit, high }: BenchRow): string => {
  if (target === null) return '';
  if (target.kind === 'timesLess') return `>= ${target.times}x ${unit === 'ms' ? 'faster' : 'smaller'}`;
  if (target.kind === 'atMostTimes') return `<= ${target.times}x`;
  return [
    target.median === null ? '' : `< ${target.median} ${unit}`,
    target.high === null ? '' : `${high?.name ?? ''} < ${target.high} ${unit}`,
  ]
    .filter(Boolean)
    .join(', ');
};

const ratioText = ({ ours, theirs, target, unit }: BenchRow): string => {
  if (ours === null || theirs === null) return '';
  if (target?.kind === 'atMostTimes') return `${shortNumber(ours / theirs)}x`;
  const [less, more] = unit === 'ms' ? ['faster', 'slower'] : ['smaller', 'larger'];
  return ours <= theirs ? `${shortNumber(theirs / ours)}x ${less}` : `${shortNumber(ours / theirs)}x ${more}`;
};

const METS = new Map([
  [true, 'yes'],
  [false, '**no**'],
  [null, ''],
]);

const cellsOf = (row: BenchRow): readonly string[] => {
  const value = (number: number | null): string => (number === null ? '-' : `${shortNumber(number)} ${row.unit}`);
  const high = row.high === null ? '' : ` (${row.high.name} ${shortNumber(row.high.value)})`;
  return [
    row.note === '' ? row.work : `${row.work} (${row.note})`,
    `${value(row.ours)}${high}`,
    row.peer,
    value(row.theirs),
    ratioText(row),
    targetText(row),
    METS.get(isMet(row)) ?? '',
  ];
};

/** A Markdown table, its columns as wide as their cells. */
export const formatTable = (rows: readonly BenchRow[]): string => {
  const lines = [['work', 'Costbook', 'peer', 'its', 'Costbook is', 'target', 'met'], ...rows.map(cellsOf)];
  const widths = (lines[0] ?? []).map((_, at) => Math.max(3, ...lines.map((cells) => cells[at]?.length ?? 0)));
  const text = (cells: readonly string[]): string => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [text(head), text(widths.map((width) => '-'.repeat(width))), ...body.map(text)].join('\n');
};
