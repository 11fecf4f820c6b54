/** The one wrapper around every request: who asks, is it plain data within the limits, does it fit the contract, and only then the handler. */
import { type AppError, fail, type Result } from '../../shared/core/result.ts';
import { type Channel, REQUESTS, type Request, type Response } from '../../shared/ipc/contract.ts';
import { isPlainData, readText } from './plainData.ts';

export type Handlers = {
  readonly [C in Channel]: (request: Request<C>) => Response<C> | Promise<Response<C>>;
};
export interface AnswerInput {
  readonly handlers: Handlers;
  /** `where` is the channel; the error is a bug of ours */
  readonly onBug: (where: string, error: unknown) => void;
}

/**
 * Answers a request of the window; always with a Result, whatever was sent or thrown.
 * Errors: REQUEST_INVALID with the path of the first misfit; STORE_FAILED with reason `bug` where a handler threw; the handler's own.
 */
export const answer = async (input: AnswerInput, channel: unknown, sent: unknown): Promise<Result<unknown>> => {
  if (!isChannel(channel)) return fail('REQUEST_INVALID', 'channel');
  // No request of the contract is a text: what comes as one is JSON.
  const request = typeof sent === 'string' ? readText(sent) : sent;
  if (!isPlainData(request)) return fail('REQUEST_INVALID', channel);
  const parsed = REQUESTS[channel].safeParse(request);
  if (!parsed.success) return fail('REQUEST_INVALID', placeOf(channel, parsed.error.issues[0]?.path ?? []));
  try {
    return await handle(input.handlers, channel, parsed.data);
  } catch (error) {
    input.onBug(channel, error);
    return fail('STORE_FAILED', channel, { reason: 'bug' });
  }
};

const isChannel = (channel: unknown): channel is Channel => typeof channel === 'string' && Object.hasOwn(REQUESTS, channel);

const placeOf = (channel: Channel, path: readonly PropertyKey[]): string => [channel, ...path.map(String)].join('.');

/** The schema of the channel parsed the request, so it is that channel's Request; the compiler cannot follow the pair. */
const handle = (handlers: Handlers, channel: Channel, request: unknown): Promise<Result<unknown, AppError>> => {
  const handler = handlers[channel] as (request: unknown) => Result<unknown, AppError> | Promise<Result<unknown, AppError>>;
  return Promise.resolve(handler(request));
};
