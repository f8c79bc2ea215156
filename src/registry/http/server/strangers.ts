import type { ApiResponse } from '../../../api';
import { failed } from '../answer';
import { comesFromAnotherPage, comesFromElsewhere } from './loopback';

/** Why a request is not answered while the registry has no token; undefined: it is. */
export const refuseStranger = (
  incoming: Parameters<typeof comesFromAnotherPage>[0] & { readonly method: string },
  { loopback, anonymousNetwork }: { readonly loopback: boolean; readonly anonymousNetwork?: boolean | undefined },
): ApiResponse | undefined => {
  if (loopback && comesFromElsewhere(incoming)) return elsewhere;
  if (incoming.method !== 'GET' && comesFromAnotherPage(incoming)) return anotherPage;
  return !loopback && anonymousNetwork === false ? tokenless : undefined;
};

const elsewhere = failed(
  403,
  'origin_forbidden',
  'While the registry has no token, it answers this machine alone, by the names of this machine. Make a token to let others in.',
);

const anotherPage = failed(
  403,
  'origin_forbidden',
  'While the registry has no token, no page of another origin changes anything in it. Make a token, and send it.',
);

const tokenless = failed(
  403,
  'origin_forbidden',
  'The registry has no token any more, and answers nobody beyond its machine without one. Make one there.',
);
