import { render } from 'preact';
import { RegistryUnreachableError } from '../api';
import { parseJson } from '../domain';
import { createApp } from './app';
import type { Wire } from './first/wire';
import { Shell } from './shell';
import { startLive } from './live/watch';
import type { Outside } from './outside';
import { createRestScript } from './rest-script';
import { findZone } from './time/zones';

const base = '/console';

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
  copy: (text) => navigator.clipboard.writeText(text),
  zone: () => findZone(Intl.DateTimeFormat().resolvedOptions().timeZone),
  title: (text) => (document.title = text),
});

/** A picture without rows is not drawn before that with rows, if that one is near. */
const nearMs = 100;

/** Draws the pages. */
export const start = async (wire: Wire): Promise<void> => {
  await Promise.race([wire.answered, new Promise((near) => setTimeout(near, nearMs))]);
  const root = document.getElementById('console');
  if (root === null) return;
  const script = createRestScript(async () => (await import('./rest')).rest);
  const app = createApp(outsideOver(wire), async () => (await script.load()).askedBy);
  startLive(app);
  render(<Shell app={app} script={script} />, root);
};
