/** Search in a list to choose from. Pure. */
import type { Choice } from './types.ts';

/** Every word of the query must occur; what begins with the query, or is it, comes first; otherwise the list's order stays. */
export const filterChoices = (choices: readonly Choice[], query: string): readonly Choice[] => {
  const wanted = normalize(query);
  if (wanted === '') return choices;
  const words = wanted.split(' ');
  const ranked = choices.flatMap((choice) => {
    const value = normalize(choice.value);
    const text = normalize(choice.text);
    const all = `${value} ${text} ${normalize(choice.search ?? '')}`;
    const close = all.replaceAll(' ', '');
    if (!words.every((word) => all.includes(word) || close.includes(word))) return [];
    const rank = value === wanted || text === wanted ? 0 : value.startsWith(wanted) || text.startsWith(wanted) ? 1 : 2;
    return [{ choice, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
};

/** The entry that was typed in full: as value, as text, or by another of its names. */
export const exactChoice = (choices: readonly Choice[], typed: string): Choice | undefined => {
  const known = indexes.get(choices) ?? indexOf(choices);
  indexes.set(choices, known);
  return known.get(normalize(typed));
};

/** A paste asks for each of its cells, always of the same list. */
const indexes = new WeakMap<readonly Choice[], ReadonlyMap<string, Choice>>();

const indexOf = (choices: readonly Choice[]): ReadonlyMap<string, Choice> => {
  const index = new Map<string, Choice>();
  const add = (name: string, choice: Choice): void => {
    const key = normalize(name);
    if (!index.has(key)) index.set(key, choice);
  };
  for (const choice of choices) add(choice.value, choice);
  for (const choice of choices) add(choice.text, choice);
  for (const choice of choices) for (const name of choice.names ?? []) add(name, choice);
  return index;
};

/** Full-width and half-width, capital and small, one blank and many are the same to a search. */
const normalize = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
