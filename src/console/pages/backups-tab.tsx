import { setQuery, useApp } from '../app';
import { useAccess } from '../access';
import { DataTable } from '../data-table';
import { GuardedButton } from '../guarded-button';
import type { ServiceData } from '../service-data';
import { writeAge, writeInstant, writeLength, writeInZone } from '../../time';
import { counted, parseInstant, sizeWords } from '../../domain';
import { useZone } from '../zone-choice';

/** The backups of a service, as the documents of the vendor describe them, with the column of the second location. */
export const BackupsTab = ({ data }: { readonly data: ServiceData }) => {
  const app = useApp();
  const zone = useZone();
  const access = useAccess(data.project);
  const { story, regions } = data;
  const shown = [...data.backups.backups].reverse();
  return (
    <section class="card stack" aria-label="Backups">
      <div class="split">
        <SecondLocation data={data} />
        <div class="buttons">
          <GuardedButton
            primary
            denied={shown.length === 0 ? 'There is no backup to fork from yet.' : access.write}
            onClick={() => setQuery(app, { dialog: 'fork' }, 'push')}
          >
            Fork &amp; restore
          </GuardedButton>
          <More />
        </div>
      </div>
      {shown.length === 0 ? (
        <p class="faint">
          There is no backup. Where services of its type have backups, the first is made soon after it runs.
        </p>
      ) : (
        <DataTable
          label="Table of backups"
          look="stacked"
          columns={['Backup', 'Completed', { numbers: 'Size' }, 'Location', 'Secondary backup location']}
        >
          {shown.map(({ backup_name, backup_time, data_size, storage_location, additional_regions }) => {
            const at = parseInstant(backup_time) ?? 0;
            return (
              <tr key={backup_name}>
                <td>
                  <code>{backup_name}</code>
                </td>
                <td>
                  <time>{writeInstant(at)}</time>
                  <br />
                  <span class="faint">
                    {writeInZone(at, zone)} · {writeAge(at, story.now)}
                  </span>
                </td>
                <td class="number">{sizeWords(data_size)}</td>
                <td>{storage_location ?? data.service.cloud_name}</td>
                <td>{describeCopy(additional_regions, regions.cloud)}</td>
              </tr>
            );
          })}
        </DataTable>
      )}
    </section>
  );
};

const More = () => {
  const app = useApp();
  return (
    <details class="menu">
      <summary aria-label="More actions">…</summary>
      <div>
        <button onClick={() => setQuery(app, { dialog: 'second-location' }, 'push')}>Secondary backup location</button>
      </div>
    </details>
  );
};

type Copies = ServiceData['backups']['backups'][number]['additional_regions'];

const describeCopy = (copies: Copies, target: string | null): string => {
  const [copy] = copies ?? [];
  if (copy === undefined) return target === null ? 'none' : `not in ${target} yet`;
  return copy.paused === true
    ? `${copy.cloud}, paused: ${copy.pause_reason ?? 'no reason is told'}`
    : `available in ${copy.cloud}`;
};

const statusWords = {
  none: 'no secondary location is set',
  pending: 'set; nothing is copied yet',
  available: 'available',
  paused: 'paused',
} as const;

const SecondLocation = ({ data: { regions, backups } }: { readonly data: ServiceData }) => (
  <dl class="facts">
    <dt>Secondary</dt>
    <dd>
      {regions.cloud === null ? (
        'No secondary backup location.'
      ) : (
        <>
          <b>{regions.cloud}</b>: {statusWords[regions.status]}
          {typeof regions.pause_reason === 'string' && ` (${regions.pause_reason})`}
          {regions.lag_seconds !== null &&
            `, ${writeLength(regions.lag_seconds * 1000)} behind, ${counted(regions.copied_backups, 'backup')}`}
        </>
      )}
    </dd>
    {backups.scheduled_backup_time !== undefined && (
      <>
        <dt>Schedule</dt>
        <dd>{describeSchedule(backups.scheduled_backup_time)}</dd>
      </>
    )}
  </dl>
);

const describeSchedule = ({ hour, minute }: { readonly [key: string]: unknown }): string =>
  typeof hour === 'number' && typeof minute === 'number'
    ? `daily at ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} UTC`
    : 'daily';
