import fc from 'fast-check';
import { asked, contract } from '../../src/api';
import { listOperations } from '../../src/console/list-operations';
import type { JsonValue } from '../../src/domain';
import { runs } from '../whole';
import { changedValues } from '../registry/embedded/changed-values';

const lineage = {
  ...{ source_project: 'p', source_service: 'a', recovery_point: '2026-11-20T08:00:00Z', backup_name: 'b' },
  ...{ location: 'aws-eu-central-1', role: 'primary' },
};
const owner = { id: 'owner-of-a', stack: 's', path: 's/a', workspace: null, host: 'h' };

/** Answers with every field that the list looks at. */
const answers: { readonly [Id in keyof typeof listOperations]: JsonValue } = {
  ChangesGet: {
    ...{ version: 'f.7', now: '2026-11-20T08:00:00Z', clock_mode: 'frozen', reload: false },
    ...{ services: [{ project: 'p', service_name: 'a' }], projects: ['p'] },
  },
  ServicePage: {
    ...{ now: '2026-11-20T08:00:00Z', version: 7, first_version: 7, next: null },
    services: [
      {
        ...{ project: 'p', service_name: 'a', service_type: 'pg', plan: 'p', cloud_name: 'c', state: 'RUNNING' },
        ...{ progress_percent: 7.5, progress_phase: null, create_time: '2026-11-20T08:00:00Z', incarnation: 1 },
        ...{ termination_protection: true, forked_from: lineage, replica_of: null },
        ownership: { state: 'held', owner, since: null, by: null, fresh: true },
        windows: [{ location: 'c', role: 'primary', earliest: null, latest: null }],
        ...{ newest_backup_at: null, backup_count: 7 },
        backup_region: { cloud: null, status: 'none', pause_reason: null, lag_seconds: 7.5 },
      },
    ],
  },
};

describe('what the list of services asks, without schemas', () => {
  test.each(['ChangesGet', 'ServicePage'] as const)('%s is asked, and its answers read, as the contract says', (id) => {
    const [own, { method, path, takesBody, read }] = [listOperations[id], asked(contract[id])];
    expect([own.method, own.path, own.takesBody]).toEqual([method, path, takesBody]);
    expect(own.read(answers[id])).toEqual({ kind: 'answer', answer: answers[id] });
    fc.assert(
      fc.property(changedValues(answers[id]), (value) => {
        const text = JSON.stringify(value);
        if (text === undefined) return;
        const answer: JsonValue = JSON.parse(text);
        expect([answer, own.read(answer)]).toEqual([answer, read(answer)]);
      }),
      { numRuns: runs(300) },
    );
  });
});
