import type { AnswerOf, Contract } from '../../api';
import { growLineage, parseInstant, type LineageBranch } from '../../domain';
import { useApp } from '../app';
import { useLoaded } from '../loaded';
import { LineageTree } from '../panels/lineage-tree';
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
  const chain = loaded.value.lineage;
  return (
    <section class="card" aria-label="Lineage">
      {chain.length === 0 && <p class="faint">It was not forked from another service.</p>}
      <FamilyTree own={{ project, service: name, standing: 'here' }} chain={chain} descendants={descendants} />
      {descendants.length === 0 && <p class="faint">Nothing was forked from it.</p>}
    </section>
  );
};

/** The instant that was restored, and from which backup where. */
interface Point {
  readonly recovery_point: string;
  readonly backup_name: string;
  readonly location: string;
  readonly role: string;
}

interface Member {
  readonly name: string;
  readonly project: string;
  readonly service: string;
  /** `ended`: here, and gone. */
  readonly standing: 'live' | 'gone' | 'here' | 'ended';
  readonly point: Point | null;
  readonly about: string;
  readonly endedAt: string | null;
}

type Descendants = ServiceData['descendants'];

const keyOf = ({ project, service_name: name, incarnation }: Descendants[number]['parent']): string =>
  `${project}/${name} ${incarnation}`;

/** A line of ancestors, the oldest first, then the service itself, and below it the forks. */
export const FamilyTree = ({
  own,
  chain,
  descendants,
}: {
  readonly own: Pick<Member, 'project' | 'service' | 'standing'>;
  readonly chain: AnswerOf<Contract['LineageGet']>['lineage'];
  readonly descendants: Descendants;
}) => {
  const rest = { about: '', endedAt: null };
  const ancestors = chain.map((link, index): Member => ({
    name: `ancestor ${index}`,
    project: link.source_project,
    service: link.source_service,
    standing: link.source_live ? 'live' : 'gone',
    // What it was made with itself stands with the one before it.
    point: chain[index + 1] ?? null,
    ...rest,
  }));
  // What is forked from it names it as its parent; where nothing is, any name does.
  const name = keyOf(descendants[0]?.parent ?? { project: own.project, service_name: own.service, incarnation: 1 });
  const members: readonly Member[] = [...ancestors.reverse(), { name, point: chain[0] ?? null, ...own, ...rest }];
  const line = members
    .slice(1)
    .map((member, index) => ({ source: members[index]?.name ?? '', fork: member.name, at: null }));
  const forks = descendants.map((fork): Member => ({
    name: keyOf(fork),
    project: fork.project,
    service: fork.service_name,
    standing: fork.ended_at === null ? 'live' : 'gone',
    point: fork.lineage,
    about: `${fork.plan}, ${fork.cloud_name}`,
    endedAt: fork.ended_at,
  }));
  const below = descendants.map((fork) => ({ source: keyOf(fork.parent), fork: keyOf(fork), at: null }));
  return <LineageTree branches={growLineage([...members, ...forks], [...line, ...below])} show={showMember} />;
};

const showMember = ({ node }: LineageBranch<Member>) => {
  const { project, service, standing, point, about, endedAt } = node;
  const text = `${project}/${service}`;
  return (
    <>
      {standing === 'here' || standing === 'ended' ? (
        <strong aria-current="true">{text}</strong>
      ) : (
        <PlaceLink place={{ page: 'service', project, service, tab: 'lineage' }}>{text}</PlaceLink>
      )}{' '}
      {(standing === 'gone' || standing === 'ended') && <span class="badge faint">✕ gone</span>}{' '}
      <span class="faint">{about}</span>
      {point !== null && (
        <p class="hint">
          as of {writeInstant(parseInstant(point.recovery_point) ?? 0)}, backup <code>{point.backup_name}</code> in{' '}
          {point.location} ({point.role}){endedAt !== null && `; ended ${writeShort(parseInstant(endedAt) ?? 0)} UTC`}
        </p>
      )}
    </>
  );
};
