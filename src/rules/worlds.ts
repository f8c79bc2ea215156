import {
  dayMs,
  hourMs,
  serviceKey,
  unpublishedWords,
  providerOwnerId,
  type EpochMs,
  type Facts,
  type Owner,
  type ServiceFacts,
  type UnpublishedFact,
} from '../domain';
import { priorKey, requestKey } from './configuration';
import { longestOffMs } from './longest-off';
import { primaryLocationOf, type Role } from './recovery-window';
import type { Subject } from './subject';

/** Facts as they could be as well, for all that is published. */
interface World {
  /** What nobody publishes, in words. */
  readonly missing: string;
  readonly facts: Facts;
}

/**
 * What could be true as well of what is not published, for the services that a request is about: for each fact values that would matter.
 * A verdict counts only as far as it is the same in all of them. None where all is published. Never throws.
 */
export const worldsOf = (subject: Subject): readonly World[] => {
  const { facts } = subject;
  const open = facts?.unpublished ?? [];
  if (facts === undefined) return [];
  const skewed = facts.skewMs === undefined ? [] : [facts.now - facts.skewMs, facts.now + facts.skewMs];
  const clocks = skewed.map((now) => ({ missing: clockWords, facts: { ...facts, now } }));
  if (open.length === 0) return clocks;
  const about = servicesOf(subject, facts);
  const others = open.flatMap((fact) =>
    variantsOf(fact, { subject, facts, about }).map((variant) => ({ missing: unpublishedWords[fact], facts: variant })),
  );
  return [...clocks, ...others];
};

/** What is judged within the difference of two clocks. */
const clockWords = 'the exact time of the control plane, whose clock differs from that of this machine';

interface Around {
  readonly subject: Subject;
  readonly facts: Facts;
  readonly about: readonly ServiceFacts[];
}

/** Its own service, the one that it is made from, and what it replicates. */
const servicesOf = ({ existing, source, replicaOf, request }: Subject, facts: Facts): readonly ServiceFacts[] => {
  const prior = facts.services.get(priorKey(request) ?? '');
  const found = [source, replicaOf].flatMap((one) => (one?.kind === 'live' ? [one.service] : []));
  return [...new Set([existing, prior, ...found].filter((one) => one !== undefined))];
};

const variantsOf = (fact: UnpublishedFact, around: Around): readonly Facts[] => {
  const { facts, about } = around;
  const changed = (change: (service: ServiceFacts) => Partial<ServiceFacts> | undefined): readonly Facts[] => {
    const services = about.flatMap((service) => {
      const other = change(service);
      return other === undefined ? [] : [{ ...service, ...other }];
    });
    if (services.length === 0) return [];
    return [
      { ...facts, services: new Map([...facts.services, ...services.map((one) => [serviceKey(one), one] as const)]) },
    ];
  };
  switch (fact) {
    case 'outages':
      return outagesOf(around).map((outages) => ({ ...facts, outages }));
    case 'ended-services':
      return endsOf(around);
    case 'owner':
      return ownersOf(around);
    case 'recovery-point':
      return (['primary', 'secondary'] as const).flatMap((role) => [
        ...changed((service) => lineageOf(service, role, facts.now)),
        ...changed((service) => ({ ...lineageOf(service, role, facts.now), origin: newest })),
      ]);
    case 'power-off-time':
      return [
        facts.now - 1,
        facts.now - dayMs,
        facts.now - longestOffMs + 10 * dayMs,
        facts.now - longestOffMs - 1,
      ].flatMap((since) =>
        changed(({ state, createdAt }) =>
          state === 'POWEROFF' ? { poweredOffSince: Math.max(since, createdAt) } : undefined,
        ),
      );
    case 'first-backup':
      return [
        ...changed(({ backups }) => ({ firstBackupAt: backups.at(-1)?.completedAt ?? facts.now + hourMs })),
        ...changed(({ createdAt }) => ({ firstBackupAt: createdAt + 1 })),
      ];
    case 'copy-time':
      return changed(({ backups }) => ({ backups: backups.map((one) => copiedAt(one, facts.now + hourMs)) }));
    case 'series':
      return changed(({ type, backups }) =>
        type === 'opensearch'
          ? { backups: backups.map((one) => ({ ...one, series: 'frequent' as const })) }
          : undefined,
      );
    case 'version-change':
      return changed(() => ({ versionChangedAt: facts.now - 1 }));
    case 'backup-in-progress':
    case 'region-change':
    case 'access-history':
      // The rules that read these know themselves that they may be absent.
      return [];
  }
};

