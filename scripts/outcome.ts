/** What a step of the tooling comes to: a value, or a sentence that says what went wrong and what to do about it. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (reason: string): Outcome<never> => ({ ok: false, reason });

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
