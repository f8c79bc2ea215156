import { render } from 'preact';
import { RegistryUnreachableError, type ApiRequest, type ApiResponse } from '../api';
import { parseJson } from '../domain';
import { createApp } from './app';
import { Shell } from './shell';
import { startLive } from './live/watch';
import type { Outside } from './outside';
import { findZone } from './time/zones';

const base = '/console';
const longestAnswerMs = 30_000;

const send = async ({ method, path, body }: ApiRequest, token: string | undefined): Promise<ApiResponse> => {
  const headers = {
    accept: 'application/json',
    ...(token === undefined ? {} : { authorization: `aivenv1 ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const init = { method, headers, redirect: 'error', cache: 'no-store', credentials: 'omit' } as const;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), longestAnswerMs);
  try {
    const sent = body === undefined ? init : { ...init, body: JSON.stringify(body) };
    const response = await fetch(path, { ...sent, signal: controller.signal });
    const text = await response.text();
    return { status: response.status, body: parseJson(text) ?? null };
  } catch (cause) {
    const why = controller.signal.aborted
      ? `it took longer than ${longestAnswerMs / 1000} s.`
      : 'nothing answers at its address. It is asked again by itself.';
    throw new RegistryUnreachableError(location.origin, why, { cause });
  } finally {
    clearTimeout(timer);
  }
};

const outside: Outside = {
  send,
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  keep: {
    get: (key) => sessionStorage.getItem(key) ?? undefined,
    set: (key, value) => (value === undefined ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, value)),
  },
  address: () => location.pathname.slice(base.length) + location.search,
  go: (address, how) =>
    how === 'push' ? history.pushState(null, '', base + address) : history.replaceState(null, '', base + address),
  onGone: (work) => addEventListener('popstate', work),
  isHidden: () => document.hidden,
  onShown: (work) => document.addEventListener('visibilitychange', work),
  copy: (text) => navigator.clipboard.writeText(text),
  zone: () => findZone(Intl.DateTimeFormat().resolvedOptions().timeZone),
  title: (text) => (document.title = text),
};

const root = document.getElementById('console');
if (root !== null) {
  const app = createApp(outside);
  startLive(app);
  render(<Shell app={app} />, root);
}

// Without an export the bundler takes this for CommonJS, and leaves out nothing of what it imports.
export {};
