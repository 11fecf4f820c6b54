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

/** The entry that was typed in full, as value or as text. */
export const exactChoice = (choices: readonly Choice[], typed: string): Choice | undefined => {
  const wanted = normalize(typed);
  return choices.find((choice) => normalize(choice.value) === wanted) ?? choices.find((choice) => normalize(choice.text) === wanted);
};

/** Full-width and half-width, capital and small, one blank and many are the same to a search. */
const normalize = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
