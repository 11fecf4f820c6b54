/** The n-th largest of many numbers, without sorting them. */

/** `values` are put in another order; n from 1 to their number. Hoare's selection: linear on average. */
export const selectLargest = (values: Float64Array, n: number): number => {
  let left = 0;
  let right = values.length - 1;
  const place = n - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? 0;
    let low = left;
    let high = right;
    while (low <= high) {
      while ((values[low] ?? 0) > pivot) low += 1;
      while ((values[high] ?? 0) < pivot) high -= 1;
      if (low > high) break;
      const value = values[low] ?? 0;
      values[low] = values[high] ?? 0;
      values[high] = value;
      low += 1;
      high -= 1;
    }
    if (place <= high) right = high;
    else if (place >= low) left = low;
    else break;
  }
  return values[place] ?? Number.NaN;
};
