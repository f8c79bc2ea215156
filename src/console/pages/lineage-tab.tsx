import { parseInstant } from '../../domain';
import { useApp } from '../app';
import { useLoaded } from '../loaded';
import { PlaceLink } from '../place-link';
import type { ServiceData } from '../service-data';
import { writeInstant, writeShort } from '../../time';
import { TroubleBox, Waiting } from '../trouble-box';

/** Where a service came from and what came of it, also of services that are gone. */
export const LineageTab = ({ data }: { readonly data: ServiceData }) => {
  const { client } = useApp();
  const { project, service, descendants } = data;
  const name = service.service_name;
  const loaded = useLoaded(`lineage ${project}/${name}`, () => client.lineage(project, name));
  if (loaded.kind === 'loading') return <Waiting what="Its lineage is asked for" />;
  if (loaded.kind === 'failed') return <TroubleBox trouble={loaded.trouble} />;
  const ancestors = [...loaded.value.lineage].reverse();
  return (
    <section class="card" aria-label="Lineage">
      {ancestors.length === 0 && <p class="faint">It was not forked from another service.</p>}
      <ul class="tree">
        <Ancestors
          ancestors={ancestors}
          self={
            <Self
              name={name}
              project={project}
              incarnation={service.forkcast?.incarnation ?? 1}
              descendants={descendants}
            />
          }
        />
      </ul>
      {descendants.length === 0 && <p class="faint">Nothing was forked from it.</p>}
    </section>
  );
};

interface Ancestor {
  readonly source_project: string;
  readonly source_service: string;
  readonly recovery_point: string;
  readonly backup_name: string;
  readonly location: string;
  readonly role: string;
  readonly source_live: boolean;
}

const Ancestors = ({ ancestors, self }: { readonly ancestors: readonly Ancestor[]; readonly self: preact.VNode }) => {
  const [first, ...rest] = ancestors;
  if (first === undefined) return self;
  return (
    <li>
      <ServiceLink project={first.source_project} service={first.source_service} isLive={first.source_live} />
      <p class="hint">
        <Point of={first} />
      </p>
      <ul class="tree">
        <Ancestors ancestors={rest} self={self} />
      </ul>
    </li>
  );
};

/** The instant that was restored, and from which backup where. */
const Point = ({ of }: { readonly of: Omit<Ancestor, 'source_live'> | null }) =>
  of === null ? (
    <>made anew</>
  ) : (
    <>
      as of {writeInstant(parseInstant(of.recovery_point) ?? 0)}, backup <code>{of.backup_name}</code> in {of.location}{' '}
      ({of.role})
    </>
  );

const ServiceLink = ({
  project,
  service,
  isLive,
}: {
  readonly project: string;
  readonly service: string;
  readonly isLive: boolean;
}) => (
  <>
    <PlaceLink place={{ page: 'service', project, service, tab: 'lineage' }}>
      {project}/{service}
    </PlaceLink>{' '}
    {!isLive && <span class="badge faint">✕ gone</span>}
  </>
);

const Self = ({
  name,
  project,
  incarnation,
  descendants,
}: {
  readonly name: string;
  readonly project: string;
  readonly incarnation: number;
  readonly descendants: ServiceData['descendants'];
}) => (
  <li>
    <span class="here" aria-current="true">
      {project}/{name}
    </span>
    <Forks of={{ project, service_name: name, incarnation }} all={descendants} />
  </li>
);

/** The forks of one service, each with its own below it. */
export const Forks = ({
  of,
  all,
}: {
  readonly of: ServiceData['descendants'][number]['parent'];
  readonly all: ServiceData['descendants'];
}) => {
  const own = all.filter(
    ({ parent }) =>
      parent.project === of.project && parent.service_name === of.service_name && parent.incarnation === of.incarnation,
  );
  if (own.length === 0) return null;
  return (
    <ul class="tree">
      {own.map((fork) => (
        <li key={`${fork.project}/${fork.service_name}/${fork.incarnation}`}>
          <ServiceLink project={fork.project} service={fork.service_name} isLive={fork.ended_at === null} />{' '}
          <span class="faint">
            {fork.plan}, {fork.cloud_name}
          </span>
          <p class="hint">
            <Point of={fork.lineage} />
            {fork.ended_at !== null && `; ended ${writeShort(parseInstant(fork.ended_at) ?? 0)} UTC`}
          </p>
          <Forks of={fork} all={all} />
        </li>
      ))}
    </ul>
  );
};
