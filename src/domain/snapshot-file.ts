import * as z from 'zod/mini';
import { asPublished } from './as-published';
import { CatalogueEntry, writeCatalogue, catalogueFrom } from './catalogue-file';
import { withoutCredentials } from './credentials';
import { entry, Instant, list } from './entry';
import { FactSourceError } from './error';
import { ProjectFacts, TerminatedFacts, type Facts } from './facts';
import { serviceKey } from './names';
import { quickly } from './quick-read';
import { schemaFault } from './schema-fault';
import { withoutSecrets } from './secrets';
import { ServiceFacts } from './service-facts';
import { hourMs } from './time';
import { unpublishedFacts } from './unpublished';

/**
 * A snapshot of a control plane's facts as a file: what `FORKCAST_REGISTRY=facts:PATH` reads. Instants are RFC 3339;
 * it holds no secret. A field that is not named here is refused: a file with more fields has a higher `formatVersion`.
 */
export const SnapshotFile = entry({
  formatVersion: z.literal(1),
  /** Where the facts were read, as `FORKCAST_REGISTRY` names it. */
  origin: z.string(),
  /** The control plane's clock when they were read. */
  now: Instant,
  projects: list(ProjectFacts),
  services: list(ServiceFacts),
  /** Absent: not published. */
  terminated: z.exactOptional(list(TerminatedFacts)),
  catalogue: CatalogueEntry,
  /** Absent: not published. */
  outages: z.exactOptional(list(z.string())),
  /** What a fork of pg or mysql without a recovery point holds; absent: the newest base backup. */
  recoveryDefault: z.exactOptional(z.literal('latest')),
  /** The reader may see these projects alone; absent: all. */
  partial: z.exactOptional(z.literal(true)),
  /** Live services of which no more than the name could be read; absent: none. */
  unreadable: z.exactOptional(list(z.string())),
  /** What is not published: no verdict rests on what stands there all the same; absent: all is. */
  unpublished: z.exactOptional(list(z.enum(unpublishedFacts))),
  /** How far the clock may be off; absent: it is its own. */
  skewMs: z.exactOptional(z.number()),
  /** When the file was written, by the clock on the wall, and for how many hours its writer holds it good. */
  taken: z.exactOptional(entry({ at: Instant, goodForHours: z.number() })),
});

/** A snapshot file, as its JSON holds it. */
export type SnapshotFile = z.input<typeof SnapshotFile>;

/** The facts as a snapshot file; secrets among the settings are left out. */
export const writeSnapshot = ({ taken, terminated, ...facts }: Facts): SnapshotFile =>
  z.encode(SnapshotFile, {
    ...facts,
    formatVersion: 1,
    projects: [...facts.projects.values()],
    services: [...facts.services.values()].map(withoutItsSecrets),
    ...(terminated === undefined ? {} : { terminated: [...terminated.values()] }),
    catalogue: writeCatalogue(facts.catalogue),
    ...(taken === undefined ? {} : { taken: { at: taken.at, goodForHours: taken.goodForMs / hourMs } }),
  });

/** The services of a part of the facts as a snapshot file holds them. */
export const writeSnapshotServices = (facts: Required<Pick<Facts, 'services' | 'terminated'>>): SnapshotServices =>
  z.encode(SnapshotServices, {
    services: [...facts.services.values()].map(withoutItsSecrets),
    terminated: [...facts.terminated.values()],
  });

const SnapshotServices = entry({ services: list(ServiceFacts), terminated: list(TerminatedFacts) });
type SnapshotServices = z.input<typeof SnapshotServices>;

const withoutItsSecrets = (service: ServiceFacts): ServiceFacts => ({
  ...service,
  userConfig: withoutSecrets(service.type, service.userConfig),
});

const readSnapshot = quickly(SnapshotFile);

/**
 * Reads the JSON of a snapshot file that came from `origin`, which the facts then name as theirs.
 * @throws FactSourceError when it is not a snapshot, naming the first field at fault
 */
export const parseSnapshot = (json: unknown, origin: string): Facts => {
  const parsed = readSnapshot(json);
  if (!parsed.success) {
    const fault = schemaFault(parsed.error, 'the file');
    throw new FactSourceError(origin, `${fault}. Take a new one with "forkcast registry snapshot".`);
  }
  return asPublished(factsFrom(parsed.data, origin));
};

const factsFrom = (
  { formatVersion: _formatVersion, taken, terminated, ...file }: z.output<typeof SnapshotFile>,
  origin: string,
): Facts => ({
  ...file,
  origin: withoutCredentials(origin),
  projects: new Map(file.projects.map((project) => [project.name, project])),
  services: new Map(file.services.map((service) => [serviceKey(service), service])),
  ...(terminated === undefined
    ? {}
    : { terminated: new Map(terminated.map((service) => [serviceKey(service), service])) }),
  catalogue: catalogueFrom(file.catalogue),
  ...(taken === undefined ? {} : { taken: { at: taken.at, goodForMs: taken.goodForHours * hourMs } }),
});
