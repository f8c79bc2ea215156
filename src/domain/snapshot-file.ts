import * as z from 'zod/mini';
import { accessEntry, accessFrom, accessShape } from './access-history-file';
import { CatalogueEntry, catalogueEntryOf, catalogueFrom } from './catalogue-file';
import { withoutCredentials } from './credentials';
import { FactSourceError } from './error';
import type { BackupFacts, BackupRegionFacts, Facts, ServiceFacts } from './facts';
import { instantOf } from './instant-text';
import type { JsonObject } from './json';
import { serviceKey } from './names';
import type { Ownership } from './ownership';
import { setBackupsAside } from './plain-backups';
import { schemaFault } from './schema-fault';
import { withoutSecrets } from './secrets';
import { hourMs, toRfc3339, type EpochMs } from './time';

const Instant = z.string().check(
  z.refine((text) => instantOf(text) !== undefined, 'not an instant in RFC 3339, such as 2026-11-20T08:00:00Z'),
  z.meta({ format: 'date-time' }),
);
const MaybeInstant = z.nullable(Instant);
const Text = z.string();
const role = z.enum(['primary', 'secondary']);

const Backup = z.strictObject({
  name: Text,
  completedAt: Instant,
  dataSizeMb: z.number(),
  location: Text,
  series: z.enum(['frequent', 'regular']),
  copy: z.exactOptional(z.strictObject({ cloud: Text, replicatedAt: Instant, paused: z.boolean() })),
});

const By = z.nullable(Text);
const OwnerEntry = z.strictObject({
  id: Text,
  label: z.strictObject({
    stack: Text,
    path: Text,
    workspace: z.exactOptional(Text),
    host: z.exactOptional(Text),
  }),
});

const OwnershipEntry = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('never') }),
  z.strictObject({ state: z.literal('released'), since: Instant, by: By }),
  z.strictObject({ state: z.literal('making'), owner: OwnerEntry, since: Instant, by: By, fresh: z.boolean() }),
  z.strictObject({ state: z.literal('held'), owner: OwnerEntry, since: Instant, by: By }),
]);

/** Every fact of a service has its field: a fact that is forgotten here does not compile. */
const serviceFields = {
  project: Text,
  service: Text,
  incarnation: z.int(),
  type: Text,
  plan: Text,
  cloud: Text,
  state: z.enum(['REBUILDING', 'RUNNING', 'POWEROFF', 'REBALANCING']),
  createdAt: Instant,
  nodes: z.int(),
  diskSpaceMb: z.number(),
  dataSizeMb: z.number(),
  userConfig: z.record(z.string(), z.json()),
  terminationProtection: z.boolean(),
  tags: z.record(z.string(), z.string()),
  poweredOffSince: MaybeInstant,
  versionChangedAt: z.exactOptional(MaybeInstant),
  runningAt: MaybeInstant,
  firstBackupAt: MaybeInstant,
  backupInProgress: z.boolean(),
  backups: z.array(Backup),
  windows: z.nullable(z.array(z.strictObject({ location: Text, role, earliest: MaybeInstant, latest: MaybeInstant }))),
  backupRegion: z.strictObject({
    cloud: z.nullable(Text),
    changedAt: MaybeInstant,
    replacedAt: z.exactOptional(MaybeInstant),
    status: z.enum(['none', 'pending', 'available', 'paused']),
    pauseReason: z.exactOptional(Text),
    lagSeconds: z.nullable(z.number()),
  }),
  integrations: z.array(z.strictObject({ id: Text, type: Text, end: z.enum(['source', 'destination']), peer: Text })),
  access: z.exactOptional(accessShape(Instant)),
  replicaOf: z.nullable(Text),
  lineage: z.nullable(
    z.strictObject({
      sourceProject: Text,
      sourceService: Text,
      sourceIncarnation: z.int(),
      recoveryPoint: Instant,
      backupName: Text,
      location: Text,
      role,
    }),
  ),
  origin: z.nullable(z.strictObject({ stack: Text, path: Text, fingerprint: Text, latestTransaction: z.boolean() })),
  ownership: z.exactOptional(OwnershipEntry),
} satisfies Record<keyof ServiceFacts, z.ZodMiniType>;

const Service = z.strictObject(serviceFields);

/**
 * A snapshot of a control plane's facts as a file: what `FORKCAST_REGISTRY=facts:PATH` reads. Instants are RFC 3339;
 * it holds no secret. A field that is not named here is refused: a file with more fields has a higher `formatVersion`.
 */
