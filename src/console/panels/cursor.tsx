import { counted, toRfc3339, type EpochMs } from '../../domain';
import { useApp } from '../app';
import {
  findBaseBackup,
  holdsInstant,
  writeAge,
  writeInstant,
  writeInZone,
  writeLength,
  writeRestore,
  writeShort,
  type Lane,
} from '../../time';
import { useLoaded } from '../loaded';
import { useResting } from '../resting';
import type { ServiceData } from '../service-data';
import { useZone } from '../zone-choice';

/** What the instant under the cursor is, and what a fork of it would hold. */
export const CursorPanel = ({ data, cursor }: { readonly data: ServiceData; readonly cursor: EpochMs }) => {
  const zone = useZone();
  const { story } = data;
  const resting = useResting(cursor);
  const lane = story.lanes.find((candidate) => canRestore(candidate, cursor));
  return (
    <section class="card" aria-labelledby="cursor-title">
      <h2 class="panel-title" id="cursor-title">
        At the cursor
      </h2>
      <p class="instant">{writeInstant(cursor)}</p>
      <p class="faint">
        {writeInZone(cursor, zone)} · {writeAge(cursor, story.now)}
      </p>
      {lane === undefined ? (
        <p class="notice">No location holds this instant. {sayBounds(data)}</p>
      ) : (
        <dl class="facts">
          <From lane={lane} cursor={cursor} />
          <Held data={data} at={resting} moving={resting !== cursor} lane={lane} />
        </dl>
      )}
    </section>
  );
};

/** Of backups alone, one means the newest before the cursor. */
const canRestore = (lane: Lane, at: EpochMs): boolean =>
  holdsInstant(lane, at) || (lane.backupsOnly && findBaseBackup(lane, at) !== undefined);

const sayBounds = ({ story }: ServiceData): string => {
  const [window] = story.lanes.flatMap(({ window }) => window ?? []);
  return window === undefined
    ? 'There is no backup.'
    : `What can be restored is from ${writeShort(window.from)} to ${writeShort(window.to)} UTC.`;
};

const From = ({ lane, cursor }: { readonly lane: Lane; readonly cursor: EpochMs }) => {
  const base = findBaseBackup(lane, cursor);
  if (base === undefined) return null;
  const log = cursor - base.at;
  return (
    <>
      <dt>from</dt>
      <dd>
        backup of {writeShort(base.at)}
        {log >= 1000 && !lane.backupsOnly && `, then ${writeLength(log)} of log`}
      </dd>
    </>
  );
};

/** Asked once the cursor rests; while another instant is asked for, a dash stands where the old answer stood. */
const Held = ({
  data,
  at,
  moving,
  lane,
}: {
  readonly data: ServiceData;
  readonly at: EpochMs;
  readonly moving: boolean;
  readonly lane: Lane;
}) => {
  const { client } = useApp();
  const { role, backupsOnly } = lane;
  const base = backupsOnly ? findBaseBackup(lane, at) : undefined;
  const held = base?.at ?? at;
  const { project, service } = data;
  const name = service.service_name;
  const contents = useLoaded(`contents ${name} ${held}`, async () => {
    const [then, now] = await Promise.all([
      client.contents(project, name, toRfc3339(held)),
      client.contents(project, name),
    ]);
    return { then, now };
  });
  const preview = useLoaded(`preview ${name} ${role} ${held}`, async () => {
    const point =
      base === undefined ? { recovery_target_time: toRfc3339(at) } : { recovery_basebackup_name: base.name };
    return await client.ask('ForkPreview', {
      at: { project, service: name },
      body: { ...point, from: role },
      query: null,
    });
  });
  const kept = !moving && contents.kind === 'ready' ? contents.value : undefined;
  const told = !moving && preview.kind === 'ready' ? preview.value : undefined;
  const seconds = told?.estimate?.seconds_to_running ?? null;
  const until = told?.valid_until ?? null;
  const lost = kept === undefined ? undefined : kept.now.row_count - kept.then.row_count;
  return (
    <>
      <dt>holds</dt>
      <dd>{kept === undefined ? '–' : describeContents(kept.then)}</dd>
      <dt>lost since</dt>
      <dd>{lost === undefined ? '–' : lost <= 0 ? 'nothing' : `${counted(lost, 'row')}, written later`}</dd>
      <dt>valid until</dt>
      <dd>{told === undefined ? '–' : until === null ? 'not told' : `${writeShort(Date.parse(until))} UTC`}</dd>
      <dt>restore</dt>
      <dd>{told === undefined ? '–' : seconds === null ? 'not possible' : writeRestore(seconds)}</dd>
    </>
  );
};

const describeContents = (held: {
  readonly databases: readonly string[];
  readonly users: readonly string[];
  readonly row_count: number;
}): string =>
  `${counted(held.databases.length, 'database')}, ${counted(held.users.length, 'user')}; ledger: ${counted(held.row_count, 'row')}`;
