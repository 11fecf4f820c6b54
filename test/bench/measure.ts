/** Medians of a few runs, and the table that compares them with a peer in the same run. */

export interface BenchRow {
  readonly work: string;
  readonly peer: string;
  readonly peerMs: number;
  readonly ms: number;
  /** what the ratio must be at most; null: reported only */
  readonly reach: number | null;
}

type Work = () => unknown | Promise<unknown>;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Mean of `repeats` runs in a row. */
const timeOnce = async (work: Work, repeats = 1): Promise<number> => {
  const start = performance.now();
  for (let run = 0; run < repeats; run += 1) await work();
  return (performance.now() - start) / repeats;
};

/** Ours and the peer's in turns, so that both meet the same weather; the first round warms up and does not count. */
export const compare = async (input: {
  readonly work: string;
  readonly peer: string;
  readonly rounds: number;
  readonly reach: number | null;
  readonly ours: Work;
  readonly theirs: Work;
  /** how often ours runs in a round; the mean counts. For work so short that it would measure the peer's garbage. */
  readonly repeats?: number;
}): Promise<BenchRow> => {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= input.rounds; round += 1) {
    const peerMs = await timeOnce(input.theirs);
    const ms = await timeOnce(input.ours, input.repeats);
    if (round === 0 && input.rounds > 1) continue;
    theirs.push(peerMs);
    ours.push(ms);
  }
  const { work, peer, reach } = input;
  return { work, peer, reach, peerMs: median(theirs), ms: median(ours) };
};

export const ratioOf = ({ ms, peerMs }: BenchRow): number => ms / peerMs;

const shortNumber = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A Markdown table, as the README shows it. */
export const formatTable = (rows: readonly BenchRow[]): string => {
  const head = ['work', 'peer', 'peer, ms', 'Costbook, ms', 'ratio', 'reach'];
  const body = rows.map((row) => [
    row.work,
    row.peer,
    shortNumber(row.peerMs),
    shortNumber(row.ms),
    `${shortNumber(ratioOf(row))}x`,
    row.reach === null ? '' : `<= ${row.reach}x${ratioOf(row) <= row.reach ? '' : ' (missed)'}`,
  ]);
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
