/**
 * Units of the price book as FOCUS writes them.
 *
 * Rule: each part begins with a capital, data sizes are capitals, the last part is plural unless it is a data size; a price block
 * stands in front. `gpu-second` -> `GPU-Seconds`, `gb` -> `GB`, `request` per 10,000 -> `10000 Requests`.
 * Source: FOCUS 1.2, attribute Unit Format.
 */
const DATA_SIZE = /^[kmgtpe]?b$/;
const ABBREVIATIONS: ReadonlySet<string> = new Set(['gpu', 'cpu']);

export const focusUnit = (unit: string, per = 1): string => {
  const parts = unit.split('-').map((part) => (DATA_SIZE.test(part) || ABBREVIATIONS.has(part) ? part.toUpperCase() : capitalised(part)));
  const last = unit.slice(unit.lastIndexOf('-') + 1);
  const name = DATA_SIZE.test(last) ? parts.join('-') : `${parts.join('-')}s`;
  return per === 1 ? name : `${per} ${name}`;
};

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
