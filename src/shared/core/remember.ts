/** The last results of a pure function of a text again, for those who ask for the same texts at every edit. */

/** Once `most` texts are kept, all of them are forgotten: what is still in use is soon there again. */
export const remember = <T>(make: (text: string) => T, most: number): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
};