export const SnapshotFile = z.strictObject({
  formatVersion: z.literal(1),
  /** Where the facts were read, as `FORKCAST_REGISTRY` names it. */
  origin: Text,
  /** The control plane's clock when they were read. */
  now: Instant,
  projects: z.array(z.strictObject({ name: Text, organization: Text, defaultCloud: Text })),
  services: z.array(Service),
  terminated: z.array(
    z.strictObject({
      project: Text,
      service: Text,
      type: Text,
      terminatedAt: Instant,
      backupsKeptUntil: Instant,
      removed: z.exactOptional(z.literal(true)),
      madeBy: z.exactOptional(z.strictObject({ stack: Text, path: Text })),
    }),
  ),
  catalogue: CatalogueEntry,
  outages: z.array(Text),
  /** What a fork of pg or mysql without a recovery point holds; absent: the newest base backup. */
  recoveryDefault: z.exactOptional(z.literal('latest')),
  /** The reader may see these projects alone; absent: all. */
  partial: z.exactOptional(z.literal(true)),
  /** When the file was written, by the clock on the wall, and for how many hours its writer holds it good. */
  taken: z.exactOptional(z.strictObject({ at: Instant, goodForHours: z.number() })),
});

/** A snapshot file, parsed. */
export type SnapshotFile = Omit<z.infer<typeof SnapshotFile>, 'services'> & {
  readonly services: readonly ServiceEntry[];
};

type ServiceEntry = Omit<z.infer<typeof Service>, 'userConfig'> & { readonly userConfig: JsonObject };

/** The facts as a snapshot file; secrets among the settings are left out. Never throws. */
export const snapshotOf = (facts: Facts): SnapshotFile => ({
  formatVersion: 1,
  origin: facts.origin,
  now: toRfc3339(facts.now),
  projects: [...facts.projects.values()],
  services: [...facts.services.values()].map(serviceEntry),
  terminated: [...facts.terminated.values()].map((service) => ({
    ...service,
    terminatedAt: toRfc3339(service.terminatedAt),
    backupsKeptUntil: toRfc3339(service.backupsKeptUntil),
  })),
  catalogue: catalogueEntryOf(facts.catalogue),
  outages: [...facts.outages],
  ...(facts.recoveryDefault === undefined ? {} : { recoveryDefault: facts.recoveryDefault }),
  ...(facts.partial === undefined ? {} : { partial: facts.partial }),
  ...(facts.taken === undefined
    ? {}
    : { taken: { at: toRfc3339(facts.taken.at), goodForHours: facts.taken.goodForMs / hourMs } }),
});

/**
 * Reads the JSON of a snapshot file that came from `origin`, which the facts then name as theirs.
 * @throws FactSourceError when it is not a snapshot, naming the first field at fault
 */
export const parseSnapshot = (json: unknown, origin: string): Facts => {
  const { rest, backups } = setBackupsAside(json);
  const parsed = SnapshotFile.safeParse(rest, { reportInput: true });
  if (!parsed.success) {
    const fault = schemaFault(parsed.error, 'the file');
    throw new FactSourceError(origin, `${fault}. Take a new one with "forkcast registry snapshot".`);
  }
  const file = parsed.data;
  const services = file.services.map((service, index) => serviceFrom(service, backups[index]));
  return {
    origin: withoutCredentials(origin),
    now: instant(file.now),
    projects: new Map(file.projects.map((project) => [project.name, project])),
    services: new Map(services.map((service) => [serviceKey(service), service])),
    terminated: new Map(
      file.terminated.map((service) => [
        serviceKey(service),
        {
          ...service,
          terminatedAt: instant(service.terminatedAt),
          backupsKeptUntil: instant(service.backupsKeptUntil),
        },
      ]),
    ),
    catalogue: catalogueFrom(file.catalogue),
    outages: file.outages,
    ...(file.recoveryDefault === undefined ? {} : { recoveryDefault: file.recoveryDefault }),
    ...(file.partial === undefined ? {} : { partial: file.partial }),
    ...(file.taken === undefined
      ? {}
      : { taken: { at: instant(file.taken.at), goodForMs: file.taken.goodForHours * hourMs } }),
  };
};

type BackupEntry = z.infer<typeof Backup>;

const instant = (text: string): EpochMs => Date.parse(text);
const maybeInstant = (text: string | null): EpochMs | null => (text === null ? null : instant(text));
const maybeText = (at: EpochMs | null): string | null => (at === null ? null : toRfc3339(at));

