/** The last result again while the arguments are the same. */
export const memo = <A extends readonly unknown[], R>(make: (...args: A) => R): ((...args: A) => R) => {
  let last: { readonly args: A; readonly result: R } | null = null;
  return (...args) => {
    if (last === null || args.some((value, index) => value !== last?.args[index])) last = { args, result: make(...args) };
    return last.result;
  };
};
