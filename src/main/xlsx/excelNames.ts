/**
 * Names of cells in Excel for names of drivers. Where a driver's name would be a cell (`Q1`, `R1C1`), a constant or a stumbling block of
 * the library, it gets a prefix; drivers with letters that not every program takes are numbered.
 * Source: ECMA-376 part 1, 18.2.5 (definedName); Excel's rules for names.
 */
import { sameName } from '../../shared/formula/ast.ts';

const PREFIX = 'driver_';
const LIKE_A_CELL = /^(?:[A-Z]{1,3}\d+|R\d*(?:C\d*)?|C\d*)$/i;
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false']);
/** Letters and digits of the Basic Multilingual Plane. */
const PLAIN = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;
const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;

/** By name in small letters; no two are the same in Excel. */
export const excelNames = (names: readonly string[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  const given = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const wanted = excelName(name, index + 1);
    let free = wanted;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${wanted}_${number}`;
    taken.add(free.toLowerCase());
    given.set(sameName(name), free);
  }
  return given;
};

const excelName = (name: string, number: number): string => {
  if (!PLAIN.test(name) || ASTRAL.test(name)) return `${PREFIX}${number}`;
  // The library keeps names as keys of a plain object.
  const isTaken = LIKE_A_CELL.test(name) || CONSTANTS.has(name.toLowerCase()) || name in Object.prototype;
  return isTaken ? `${PREFIX}${name}` : name;
};
