/** What a person waits for: key press to painted total, and the start, in the real Electron beside a bare AG Grid and a trivial page. */
import fs from 'node:fs';
import type { Launch } from '../../../scripts/electron/launch.ts';
import { medianOf, quantileOf } from '../measure.ts';
import { planOf } from '../plan.ts';
import type { BenchRow } from '../report.ts';
import { type GridLayout, gridLayoutOf } from '../window/gridLayout.ts';
import { type BlockTimes, timeBlocks, timeScroll, timeTypedEdits, watchPaints } from '../window/paintTimes.ts';
import { buildBare, dataFolderWith, type OpenWindow, openBare, openCostbook, prepareWindows } from '../window/windows.ts';

const SIZES = [10_000, 100_000] as const;
const PACKS = 50;
/** The first lines of the plan, which no pack covers; both edited lines are on screen. */
const ALONE = 6;
const EDITED = { 'a line without packs': 'u3', 'a line that all the packs cover': 'u8' } as const;
const EDITS = { count: 80, budgetMs: 9_000 } as const;
const STARTS = 3;
const LIMITS = { median: 16.7, high: 33 } as const;

/** Without packs: what is asked is what the grid costs, and packs have rows of their own. */
const BLOCK_LINES = 100_000;
const BLOCK = { rows: 1_000, count: 12 } as const;

interface Measured {
  readonly edits: Readonly<Record<string, readonly number[]>>;
  readonly memory: number;
}

