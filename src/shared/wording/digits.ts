/** Exact decimal text with the thousands grouped, as people read it. */

/** '1234567.5' -> '1,234,567.5'; text that is no plain decimal comes back unchanged. */
export const groupDigits = (decimal: string): string => {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (match === null) return decimal;
  const [, sign = '', whole = '', fraction = ''] = match;
  return `${sign === '-' ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
};
