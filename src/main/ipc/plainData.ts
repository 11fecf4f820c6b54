/** Characters, with 8 for every other value, that one request may hold: a scenario of 100,000 lines pasted at once is a third. */
export const LARGEST_REQUEST = 64 * 1024 * 1024;
/** The contract's deepest value (patch, option, line, monthly) has 7 levels. */
const DEEPEST = 12;

/**
 * Whether a request is plain data within the limits: objects, arrays, strings, bytes, finite numbers, booleans, null and undefined.
 * Stops at the first thing that is not, so it costs no more than the limit. `__proto__` is never a key of ours.
 */
export const isPlainData = (value: unknown, largest = LARGEST_REQUEST): boolean => {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let size = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: item, depth } = next;
    size += typeof item === 'string' ? item.length + 8 : 8;
    if (size > largest || depth > DEEPEST) return false;
    if (isScalar(item)) continue;
    if (item instanceof Uint8Array) {
      size += item.byteLength;
      if (size > largest) return false;
      continue;
    }
    if (typeof item !== 'object' || item === null || !isPlainObject(item)) return false;
    // Listing the keys of a giant would be the attack itself; arrays are walked by index.
    if (Array.isArray(item)) {
      if (size + item.length * 8 > largest) return false;
      for (const entry of item) open.push({ value: entry, depth: depth + 1 });
      continue;
    }
    for (const key of Reflect.ownKeys(item)) {
      if (typeof key !== 'string' || key === '__proto__') return false;
      size += key.length;
      if (size > largest) return false;
      open.push({ value: Reflect.get(item, key), depth: depth + 1 });
    }
  }
  return true;
};

/** What a JSON text holds; the text itself, which no request is, where it is longer than a request may be or no JSON. */
export const readText = (text: string, largest = LARGEST_REQUEST): unknown => {
  if (text.length > largest) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const isScalar = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
};
