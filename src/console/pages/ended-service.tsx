import { useApp } from '../app';
import { useLoaded } from '../loaded';
import { isUnserved, readDescendants } from '../registry';
import type { Place } from '../route';
import { FamilyTree } from './lineage-tab';

/** What came of a service that is gone: its forks live on. */
export const EndedService = ({
  place: { project, service },
}: {
  readonly place: Extract<Place, { page: 'service' }>;
}) => {
  const { client } = useApp();
  const loaded = useLoaded(`ended ${project}/${service}`, async () => {
    try {
      return await readDescendants(client, project, service);
    } catch (error) {
      if (isUnserved(error)) return [];
      throw error;
    }
  });
  if (loaded.kind !== 'ready' || loaded.value.length === 0) return null;
  return (
    <section class="card" aria-label="Its forks">
      <p>{service} is gone. What was forked from it lives its own life:</p>
      <FamilyTree members={[]} descendants={loaded.value} />
    </section>
  );
};
