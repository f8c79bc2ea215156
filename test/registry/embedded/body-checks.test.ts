import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { contract, serviceOperationIds } from '../../../src/api';
import { schemaFault } from '../../../src/domain';
import { bodyChecks } from '../../../src/registry/embedded/body-checks';
import { runs } from '../../whole';
import { changedValues } from './changed-values';

const root = join(__dirname, '../../..');

/** What the build makes, and what it says of schemas that no check can be made of. */
const built = (schemas: readonly string[]) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import * as z from 'zod/mini';
         import { makeChecks, shapeOf } from './scripts/checks.mjs';
         const refusalOf = (schema) => {
           try { return shapeOf(schema, 'Operation.field') } catch (error) { return error.message }
         };
         const schemas = [${schemas.join(',')}];
         console.log(JSON.stringify({ files: await makeChecks(), refusals: schemas.map(refusalOf) }));`,
      ],
      { cwd: root, encoding: 'utf8' },
    ),
  ) as { readonly files: readonly (readonly [string, string])[]; readonly refusals: readonly string[] };

const owner = { id: 'owner-of-a', stack: 's', path: 's/a', workspace: null, host: 'h' };
const origin = { stack: 's', path: 's/a', fingerprint: 'f', latest_transaction: false };
const integration = { integration_type: 'metrics', source_service: 'a', dest_service: null, user_config: { a: 1 } };
const maintenance = { dow: 'sunday', time: '10:00:00' };

/** Bodies with every field, which are taken apart and changed. */
const whole = {
  ClockGet: null,
  ServiceDelete: null,
  ServiceGet: null,
  ServiceList: null,
  ServiceTaskGet: null,
  ProjectServiceTagsReplace: { tags: { team: 'orders' } },
  ServiceCreate: {
    ...{ service_name: 'a', service_type: 'pg', plan: 'p', cloud: 'c', disk_space_mb: 7, user_config: { a: [null] } },
    ...{ termination_protection: true, tags: { a: 'b' }, copy_tags: true, project_vpc_id: null, static_ips: ['ip'] },
    ...{ service_integrations: [integration], tech_emails: [], maintenance, group_name: 'default', cmk_id: 1 },
    forkcast: { origin, from: 'primary', owner: { ...owner, making: true }, latest_transaction: true },
  },
  ServiceIntegrationCreate: integration,
  ServiceMakerLook: { owner: owner.id, hold: 'now', by: null },
  ServiceOwnerSet: {
    expect: { owner: 'nobody', incarnation: 1, created_at: '2026-11-20T08:00:00Z', stale: true },
    owner,
    by: 'me',
  },
  ServiceTaskCreate: { task_type: 'upgrade_check', target_version: '17', upgrade_check: { target_version: '17' } },
  ServiceUpdate: {
    ...{ plan: 'p', cloud: null, disk_space_mb: null, powered: false, user_config: {}, project_vpc_id: null },
    ...{ tech_emails: [], maintenance, group_name: null, forkcast: { origin, owner } },
  },
};

describe('the checks of bodies that the build makes', () => {
  test.each(serviceOperationIds)('of %s accept and refuse as its schema does, in the same words', (id) => {
    const schema = contract[id].body();
    expect(bodyChecks[id].is(whole[id])).toBe(true);
    fc.assert(
      fc.property(changedValues(whole[id]), (value) => {
        if (!contract[id].takesBody || value === undefined) return;
        const parsed = schema.safeParse(value, { reportInput: true });
        expect([value, bodyChecks[id].is(value)]).toEqual([value, parsed.success]);
        if (!parsed.success) expect(bodyChecks[id].faultIn(value, 'whole')).toBe(schemaFault(parsed.error, 'whole'));
      }),
      { numRuns: runs(300) },
    );
  });

  const cases = [
    ['z.string().check(z.refine(() => true))', 'the check custom'],
    ['z.pipe(z.string(), z.transform(String))', 'a schema of type pipe'],
    ['z.object({})', 'an object that leaves out other fields'],
    ['z.int().check(z.minimum(1))', 'the check greater_than'],
    ['z.string().check(z.minLength(1))', 'the check min_length'],
    ['z.optional(z.float32())', 'a number of format float32'],
  ] as const;
  const { files, refusals } = built(cases.map(([schema]) => schema));

  test('are those of the schemas today', () => {
    expect(files.length).toBe(3);
    for (const [path, text] of files) expect([path, readFileSync(join(root, path), 'utf8')]).toEqual([path, text]);
  });

  test.each(cases.map(([schema, what], index) => [schema, what, index] as const))(
    'cannot be made of %s, and the build ends',
    (_schema, what, index) => {
      expect(refusals[index]).toContain(`Operation.field: no check can be made of ${what}.`);
    },
  );
});
