/** Ids of options and lines: short, readable and deterministic, so that two machines that do the same make the same file. */

/** `prefix` and the next number after the highest that `existing` uses: ('u', ['u1', 'u7', 'x']) -> 'u8'. */
export const nextId = (prefix: string, existing: Iterable<string>): string => makeIdSource(prefix, existing)();

/** Gives nextId again and again without looking through `existing` each time: for pasting thousands of rows. */
export const makeIdSource = (prefix: string, existing: Iterable<string>): (() => string) => {
  let last = 0;
  for (const id of existing) last = Math.max(last, numberOf(prefix, id));
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
};

// Longer numbers were not made here, and counting on from them would leave the range of safe integers.
const NUMBER = /^[1-9]\d{0,14}$/;

const numberOf = (prefix: string, id: string): number => {
  const rest = id.startsWith(prefix) ? id.slice(prefix.length) : '';
  return NUMBER.test(rest) ? Number(rest) : 0;
};

/** The first of A, B, … Z, AA, AB, … that is free. */
export const nextOptionId = (existing: Iterable<string>): string => {
  const taken = new Set(existing);
  let index = 0;
  while (taken.has(letters(index))) index += 1;
  return letters(index);
};

/** 0 -> 'A', 25 -> 'Z', 26 -> 'AA': as a spreadsheet names its columns. */
export const letters = (index: number): string => {
  const rest = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? last : letters(rest - 1) + last;
};
