import { BugError, given, unreachable } from '../domain';
import type { ProjectEvent, RegistryWideEvent } from './events';
import type { ProjectState, RegistryState, Span } from './state';
import { deriveTokenId } from './tokens';

/** The registry's own state after one more of its events. Total. @throws BugError when the log does not begin with its beginning. */
export const evolveRegistry = (
  state: RegistryState | undefined,
  event: RegistryWideEvent,
  at: number,
): RegistryState => {
  if (event.type === 'RegistryInitialized') {
    return {
      seed: event.seed,
      ...(event.key === undefined ? {} : { key: event.key, keyedPasswords: true }),
      profile: event.profile,
      scheduleVersion: event.scheduleVersion,
      ...(event.recoveryDefault === undefined ? {} : { recoveryDefault: event.recoveryDefault }),
      clock: { mode: event.mode, virtualAt: event.virtualAt, wallAt: event.wallAt },
      organizations: [],
      plans: [],
      clouds: [],
      outages: {},
      ...(event.makerSilenceMs === undefined ? {} : { makerSilenceMs: event.makerSilenceMs }),
    };
  }
  if (state === undefined) throw new BugError(`The registry's log begins with ${event.type}.`);
  switch (event.type) {
    case 'ClockSet':
      return { ...state, clock: { mode: event.mode, virtualAt: event.virtualAt, wallAt: event.wallAt } };
    case 'ClockAdvanced':
      return { ...state, clock: { ...state.clock, virtualAt: event.virtualAt, wallAt: event.wallAt } };
    case 'KeyChosen':
      return { ...state, key: event.key };
    case 'OrganizationCreated':
      return { ...state, organizations: [...state.organizations, event.organization] };
    case 'CatalogueAmended':
      return {
        ...state,
        plans: replaceBy((plan) => `${plan.type}/${plan.name}`, state.plans, event.plans),
        clouds: replaceBy((cloud) => cloud.name, state.clouds, event.clouds),
      };
    case 'TokenCreated': {
      const token = { ...event.grant, id: deriveTokenId(event.grant.hash), createdAt: event.wallAt, revokedAt: null };
      return { ...state, tokens: [...(state.tokens ?? []), token] };
    }
    case 'TokenRevoked': {
      const revoked = (state.tokens ?? []).map((token) =>
        token.id === event.id ? { ...token, revokedAt: event.wallAt } : token,
      );
      return { ...state, tokens: revoked };
    }
    case 'CloudWentDown':
      return withOutages(state, event.cloud, openSpan(state.outages[event.cloud] ?? [], at));
    case 'CloudCameBack':
      return withOutages(state, event.cloud, closeSpan(state.outages[event.cloud] ?? [], at));
    case 'WideRecordKept':
    case 'WideRecordDropped':
      return state;
    default:
      return unreachable(event);
  }
};

/** The project after one more event of its own; undefined: it is gone. Total. @throws BugError for an event before its creation. */
export const evolveProject = (state: ProjectState | undefined, event: ProjectEvent): ProjectState | undefined => {
  if (event.type === 'ProjectCreated') {
    return {
      name: event.project,
      organization: event.organization,
      defaultCloud: event.defaultCloud,
      ...toldOf(event),
    };
  }
  if (state === undefined) throw new BugError(`The log of project ${event.project} begins with ${event.type}.`);
  if (event.type === 'ProjectDeleted') return undefined;
  if (event.type !== 'ProjectChanged') return state;
  const { defaultCloud, organization } = event;
  return { ...state, ...given({ defaultCloud, organization }), ...toldOf(event) };
};

const toldOf = ({
  tags,
  techEmails,
  billingGroup,
  basePort,
}: Omit<ProjectState, 'name' | 'organization' | 'defaultCloud'>) => given({ tags, techEmails, billingGroup, basePort });

/** The spans with one more that begins now; as they were when one is open. */
export const openSpan = (spans: readonly Span[], at: number): readonly Span[] =>
  spans.at(-1)?.to === null ? spans : [...spans, { from: at, to: null }];

/** The spans with the open one ended now; as they were when none is open. */
export const closeSpan = (spans: readonly Span[], at: number): readonly Span[] =>
  spans.map((span) => (span.to === null ? { from: span.from, to: at } : span));

const withOutages = (state: RegistryState, cloud: string, spans: readonly Span[]): RegistryState => ({
  ...state,
  outages: { ...state.outages, [cloud]: spans },
});

const replaceBy = <T>(key: (item: T) => string, before: readonly T[], added: readonly T[]): readonly T[] => [
  ...new Map([...before, ...added].map((item) => [key(item), item])).values(),
];