export const benchWindow = async (): Promise<readonly BenchRow[]> => {
  const launch = await prepareWindows();
  const folder = await buildBare();
  const rows: BenchRow[] = [];
  try {
    for (const lines of SIZES) {
      const bare = await measureBare(launch, folder, lines);
      const ours = await measureCostbook(launch, lines);
      rows.push(...rowsOf(lines, ours, bare));
    }
    const blocks = await measureBlocks(launch);
    rows.push(...blockRows(blocks), ...(await scrollRows(launch, folder, blocks)));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return rows;
};

const measureBare = async (launch: Launch, folder: string, lines: number): Promise<Measured> => {
  const window = await openBare({ launch, folder, page: 'grid.html', rows: lines });
  try {
    await watchPaints(window.page, '#total');
    await window.page.locator('[row-id="u3"] [col-id="quantity"]').click();
    const edits = { bare: await timeTypedEdits(window.page, { ...EDITS, first: 200 }) };
    return { edits, memory: await window.memory() };
  } finally {
    await window.close();
  }
};

const measureCostbook = async (launch: Launch, lines: number): Promise<Measured> => {
  const dataFolder = dataFolderWith(planOf({ lines, packs: PACKS, alone: ALONE }).scenario);
  try {
    const window = await openCostbook(launch, dataFolder);
    try {
      return await editLines(window);
    } finally {
      await window.close();
    }
  } finally {
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
};

const editLines = async ({ page, memory }: OpenWindow): Promise<Measured> => {
  await page.locator('[data-tab="usage"]').click();
  await watchPaints(page, '[data-option="A"] [data-total]');
  const edits: Record<string, readonly number[]> = {};
  for (const [at, [name, line]] of Object.entries(EDITED).entries()) {
    await page.locator(`[data-sheet="usage"] [row-id="${line}"] [col-id="quantity"]`).click();
    edits[name] = await timeTypedEdits(page, { ...EDITS, first: 200 + at });
  }
  return { edits, memory: await memory() };
};

interface Blocks extends BlockTimes {
  /** of each frame while scrolling */
  readonly frames: readonly number[];
  readonly layout: GridLayout;
}

const measureBlocks = async (launch: Launch): Promise<Blocks> => {
  const dataFolder = dataFolderWith(planOf({ lines: BLOCK_LINES, packs: 0, alone: ALONE }).scenario);
  try {
    const window = await openCostbook(launch, dataFolder);
    try {
      const { page } = window;
      await page.locator('[data-tab="usage"]').click();
      await watchPaints(page, '[data-option="A"] [data-total]');
      await page.locator('[data-sheet="usage"] [row-id="u3"] [col-id="quantity"]').click();
      const times = await timeBlocks(page, BLOCK);
      const layout = await gridLayoutOf(page);
      return { ...times, layout, frames: await timeScroll(page) };
    } finally {
      await window.close();
    }
  } finally {
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
};

const BLOCK_SIZE = `${BLOCK_LINES.toLocaleString('en')} lines`;

const blockRows = ({ paste, fill }: Blocks): readonly BenchRow[] => {
  const rowOf = (name: string, times: readonly number[]): BenchRow => ({
    work: `${name} of ${BLOCK.rows.toLocaleString('en')} rows to painted total, ${BLOCK_SIZE} without packs`,
    peer: 'bare AG Grid has none',
    unit: 'ms',
    ours: medianOf(times),
    theirs: null,
    high: { name: 'p95', value: quantileOf(times, 0.95) },
    target: { kind: 'below', median: 33, high: null },
    note: `${times.length} times`,
  });
  return [rowOf('paste', paste), rowOf('fill', fill)];
};

/** Beside grids whose boxes, rows and columns are as large as Costbook's: what a frame costs is the cells that it draws. */
const scrollRows = async (launch: Launch, folder: string, { frames, layout }: Blocks): Promise<readonly BenchRow[]> => {
  const rowOf = async (mount: 'react' | 'plain', peer: string, target: BenchRow['target']): Promise<BenchRow> => {
    const window = await openBare({ launch, folder, page: 'grid.html', rows: BLOCK_LINES, mount, layout });
    try {
      return {
        work: `a frame while scrolling, ${BLOCK_SIZE}`,
        peer,
        unit: 'ms',
        ours: medianOf(frames),
        theirs: medianOf(await timeScroll(window.page)),
        high: { name: 'p95', value: quantileOf(frames, 0.95) },
        target,
        note: `${frames.length} frames`,
      };
    } finally {
      await window.close();
    }
  };
  return [
    await rowOf('react', 'bare ag-grid-react of the same size', { kind: 'atMostTimes', times: 1.11 }),
    await rowOf('plain', 'bare AG Grid of the same size, without React', null),
  ];
};

const rowsOf = (lines: number, ours: Measured, bare: Measured): readonly BenchRow[] => {
  const theirs = medianOf(bare.edits.bare ?? []);
  const size = `${lines.toLocaleString('en')} lines, ${PACKS} packs`;
  const edits = Object.entries(ours.edits).map(
    ([name, times]): BenchRow => ({
      work: `key press to painted total, ${size}, ${name}`,
      peer: 'bare AG Grid with one sum',
      unit: 'ms',
      ours: medianOf(times),
      theirs,
      high: { name: 'p95', value: quantileOf(times, 0.95) },
      target: { kind: 'below', ...LIMITS },
      note: `${times.length} edits`,
    }),
  );
  const memory: BenchRow = {
    work: `memory of all the window's processes after that, ${size}`,
    peer: 'bare AG Grid',
    unit: 'MB',
    ours: ours.memory,
    theirs: bare.memory,
    high: null,
    target: null,
    note: '',
  };
  return [...edits, memory];
};

/** From the launch by Playwright to the page's ready signal, in turns. */
export const benchStart = async (): Promise<readonly BenchRow[]> => {
  const launch = await prepareWindows();
  const folder = await buildBare();
  const lines = 10_000;
  const dataFolder = dataFolderWith(planOf({ lines, packs: PACKS, alone: ALONE }).scenario);
  const times = { ours: [] as number[], theirs: [] as number[] };
  const start = async (to: number[], open: () => Promise<OpenWindow>): Promise<void> => {
    const window = await open();
    to.push(window.startMs);
    await window.close();
  };
  try {
    for (let round = 0; round < STARTS; round += 1) {
      await start(times.theirs, () => openBare({ launch, folder, page: 'trivial.html' }));
      await start(times.ours, () => openCostbook(launch, dataFolder));
    }
  } finally {
    for (const made of [dataFolder, folder]) fs.rmSync(made, { recursive: true, force: true });
  }
  return [
    {
      work: `start to the first scenario on screen, ${lines.toLocaleString('en')} lines, ${PACKS} packs`,
      peer: 'the same Electron, a trivial page',
      unit: 'ms',
      ours: medianOf(times.ours),
      theirs: medianOf(times.theirs),
      high: null,
      target: { kind: 'atMostTimes', times: 3 },
      note: '',
    },
  ];
};
