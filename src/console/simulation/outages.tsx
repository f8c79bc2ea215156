import { useState } from 'preact/hooks';
import { useApp } from '../app';
import { useAct } from '../dialogs/act';
import { Select } from '../dialogs/select';
import { useLoaded } from '../loaded';
import { writeRoute, type Place } from '../route';
import { Control } from './control';

/** Clouds that are down, and those that could be: first where the backups of the service are kept that is shown. */
export const OutageControls = ({ place }: { readonly place: Place }) => {
  const { client } = useApp();
  const act = useAct();
  const loaded = useLoaded(`outages ${writeRoute({ place, query: {} })}`, async () => {
    const [down, { clouds }, windows] = await Promise.all([
      client.outages(),
      client.ask('ListClouds', { at: {}, body: null, query: null }),
      place.page === 'service'
        ? client.backupRegions(place.project, place.service).then(
            (regions) => regions.windows,
            () => [],
          )
        : [],
    ]);
    const own = windows.map(({ location }) => location);
    return { down, clouds: [...new Set([...own, ...clouds.map(({ cloud_name }) => cloud_name)])] };
  });
  const { down, clouds } = loaded.kind === 'ready' ? loaded.value : { down: [], clouds: [] };
  const up = clouds.filter((cloud) => !down.includes(cloud));
  const [asked, setAsked] = useState('');
  const chosen = up.includes(asked) ? asked : (up[0] ?? '');
  return (
    <Control title="Outages" act={act}>
      {down.length === 0 && <p class="faint">No cloud is down.</p>}
      {down.map((cloud) => (
        <p key={cloud} class="control-row">
          <span>{cloud} is down</span>
          <button type="button" class="small" onClick={() => act.run(() => client.setOutage(cloud, false))}>
            Bring {cloud} up
          </button>
        </p>
      ))}
      <form
        class="control-row"
        onSubmit={(event) => {
          event.preventDefault();
          act.run(() => client.setOutage(chosen, true));
        }}
      >
        <Select name="outage" label="Cloud" value={chosen} options={up} onChoose={setAsked} />
        <button disabled={chosen === '' || act.busy}>Take down</button>
      </form>
    </Control>
  );
};
