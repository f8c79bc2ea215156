import type { Wire } from './wire';

const tokenKey = 'forkcast.token';
const longestAnswerMs = 30_000;

const token: Wire['token'] = {
  get: () => sessionStorage.getItem(tokenKey) ?? undefined,
  set: (value) => (value === undefined ? sessionStorage.removeItem(tokenKey) : sessionStorage.setItem(tokenKey, value)),
};

const send: Wire['ask'] = async ({ method, path, body }, sent) => {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(sent === undefined ? {} : { authorization: `aivenv1 ${sent}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    redirect: 'error',
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(longestAnswerMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
};

/** What the list asks for first, which needs not wait for the script that draws it to be read. */
const firstPaths = ['/v1/forkcast/changes', '/v1/forkcast/service?limit=100'];

/** The same, but what was asked for already is not asked for again: each answer is given once. */
const wireWithFirst = (paths: readonly string[]): Wire => {
  const asked = token.get();
  const early = new Map(paths.map((path) => [path, send({ method: 'GET', path }, asked)]));
  const answered = Promise.allSettled(early.values());
  const ask: Wire['ask'] = (request, sent) => {
    const answer = request.method === 'GET' && sent === asked ? early.get(request.path) : undefined;
    early.delete(request.path);
    return answer ?? send(request, sent);
  };
  return { ask, answered, longestAnswerMs, token };
};

const isList = /^\/console\/?$/.test(location.pathname);
const wire = wireWithFirst(isList ? firstPaths : []);
// What other pages need too comes along with the rest; where it does not, they say so.
if (!isList) void import('../rest').catch(() => undefined);
void import('../main').then(({ start }) => start(wire));

// Without an export the bundler takes this for CommonJS, and leaves out nothing of what it imports.
export {};
