import { parseInstant } from '../../domain';
import { useApp } from '../app';
import { useLoaded } from '../loaded';
import { PlaceLink } from '../place-link';
import { isUnserved, readDescendants, readHistory } from '../registry';
import type { Place } from '../route';
import { explainTrouble, type Trouble } from '../trouble';
import { TroubleBox } from '../trouble-box';
import { writeInstant } from '../../time';
import { FamilyTree } from './lineage-tab';

/** A service that is gone: what it was, what it was forked from, and what came of it; of a name that never was, that it is not there. */
export const EndedService = ({
  place: { project, service },
  trouble,
}: {
  readonly place: Extract<Place, { page: 'service' }>;
  readonly trouble: Trouble;
}) => {
  const { client } = useApp();
  const loaded = useLoaded(`ended ${project}/${service}`, async () => {
    try {
      const [{ lineage }, descendants, history] = await Promise.all([
        client.lineage(project, service),
        readDescendants(client, project, service),
        readHistory(client, project, service),
      ]);
      return { lineage, descendants, history };
    } catch (error) {
      if (isUnserved(error) || explainTrouble(error).kind === 'gone') return undefined;
      throw error;
    }
  });
  if (loaded.kind === 'loading') return null;
  if (loaded.kind === 'failed' || loaded.value === undefined) return <TroubleBox trouble={trouble} />;
  const { lineage, descendants, history } = loaded.value;
  const [made, ended] = [history[0], history.at(-1)];
  return (
    <section class="card stack" aria-label="Its life">
      <h2>{service} has ended</h2>
      <p>
        It was {made?.service_type}, made as {made?.after} in {made?.cloud_name} at {spellInstant(made?.at)}, and ended
        at {spellInstant(ended?.at)}. {descendants.length > 0 && 'What was forked from it lives its own life.'}
      </p>
      <FamilyTree own={{ project, service, standing: 'ended' }} chain={lineage} descendants={descendants} />
      <PlaceLink place={{ page: 'services' }}>See the services</PlaceLink>
    </section>
  );
};

const spellInstant = (text: string | undefined): string => writeInstant(parseInstant(text ?? '') ?? 0);
