import { dayMs, parseInstant } from '../../domain';
import { useAccess } from '../access';
import { setQuery, useApp } from '../app';
import type { ServiceData } from '../service-data';
import { writeAge, writeInstant } from '../../time';
import { useAct } from './act';
import { Dialog } from './dialog';
import { Foot } from './foot';
import { useOffer } from './offer';
import { useRelease } from './release';
import { Select } from './select';

const none = '';

/** Edit secondary backup location: it can be changed once in 24 hours, and taken away at any time. */
export const SecondLocationDialog = ({
  data,
  onClose,
}: {
  readonly data: ServiceData;
  readonly onClose: () => void;
}) => {
  const app = useApp();
  const { project, service, regions } = data;
  const chosen = app.route.value.query['second'] ?? regions.cloud ?? none;
  const act = useAct();
  const release = useRelease(data);
  const access = useAccess(project);
  const offer = useOffer(project, service.service_type);
  const fault = findLockFault(data, chosen);
  const clouds = offer.kind === 'ready' ? offer.value.clouds : [];
  const unchanged = chosen === (regions.cloud ?? none) ? 'Nothing is changed.' : undefined;
  const denied = fault ?? (release.isHeld ? 'Its stack has to let it go first.' : unchanged);
  const save = (): void =>
    act.run(async () => {
      const body = { user_config: { additional_backup_regions: chosen === none ? [] : [chosen] } };
      await app.client.updateService(project, service.service_name, body, release.expect);
      onClose();
    });
  return (
    <Dialog title="Edit secondary backup location" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {release.step}
        <Select
          name="second"
          label="Secondary location"
          value={chosen}
          options={listLocations(data, clouds)}
          fault={fault}
          hint="A copy of each backup and the log is kept there too."
          onChoose={(second) => setQuery(app, { second })}
        />
        {chosen === none && regions.cloud !== null && (
          <p class="notice">The copies in {regions.cloud} go away, and nothing can be restored from there any more.</p>
        )}
        <Foot act={act} onClose={onClose} denied={access.write ?? denied}>
          Save
        </Foot>
      </form>
    </Dialog>
  );
};

/** Why it cannot be changed to this now: the lock of 24 hours, and when it ends. */
const findLockFault = ({ regions, story }: ServiceData, chosen: string): string | undefined => {
  const changedAt = regions.changed_at === null ? undefined : parseInstant(regions.changed_at);
  if (changedAt === undefined || changedAt + dayMs <= story.now || chosen === none || chosen === regions.cloud)
    return undefined;
  const until = writeInstant(changedAt + dayMs);
  return `It was changed ${writeAge(changedAt, story.now)} and can be changed once in 24 hours: again from ${until} on.`;
};

const listLocations = ({ regions, service }: ServiceData, clouds: readonly string[]) => [
  { value: none, words: 'None' },
  ...[...new Set([...(regions.cloud === null ? [] : [regions.cloud]), ...clouds])].map((cloud) => ({
    value: cloud,
    words: cloud,
    denied: whyNotSecond(cloud, service.cloud_name),
  })),
];

const whyNotSecond = (cloud: string, own: string): string | undefined => {
  if (cloud === own) return 'the service runs there';
  return cloud.split('-')[0] === own.split('-')[0] ? undefined : 'of another provider';
};
