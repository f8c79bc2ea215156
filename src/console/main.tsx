import { render } from 'preact';
import { asksFirst, RegistryUnreachableError } from '../api';
import { parseJson } from '../domain';
import { createApp } from './app';
import { Shell } from './shell';
import { startLive } from './live/watch';
import type { Outside } from './outside';
import { createRestScript } from './rest-script';
import { findZone } from './time/zones';
import type { Wire } from './wire';

const base = '/console';
const tokenKey = 'forkcast.token';
const longestAnswerMs = 30_000;

const token: Wire['token'] = {
  get: () => sessionStorage.getItem(tokenKey) ?? undefined,
  set: (value) => (value === undefined ? sessionStorage.removeItem(tokenKey) : sessionStorage.setItem(tokenKey, value)),
};

// No `accept`, and credentials of this origin, of which there are none: else it is not what the page's header had asked already.
const send: Wire['ask'] = async ({ method, path, body }, sent) => {
  const response = await fetch(path, {
    method,
    headers: {
      ...(sent === undefined ? {} : { authorization: `aivenv1 ${sent}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    redirect: 'error',
    cache: 'no-store',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(longestAnswerMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
};

/** Asks for what the list shows first, where it is the list; that is not asked for again: each answer is given once. */
const createWire = (isList: boolean): Wire => {
  const asked = token.get();
  const early = new Map(
    (isList ? asksFirst : []).map((path): [string, ReturnType<Wire['ask']>] => [
      path,
      send({ method: 'GET', path }, asked),
    ]),
  );
  const answered = Promise.allSettled(early.values());
  const ask: Wire['ask'] = (request, sent) => {
    const answer = request.method === 'GET' && sent === asked ? early.get(request.path) : undefined;
    early.delete(request.path);
    return answer ?? send(request, sent);
  };
  return { ask, answered, longestAnswerMs, token };
};

const sendOver =
  ({ ask, longestAnswerMs }: Wire): Outside['send'] =>
  async (request, token) => {
    try {
      const { status, text } = await ask(request, token);
      return { status, body: parseJson(text) ?? null };
    } catch (cause) {
      const isLate = cause instanceof DOMException && cause.name === 'TimeoutError';
      const why = isLate
        ? `it took longer than ${longestAnswerMs / 1000} s.`
        : 'nothing answers at its address. It is asked again by itself.';
      throw new RegistryUnreachableError(location.origin, why, { cause });
    }
  };

const outsideOver = (wire: Wire): Outside => ({
  send: sendOver(wire),
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  token: wire.token,
  address: () => location.pathname.slice(base.length) + location.search,
  go: (address, how) =>
    how === 'push' ? history.pushState(null, '', base + address) : history.replaceState(null, '', base + address),
  onGone: (work) => addEventListener('popstate', work),
  isHidden: () => document.hidden,
  onShown: (work) => document.addEventListener('visibilitychange', work),
  onPaper: (work) => {
    const paper = matchMedia('print');
    const tell = (): void => work(paper.matches);
    paper.addEventListener('change', tell);
    return () => paper.removeEventListener('change', tell);
  },
  copy: (text) => navigator.clipboard.writeText(text),
  zone: () => findZone(Intl.DateTimeFormat().resolvedOptions().timeZone),
  title: (text) => (document.title = text),
});

/** A picture without rows is not drawn before that with rows, if that one is near. */
const nearMs = 250;

const loadRest = async () => (await import('./rest')).rest;

/** Draws the pages. */
const start = async (): Promise<void> => {
  const isList = new RegExp(`^${base}/?$`).test(location.pathname);
  const wire = createWire(isList);
  // What other pages need too comes along with the rest; where it does not, they say so.
  if (!isList) void loadRest().catch(() => undefined);
  await Promise.race([wire.answered, new Promise((near) => setTimeout(near, nearMs))]);
  const root = document.getElementById('console');
  if (root === null) return;
  const script = createRestScript(loadRest);
  const app = createApp(outsideOver(wire), async () => (await script.load()).askedBy);
  startLive(app);
  render(<Shell app={app} script={script} />, root);
};

void start();

// Without an export the bundler takes this for CommonJS, and leaves out nothing of what it imports.
export {};