const backupEntry = (backup: BackupFacts): BackupEntry => {
  const { copy, ...rest } = backup;
  return {
    ...rest,
    completedAt: toRfc3339(backup.completedAt),
    ...(copy === undefined ? {} : { copy: { ...copy, replicatedAt: toRfc3339(copy.replicatedAt) } }),
  };
};

const backupFrom = (entry: BackupEntry): BackupFacts => {
  const { copy, ...rest } = entry;
  const completedAt = instant(entry.completedAt);
  if (copy === undefined) return { ...rest, completedAt };
  return { ...rest, completedAt, copy: { ...copy, replicatedAt: instant(copy.replicatedAt) } };
};

const serviceEntry = (service: ServiceFacts): ServiceEntry => ({
  project: service.project,
  service: service.service,
  incarnation: service.incarnation,
  type: service.type,
  plan: service.plan,
  cloud: service.cloud,
  state: service.state,
  createdAt: toRfc3339(service.createdAt),
  nodes: service.nodes,
  diskSpaceMb: service.diskSpaceMb,
  dataSizeMb: service.dataSizeMb,
  userConfig: withoutSecrets(service.type, service.userConfig),
  terminationProtection: service.terminationProtection,
  tags: service.tags,
  poweredOffSince: maybeText(service.poweredOffSince),
  ...(service.versionChangedAt === undefined ? {} : { versionChangedAt: maybeText(service.versionChangedAt) }),
  runningAt: maybeText(service.runningAt),
  firstBackupAt: maybeText(service.firstBackupAt),
  backupInProgress: service.backupInProgress,
  backups: service.backups.map(backupEntry),
  windows:
    service.windows?.map((window) => ({
      location: window.location,
      role: window.role,
      earliest: maybeText(window.earliest),
      latest: maybeText(window.latest),
    })) ?? null,
  backupRegion: regionText(service.backupRegion),
  integrations: [...service.integrations],
  ...(service.access === undefined ? {} : { access: accessEntry(service.access) }),
  replicaOf: service.replicaOf,
  lineage:
    service.lineage === null ? null : { ...service.lineage, recoveryPoint: toRfc3339(service.lineage.recoveryPoint) },
  origin: service.origin,
  ...(service.ownership === undefined ? {} : { ownership: ownershipEntry(service.ownership) }),
});

const regionText = ({ replacedAt, ...region }: BackupRegionFacts): ServiceEntry['backupRegion'] => ({
  ...region,
  changedAt: maybeText(region.changedAt),
  ...(replacedAt === undefined ? {} : { replacedAt: maybeText(replacedAt) }),
});

const regionFrom = ({ replacedAt, ...region }: ServiceEntry['backupRegion']): BackupRegionFacts => ({
  ...region,
  changedAt: maybeInstant(region.changedAt),
  ...(replacedAt === undefined ? {} : { replacedAt: maybeInstant(replacedAt) }),
});

const ownershipEntry = (ownership: Ownership): z.infer<typeof OwnershipEntry> =>
  ownership.state === 'never' ? ownership : { ...ownership, since: toRfc3339(ownership.since) };

const ownershipFrom = (entry: z.infer<typeof OwnershipEntry>): Ownership =>
  entry.state === 'never' ? entry : { ...entry, since: instant(entry.since) };

const serviceFrom = (
  { versionChangedAt, ownership, access, ...entry }: ServiceEntry,
  plain: readonly BackupFacts[] | undefined,
): ServiceFacts => ({
  ...entry,
  ...(versionChangedAt === undefined ? {} : { versionChangedAt: maybeInstant(versionChangedAt) }),
  ...(ownership === undefined ? {} : { ownership: ownershipFrom(ownership) }),
  ...(access === undefined ? {} : { access: accessFrom(access) }),
  createdAt: instant(entry.createdAt),
  poweredOffSince: maybeInstant(entry.poweredOffSince),
  runningAt: maybeInstant(entry.runningAt),
  firstBackupAt: maybeInstant(entry.firstBackupAt),
  backups: plain ?? entry.backups.map(backupFrom),
  windows:
    entry.windows?.map((window) => ({
      ...window,
      earliest: maybeInstant(window.earliest),
      latest: maybeInstant(window.latest),
    })) ?? null,
  backupRegion: regionFrom(entry.backupRegion),
  lineage: entry.lineage === null ? null : { ...entry.lineage, recoveryPoint: instant(entry.lineage.recoveryPoint) },
});
