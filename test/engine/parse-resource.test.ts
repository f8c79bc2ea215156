import fc from 'fast-check';
import { fromTextFields, isJsonObject, schemaFault, ServiceResource, type JsonValue } from '../../src/domain';
import { parseServiceResource, ServiceResourceError } from '../../src/engine';
import { expectEqual } from '../expect-equal';
import { aResource } from './fake-registry';
import { runs } from '../whole';

/** What the published schema says of the same text. */
const bySchema = (fields: Readonly<Record<string, JsonValue>>): ServiceResource | string => {
  const parsed = ServiceResource.safeParse(fromTextFields(fields), { reportInput: true });
  return parsed.success ? parsed.data : schemaFault(parsed.error, 'the resource');
};

const byParser = (text: string): ServiceResource | string => {
  try {
    return parseServiceResource(text);
  } catch (error) {
    if (error instanceof ServiceResourceError) return error.fault;
    throw error;
  }
};

const expectSame = (fields: object): void => {
  const text = JSON.stringify(fields).replaceAll('"<huge>"', '1e999');
  const read: unknown = JSON.parse(text);
  if (!isJsonObject(read as JsonValue)) throw new TypeError('the case is no object');
  expectEqual(byParser(text), bySchema(read as Readonly<Record<string, JsonValue>>));
};

const full = aResource({
  cloud_name: 'aws-eu-central-1',
  disk_space_mb: 163_840,
  tags: { team: 'data' },
  user_config: { ip_filter: ['0.0.0.0/0'], pg: { jit: true, limit: 1.5, none: null } },
  secrets: { admin_password: 'PASSWORD' },
  project_vpc_id: 'vpc',
  static_ips: ['a'],
  service_integrations: [{ integration_type: 'metrics', dest_service: 'm' }],
  from: 'secondary',
  latest_transaction: true,
  source_address: 'aiven_pg.source',
  wait_for_source: true,
});

/** Whether a text is a duration is no matter of its form. */
const names = [...Object.keys(full).filter((name) => name !== 'create_timeout'), 'surprise', 'toString'];

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    null,
    '',
    'true',
    '7',
    '{}',
    '[1]',
    '{"a":1}',
    1.5,
    2 ** 53,
    -(2 ** 53),
    '<huge>',
    'primary',
    'replace',
  ),
  fc.constantFrom([[]], [{}], [{ a: '<huge>' }], { a: { b: ['<huge>'] } }, { a: 'b' }, ['a', 2], 'x'.repeat(100)),
);

describe('a declared service', () => {
  test('is read as it was written', () => {
    expect(parseServiceResource(JSON.stringify(full))).toEqual(full);
  });

  test('is accepted and refused as its schema does, in the same words', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 2 }),
        fc.subarray(Object.keys(full), { maxLength: 2 }),
        (changed, dropped) => {
          const kept = Object.entries(full).filter(([name]) => !dropped.includes(name));
          expectSame({ ...Object.fromEntries(kept), ...changed });
        },
      ),
      { numRuns: runs(500) },
    );
  });
});
