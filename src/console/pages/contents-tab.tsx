import { counted, parseRecoveryTime, toRfc3339, type JsonObject } from '../../domain';
import type { AnswerOf, Contract } from '../../api';
import { useApp } from '../app';
import { DataTable } from '../data-table';
import { ManifestEntries } from '../panels/manifest';
import { useLoaded } from '../loaded';
import type { ServiceData } from '../service-data';
import { writeInstant, writeShort } from '../../time';
import { TroubleBox, Waiting } from '../trouble-box';

/** Rows of the ledger that are shown. */
const mostRows = 200;

/** What a service holds now, and what it held at the instant of the address: what a fork of then would have. */
export const ContentsTab = ({ data }: { readonly data: ServiceData }) => {
  const { client, route } = useApp();
  const { project, service, story } = data;
  const name = service.service_name;
  const asked = parseRecoveryTime(route.value.query['at'] ?? '')?.at ?? story.now;
  const at = Math.min(Math.max(asked, story.createdAt), story.now);
  const loaded = useLoaded(`contents-tab ${project}/${name} ${at}`, async () => {
    const [then, now] = await Promise.all([
      client.contents(project, name, toRfc3339(at)),
      client.contents(project, name),
    ]);
    const newest = { offset: Math.max(0, now.row_count - mostRows), limit: mostRows };
    const [rowsThen, rowsNow] = await Promise.all([
      client.rows(project, name, { ...newest, at: toRfc3339(at) }),
      client.rows(project, name, newest),
    ]);
    return { then, now, rowsThen, rowsNow };
  });
  if (loaded.kind === 'loading') return <Waiting what="What it holds is asked for" />;
  if (loaded.kind === 'failed') return <TroubleBox trouble={loaded.trouble} />;
  const { then, now, rowsThen, rowsNow } = loaded.value;
  return (
    <div class="stack">
      <section class="card" aria-label="Contents">
        <p>
          At {writeInstant(at)}, beside now. {at === story.now && 'Choose another instant on the time line.'}
        </p>
        <DataTable label="Contents then and now" columns={['What', `At ${writeShort(at)} UTC`, 'Now']}>
          <Compared what="databases" then={then.databases} now={now.databases} />
          <Compared what="users" then={then.users} now={now.users} />
          <Compared what="connection pools" then={then.connection_pools} now={now.connection_pools} />
          {then.user_config !== undefined && (
            <Compared what="settings" then={listSettings(then)} now={listSettings(now)} />
          )}
          <tr>
            <th scope="row">integrations</th>
            <td>a fork has none: they are made anew</td>
            <td>{service.service_integrations.map(writeIntegration).join(', ') || 'none'}</td>
          </tr>
          <Compared what="ledger" then={[counted(then.row_count, 'row')]} now={[counted(now.row_count, 'row')]} />
        </DataTable>
      </section>
      <ManifestCard manifest={service.forkcast?.manifest ?? null} />
      <Ledger then={rowsThen} now={rowsNow} />
    </div>
  );
};

/** `metrics: orders-pg → dashboards` */
const writeIntegration = (one: ServiceData['service']['service_integrations'][number]): string =>
  `${textOf(one['integration_type'])}: ${textOf(one['source_service'] ?? one['source_endpoint_id'])} → ${textOf(
    one['dest_service'] ?? one['dest_endpoint_id'],
  )}`;

const listSettings = ({ user_config: settings = {} }: AnswerOf<Contract['ContentsGet']>): readonly string[] =>
  Object.entries(settings).map(([key, value]) => `${key} = ${textOf(value)}`);

const Compared = ({
  what,
  then,
  now,
}: {
  readonly what: string;
  readonly then: readonly string[];
  readonly now: readonly string[];
}) => (
  <tr>
    <th scope="row">{what}</th>
    <td>{marked(then, now, 'gone since')}</td>
    <td>{marked(now, then, 'came since')}</td>
  </tr>
);

const marked = (own: readonly string[], other: readonly string[], words: string): string =>
  own.length === 0
    ? 'none'
    : own.map((name) => (other.includes(name) || / rows?$/.test(name) ? name : `${name} (${words})`)).join(', ');

type Rows = AnswerOf<Contract['RowsRead']>;

/** The newest rows of now, newest first, and whether a fork of then has them. */
const Ledger = ({ then, now }: { readonly then: Rows; readonly now: Rows }) => {
  const sameAs = (row: Rows['rows'][number]): string => `${row.database} ${row.key} ${row.value} ${row.written_at}`;
  const known = new Set(then.rows.map(sameAs));
  const later = now.total - then.total;
  if (now.total === 0) return null;
  return (
    <section class="card" aria-label="Ledger">
      <p>
        The ledger, now:{' '}
        {later > 0 ? `${counted(later, 'row')} would not be in a fork of then` : 'all of it would be in a fork of then'}
        {later < 0 && `, and ${counted(-later, 'row')} more that are gone since`}.
        {now.total > mostRows && ` The newest ${mostRows} of ${now.total} rows are shown.`}
      </p>
      <DataTable
        look="tall"
        label="Rows of the ledger"
        columns={['Database', 'Key', 'Value', 'Written', 'In a fork of then']}
      >
        {[...now.rows].reverse().map((row, index) => (
          <tr key={index}>
            <td>{row.database}</td>
            <td>{row.key}</td>
            <td>{row.value}</td>
            <td>
              <time>{writeShort(Date.parse(row.written_at))} UTC</time>
            </td>
            <td>{known.has(sameAs(row)) ? '✓ yes' : '✕ no, later'}</td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a fork was made with, and what was not copied. */
const ManifestCard = ({ manifest }: { readonly manifest: JsonObject | null }) =>
  manifest === null ? null : (
    <section class="card" aria-label="Manifest of the fork">
      <p>What of its source this fork was made with, and what was left behind.</p>
      <ul class="verdicts">
        <ManifestEntries manifest={manifest} />
      </ul>
    </section>
  );
