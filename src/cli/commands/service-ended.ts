import type { AnswerOf, Contract } from '../../api';
import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { asJson } from '../json';
import { table } from '../show/table';

/** `forkcast service ended`. */
export const serviceEnded: CommandDefinition = {
  name: 'service ended',
  summary: 'list the services of a project that have ended, and until when their backups are kept',
  examples: { 'forkcast service ended': 'what was terminated, or removed because it was powered off too long' },
  place: 'project',
  declare: () => async (context) => {
    const { project, client } = await reach(context);
    const services: AnswerOf<Contract['EndedServiceList']>['services'][number][] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: '1000', ...(cursor === undefined ? {} : { cursor }) };
      const page = await client.ask('EndedServiceList', { at: { project }, body: null, query });
      services.push(...page.services);
      cursor = page.next;
    }
    const rows = services.map((one) => [
      one.service_name,
      one.service_type,
      one.how,
      one.ended_at ?? '',
      one.backups_kept_until,
      one.lineage === null ? '' : `${one.lineage.source_project}/${one.lineage.source_service}`,
    ]);
    const head = ['name', 'type', 'how', 'ended', 'backups kept until', 'forked from'];
    const text = rows.length === 0 ? `no service of ${project} has ended` : table(head, rows);
    return done(text, { project, services: services.map(asJson) });
  },
};
