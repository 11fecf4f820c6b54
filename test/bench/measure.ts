/** Medians of runs that Costbook and its peers take in turns, so that all of them meet the same weather on a shared machine. */

export type Work = () => unknown | Promise<unknown>;

export const quantileOf = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);

/** Milliseconds of one run. */
export const timeOnce = async (work: Work): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

export interface Contestant {
  readonly work: Work;
  /** how often it runs: a slow peer runs once, and that run counts */
  readonly rounds: number;
}

/** Median milliseconds of each. With more than one round the first one warms up and does not count. */
export const timeInTurns = async <K extends string>(contestants: Readonly<Record<K, Contestant>>): Promise<Readonly<Record<K, number>>> => {
  const entries = Object.entries<Contestant>(contestants).map(([name, contestant]) => ({ name, ...contestant, times: [] as number[] }));
  const most = Math.max(...entries.map(({ rounds }) => rounds));
  for (let round = 0; round < most; round += 1) {
    for (const { rounds, work, times } of entries) {
      if (round >= rounds) continue;
      const ms = await timeOnce(work);
      if (round > 0 || rounds === 1) times.push(ms);
    }
  }
  return Object.fromEntries(entries.map(({ name, times }) => [name, medianOf(times)])) as Record<K, number>;
};

const WARM_UP = 5;
const FEWEST = 5;
const MOST = 1_000;

/** Milliseconds of each of as many runs as fit into `budget` milliseconds, at least a few, after some that do not count. */
export const timeFor = async (work: Work, budget: number): Promise<readonly number[]> => (await timeSteps({ work }, budget)).work;

/** The same of works that follow one another, each by itself. */
export const timeSteps = async <K extends string>(
  works: Readonly<Record<K, Work>>,
  budget: number,
): Promise<Readonly<Record<K, readonly number[]>>> => {
  const steps = Object.entries<Work>(works).map(([name, work]) => ({ name, work, times: [] as number[] }));
  for (let run = 0; run < WARM_UP; run += 1) for (const { work } of steps) await work();
  const end = performance.now() + budget;
  for (let run = 0; run < FEWEST || (run < MOST && performance.now() < end); run += 1) {
    for (const { work, times } of steps) times.push(await timeOnce(work));
  }
  // A record of the same names.
  return Object.fromEntries(steps.map(({ name, times }) => [name, times])) as unknown as Readonly<Record<K, readonly number[]>>;
};