/** Declarations beside it that could hold its service: more would make a verdict as dear as there are services, for a swap of names. */
const mostNeighbours = 20;

/** Held by the declaration itself, through either backend, and by somebody else; its own elsewhere, and its name held by a neighbour. */
const ownersOf = ({ subject, facts, about }: Around): readonly Facts[] => {
  const { stack, address: path } = subject.request;
  const own = { stack, path };
  const held = (services: readonly ServiceFacts[], owner: Owner, within = facts): Facts => ({
    ...within,
    services: new Map([
      ...within.services,
      ...services.map((service) => {
        const origin = { ...owner.label, fingerprint: '', latestTransaction: false };
        const other = { ...service, origin, ownership: { state: 'held' as const, owner, since: facts.now, by: null } };
        return [serviceKey(service), other] as const;
      }),
    ]),
  });
  const every = [...facts.services.values()];
  if (every.length === 0) return [];
  const everyOwn = held(every, { id: 'unpublished', label: own });
  if (about.length === 0) return [everyOwn];
  const owners = [
    { id: providerOwnerId('unpublished'), label: own },
    { id: 'unpublished', label: own },
    { id: 'unpublished', label: { stack: 'unpublished', path: 'unpublished' } },
  ];
  const neighbours = subject.configuration.requests.filter(({ address }) => address !== path).slice(0, mostNeighbours);
  return [
    ...owners.map((owner) => held(about, owner)),
    everyOwn,
    ...neighbours.map((other) =>
      held(about, { id: 'unpublished', label: { stack: other.stack, path: other.address } }, everyOwn),
    ),
  ];
};

/** A fork keeps what it was restored from; which location, and whether the newest transaction was asked for, is not published. */
const lineageOf = (service: ServiceFacts, role: Role, now: EpochMs): Partial<ServiceFacts> | undefined => {
  const { service_to_fork_from: source } = service.userConfig;
  if (typeof source !== 'string' || source === '') return undefined;
  const lineage = {
    sourceProject: service.project,
    sourceService: source,
    sourceIncarnation: 1,
    recoveryPoint: now,
    backupName: 'unpublished',
    location: service.cloud,
    role,
  };
  return { lineage };
};

const newest = { stack: '', path: '', fingerprint: '', latestTransaction: true };

const copiedAt = (backup: ServiceFacts['backups'][number], replicatedAt: EpochMs): ServiceFacts['backups'][number] =>
  backup.copy === undefined ? backup : { ...backup, copy: { ...backup.copy, replicatedAt } };

const outagesOf = ({ subject, about }: Around): readonly (readonly string[])[] => {
  const clouds = new Set([
    ...(subject.cloud.known ? [subject.cloud.value] : []),
    ...about.flatMap((service) => [
      service.cloud,
      primaryLocationOf(service),
      service.backupRegion.cloud ?? service.cloud,
    ]),
  ]);
  return [...[...clouds].map((cloud) => [cloud]), [...clouds]];
};

/**
 * Its own name, where that does not live, as one that has ended or was removed. Of a source that does not live it makes none: either
 * way nothing can be forked from it, and that is said.
 */
const endsOf = ({ subject, facts }: Around): readonly Facts[] => {
  const { request, type } = subject;
  const names = [requestKey(request), priorKey(request)].filter(
    (name) => name !== undefined && !facts.services.has(name),
  );
  const anybody = subject.request.serviceName.known ? [] : ['unpublished/unpublished'];
  const { stack, address: path } = request;
  return [...names, ...anybody].flatMap((name = '') => {
    const [project = '', service = ''] = name.split('/');
    const end = { project, service, type: type.known ? (type.value?.name ?? '') : '', terminatedAt: facts.now - 1 };
    const kept = { ...end, backupsKeptUntil: facts.now + dayMs, madeBy: { stack, path } };
    return [kept, { ...kept, removed: true as const }].map((one) => ({ ...facts, terminated: new Map([[name, one]]) }));
  });
};
