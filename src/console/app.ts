import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Transport } from '../api';
import type { EpochMs } from '../domain';
import { createAddress, type Writing } from './address';
import { createPageClient, type AskedBy, type PageClient } from './client';
import type { Outside } from './outside';
import { changeQuery, parseRoute, writeRoute, type Place, type Route } from './route';
import type { Trouble } from './trouble';

/** What the pages share. */
export interface App {
  readonly outside: Outside;
  readonly client: PageClient;
  readonly route: Signal<Route>;
  /** What of its query goes along to every place. */
  readonly along: ReadonlySignal<Route['query']>;
  readonly writeAddress: ReturnType<typeof createAddress>;
  readonly login: Login;
  readonly live: Live;
}

interface Login {
  readonly token: Signal<string | undefined>;
  /** The registry asked for a token, or for another one; undefined: it did not. */
  readonly asked: Signal<Trouble | undefined>;
}

/** What the pages know of time and change. */
interface Live {
  /** Grows when what is shown may have changed, and everything on the page is asked for again. */
  readonly tick: Signal<number>;
  /** The registry's clock, as it was told last. */
  readonly now: Signal<EpochMs | undefined>;
  readonly clock: Signal<'real' | 'frozen' | 'factor' | undefined>;
  /** By the clock of this machine: when the registry answered last. */
  readonly heardAt: Signal<EpochMs>;
  /** Why the registry is not heard; undefined: it is. */
  readonly lost: Signal<Trouble | undefined>;
  /** Dialogs that are open: nothing under them moves. */
  readonly dialogs: Signal<number>;
  /** Something on the page is under way, so that time alone changes it. */
  readonly underWay: Signal<boolean>;
}

/** The shared state of the pages of one tab. */
export const createApp = (outside: Outside, loadRest: () => Promise<AskedBy>): App => {
  const token = signal(outside.token.get());
  token.subscribe((value) => outside.token.set(value));
  const asked = signal<Trouble | undefined>(undefined);
  const route = signal(parseRoute(outside.address()));
  const writeAddress = createAddress(outside);
  outside.onGone(() => (route.value = parseRoute(outside.address())));
  const heardAt = signal(outside.now());
  const transport: Transport = {
    target: 'this server',
    send: async (request) => {
      const sent = token.peek();
      const response = await outside.send(request, sent);
      heardAt.value = outside.now();
      // A token that was put in meanwhile is not to blame for what an older one was refused.
      if (response.status === 401 && token.peek() === sent) asked.value = tokenTrouble(sent);
      return response;
    },
    close: () => undefined,
  };
  const live: Live = {
    tick: signal(0),
    now: signal(undefined),
    clock: signal(undefined),
    heardAt,
    lost: signal(undefined),
    dialogs: signal(0),
    underWay: signal(false),
  };
  return {
    outside,
    client: createPageClient(transport, loadRest),
    route,
    along: followAlong(route),
    writeAddress,
    login: { token, asked },
    live,
  };
};

const tokenTrouble = (sent: string | undefined): Trouble => ({
  kind: 'login',
  code: sent === undefined ? 'token_missing' : 'token_invalid',
  sentence:
    sent === undefined
      ? 'This registry is for holders of a token.'
      : 'The token is unknown, has expired or was revoked. What you have typed is still here.',
});

const AppContext = createContext<App | undefined>(undefined);
export const AppProvider = AppContext.Provider;

/** The shared state, from inside of a page. */
export const useApp = (): App => {
  const app = useContext(AppContext);
  if (app === undefined) throw new TypeError('useApp is called outside of the pages');
  return app;
};

/** Zone and drawer go along. What else the address says changes with each key that is typed, and no link with it. */
const followAlong = (route: ReadonlySignal<Route>): App['along'] => {
  const zone = computed(() => route.value.query['zone']);
  const drawer = computed(() => route.value.query['drawer']);
  return computed(() => changeQuery({}, { zone: zone.value, drawer: drawer.value }));
};

/** Goes to another place. Zone and drawer go along; the rest of the query is that of the place. */
export const go = ({ route, along, writeAddress }: App, place: Place, query: Route['query'] = {}): void => {
  const next = { place, query: { ...query, ...along.peek() } };
  writeAddress(writeRoute(next), 'push');
  route.value = next;
};

/** Changes parts of the query; written as `how` says. */
export const setQuery = (
  { route, writeAddress }: App,
  changes: Readonly<Record<string, string | undefined>>,
  how: Writing = 'replace',
): void => {
  const { place, query } = route.peek();
  const next = { place, query: changeQuery(query, changes) };
  writeAddress(writeRoute(next), how);
  route.value = next;
};
