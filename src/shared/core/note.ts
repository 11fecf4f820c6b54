/**
 * What is known of an immutable object, kept with the object itself and seen by nobody else: not by spreading, JSON, cloning or comparing.
 *
 * As a WeakMap, but for values that lead back to their key: a WeakMap holds such pairs until the next full garbage collection, and with
 * 100,000 lines in each version of a scenario that is a long pause after every hundred edits.
 */
export interface Note<K extends object, V> {
  readonly get: (key: K) => V | undefined;
  /** Of a frozen object nothing is kept. */
  readonly set: (key: K, value: V) => void;
}

export const createNote = <K extends object, V>(name: string): Note<K, V> => {
  const symbol = Symbol(name);
  return {
    get: (key) => Reflect.get(key, symbol) as V | undefined,
    set: (key, value) => void Reflect.defineProperty(key, symbol, { value, configurable: true }),
  };
};
