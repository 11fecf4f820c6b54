/**
 * JSON text -> value, without losing digits: a number that JavaScript would change becomes a string of what was written.
 *
 * Errors: INPUT_NOT_JSON; place is `line:column` where the parser says it, else null.
 */
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { plainNumberText } from '../../../shared/numeric/decimal.ts';

export const parseJsonText = (bytes: Uint8Array): Result<unknown> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok(MAY_LOSE_DIGITS.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text));
  } catch (thrown) {
    if (thrown instanceof TypeError) return fail('INPUT_NOT_JSON', null, { reason: 'not UTF-8' });
    // The reviver's own depth: V8 parses any nesting, but walks it on the stack.
    if (thrown instanceof RangeError) return fail('INPUT_NOT_JSON', null, { reason: 'nested too deeply' });
    if (!(thrown instanceof SyntaxError)) throw thrown;
    const position = /line (\d+) column (\d+)/.exec(thrown.message);
    return fail('INPUT_NOT_JSON', position === null ? null : `${position[1]}:${position[2]}`, { reason: firstLine(thrown.message) });
  }
};

/** Long numbers; a price book or a note may have such digits too, which only costs time. */
const MAY_LOSE_DIGITS = /[\d.]{16,}|\d[eE][+-]?\d/;

/** The reviver of a long or exponential number: 0.12345678901234567890 stays all of it. */
const keepDigits = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  const written = context.source;
  const isPlain = /^-?\d+(?:\.\d+)?$/.test(written);
  return isPlain && plainNumberText(value) !== canonical(written) ? written : value;
};

/** Without trailing zeros, and without the sign of a zero. */
const canonical = (decimal: string): string => {
  const bare = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  return bare === '-0' ? '0' : bare;
};

const firstLine = (message: string): string => message.split('\n')[0]?.slice(0, 120) ?? '';
