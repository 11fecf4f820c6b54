/** LibreOffice as a second opinion: opens workbooks, computes every formula anew and saves them. Nothing where it is not installed. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as xlsx from '@e965/xlsx';
import { tempFolder } from './workbooks.ts';

export const hasLibreOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/** 0: always; without it, LibreOffice trusts the results that stand in the file. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The same workbooks as LibreOffice saves them, in their order. */
export const recalculate = (files: readonly string[]): readonly string[] => {
  const folder = tempFolder();
  const profile = path.join(folder, 'profile');
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  // What it saves is named after what it opens, and all of it goes into one folder.
  const copies = files.map((file, index) => {
    const copy = path.join(folder, `${index}.xlsx`);
    copyFileSync(file, copy);
    return copy;
  });
  const out = path.join(folder, 'out');
  const options = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--convert-to', 'xlsx'];
  const run = spawnSync('soffice', [...options, '--outdir', out, ...copies], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`LibreOffice: ${run.stderr.trim()}`);
  return copies.map((copy) => path.join(out, path.basename(copy)));
};

/** Formula cells as `Sheet!A1` with their result; '' where the formula gives no text. */
export const formulaResults = (file: string): ReadonlyMap<string, string | number> => {
  const workbook = xlsx.read(readFileSync(file), { type: 'buffer', cellFormula: true, sheetStubs: true });
  const results = new Map<string, string | number>();
  for (const name of workbook.SheetNames) {
    for (const [address, cell] of Object.entries(workbook.Sheets[name] ?? {})) {
      if (address.startsWith('!') || typeof cell.f !== 'string') continue;
      const value = cell.t === 'e' ? (cell.w ?? '#ERROR!') : (cell.v ?? '');
      results.set(`${name}!${address}`, typeof value === 'number' ? value : String(value));
    }
  }
  return results;
};

export const formulaTexts = (file: string): readonly string[] => {
  const workbook = xlsx.read(readFileSync(file), { type: 'buffer', cellFormula: true });
  return Object.values(workbook.Sheets).flatMap((sheet) =>
    Object.values(sheet).flatMap((cell: xlsx.CellObject) => (typeof cell.f === 'string' ? [cell.f] : [])),
  );
};

/** `cell: expected, got` for each formula of `written` that comes to something else in `recalculated`. */
export const differences = (written: string, recalculated: string): readonly string[] => {
  const got = formulaResults(recalculated);
  return [...formulaResults(written)].flatMap(([cell, expected]) => {
    const result = got.get(cell);
    return result !== undefined && isSame(expected, result) ? [] : [`${cell}: ${expected}, got ${result ?? 'no formula'}`];
  });
};

/** A fen is a fen; behind the 14th digit is noise of doubles, also of exact sums. */
const isSame = (a: string | number, b: string | number): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-12 + 1e-14 * Math.abs(a) : a === b;
