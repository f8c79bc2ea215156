import type { AnswerOf, Contract } from '../../api';
import { given, toRfc3339, type EpochMs } from '../../domain';
import { done } from '../command';
import { serviceCommand } from '../service-command';
import { asJson } from '../json';
import { meantInstant } from '../meant-time';
import { table } from '../show/table';

type Entry = AnswerOf<Contract['ServiceHistory']>['entries'][number];

/** `forkcast service history`. */
export const serviceHistory = serviceCommand({
  name: 'service history',
  summary: 'show what changed in a service, with the values before and after, and its outages',
  about: 'Of a service that has ended, too. Every event, without values: forkcast service logs.',
  examples: {
    'forkcast service history orders': 'plan, cloud, power, second region, versions, owners, outages',
    'forkcast service history orders --kinds outage,power-off --format json': 'these alone, with their ends',
  },
  flags: (inputs) => ({
    from: inputs.time('--from <time>', 'from this instant on (default: its creation)'),
    until: inputs.time('--until <time>', 'until this instant (default: now)'),
    kinds: inputs.text('--kinds <kinds>', 'some kinds alone, separated by commas'),
  }),
  run: async ({ context, client, project, service }, { from, until, kinds }) => {
    const [first, last] = [await meantInstant(context, from), await meantInstant(context, until)];
    const wanted = given({ from: written(first), until: written(last), kinds });
    const entries: Entry[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { ...wanted, limit: '1000', ...given({ cursor }) };
      const page = await client.ask('ServiceHistory', { at: { project, service }, body: null, query });
      entries.push(...page.entries);
      cursor = page.next;
    }
    const rows = entries.map((entry) => [entry.at, entry.kind, entryText(entry)]);
    const text = rows.length === 0 ? 'nothing' : table(['at', 'what', ''], rows);
    return done(text, { history: entries.map(asJson) });
  },
});

const written = (at: EpochMs | undefined): string | undefined => (at === undefined ? undefined : toRfc3339(at));

const entryText = (entry: Entry): string => {
  const { until, before, after, cloud_name: cloud, lineage } = entry;
  const change = before === undefined ? [after] : [`${shown(before)} → ${shown(after)}`];
  const source = lineage
    ? [`from ${lineage.source_project}/${lineage.source_service} at ${lineage.recovery_point}`]
    : [];
  const lasts = until === undefined ? [] : [until === null ? 'goes on' : `until ${until}`];
  const owner = entry.state === undefined ? [] : [`${entry.state} ${entry.path ?? ''}`.trim()];
  const parts = [...change, cloud, ...source, entry.backup_name, entry.how, ...owner, ...lasts];
  return parts.filter((part) => part !== undefined && part !== null).join(', ');
};

const shown = (value: Entry['before']): string => String(value ?? 'none');
