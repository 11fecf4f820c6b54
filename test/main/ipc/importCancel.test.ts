import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ImportProgress } from '../../../src/shared/ipc/importing.ts';
import { tempFolder } from '../support/tempStore.ts';
import { chooseAll, openTestApp } from '../support/testApp.ts';

// Processes are started and large files read: a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

describe('a file that takes a while', () => {
  const largeTable = (folder: string): string => {
    const file = join(folder, 'large.csv');
    writeFileSync(file, `产品,用量（小时）,开始月份\n${'共享版工具,100,2026-01\n'.repeat(60_000)}`);
    return file;
  };
  const told = () => {
    const all: (ImportProgress | null)[] = [];
    let listen = (_: ImportProgress | null): void => undefined;
    const onImport = (progress: ImportProgress | null): void => {
      all.push(progress);
      listen(progress);
    };
    const first = new Promise<ImportProgress | null>((resolve) => {
      listen = resolve;
    });
    return { all, onImport, first };
  };

  it('is told step by step with its place among the others, and nothing is told when it is over', async () => {
    const folder = tempFolder();
    const small = join(folder, 'small.csv');
    writeFileSync(small, '产品,用量（小时）\n共享版工具,5\n');
    const { all, onImport } = told();
    const files = await chooseAll(openTestApp(tempFolder(), { sources: [largeTable(folder), small], onImport }));
    expect(files.map(({ kind }) => kind)).toEqual(['tables', 'tables']);
    expect(all).toContainEqual({ file: 'large.csv', number: 1, count: 2, step: 'checking' });
    expect(all.at(-1)).toBeNull();
    expect(all.filter((progress) => progress === null)).toHaveLength(1);
  });

  it('is cancelled: nothing is kept of any file, and the same files come in afterwards', async () => {
    const sources = [largeTable(tempFolder()), largeTable(tempFolder())];
    const { onImport, first } = told();
    const app = openTestApp(tempFolder(), { sources, onImport });
    const { open } = await app.ask('app.bootstrap', undefined);
    const taker = { scenario: open.id, option: 'A' };
    const chosen = app.ask('import.choose', taker);
    await first;
    await app.ask('import.cancel', undefined);
    expect(await chosen).toEqual({ cancelled: true });
    expect(await app.answer('import.preview', { ...taker, file: 'file-1', mapping: null, guessColumns: false })).toMatchObject({
      error: { code: 'REQUEST_INVALID' },
    });
    expect(await chooseAll(app)).toMatchObject([{ kind: 'tables' }, { kind: 'tables' }]);
  });

  it('is cancelled where nothing is read: nothing happens', async () => {
    const app = openTestApp(tempFolder(), {});
    expect(await app.ask('import.cancel', undefined)).toBeNull();
  });
});
