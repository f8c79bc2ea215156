import { setQuery, useApp } from '../app';
import { useLoaded } from '../loaded';
import { readWho } from '../registry';
import { explainTrouble } from '../trouble';
import { ClockControls } from './clock';
import { FaultControls } from './faults';
import { OutageControls } from './outages';
import { WriteControls } from './writes';

/**
 * What moves a simulated registry: its clock, outages, faults and rows. Apart from all the rest, since nothing of it exists at a vendor;
 * not there for who does not administer the registry, nor where it is not one of ours.
 */
export const SimulationDrawer = () => {
  const app = useApp();
  const { place, query } = app.route.value;
  const isOpen = query['drawer'] === 'simulation';
  if (!useSteering()) return null;
  return (
    <aside aria-label="Simulation">
      <details
        class="drawer"
        open={isOpen}
        onToggle={({ currentTarget: { open } }) =>
          open === isOpen ? undefined : setQuery(app, { drawer: open ? 'simulation' : undefined })
        }
      >
        <summary>Simulation</summary>
        {isOpen && (
          <div>
            <p class="hint">
              This registry is simulated. What is done here no vendor has, and everybody who looks at this registry sees
              it.
            </p>
            <ClockControls />
            <OutageControls place={place} />
            {place.page === 'service' && <WriteControls project={place.project} service={place.service} />}
            <FaultControls />
          </div>
        )}
      </details>
    </aside>
  );
};

/** Whether who looks administers a simulated registry. Who may only read is not refused anything to find out. */
const useSteering = (): boolean => {
  const { client, login } = useApp();
  const loaded = useLoaded(`steering ${login.token.value ?? ''}`, async () => {
    const { project_membership: membership } = await readWho(client);
    if (Object.values(membership).some((role) => role !== 'admin')) return { isAllowed: false };
    try {
      await client.ask('FaultGet', { at: {}, body: null, query: null });
      return { isAllowed: true };
    } catch (error) {
      if (['forbidden', 'gone', 'refused'].includes(explainTrouble(error).kind)) return { isAllowed: false };
      throw error;
    }
  });
  return loaded.kind === 'ready' && loaded.value.isAllowed;
};
