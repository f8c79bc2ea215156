import * as fc from 'fast-check';
import {
  defaultCatalogue,
  isJsonObject,
  parseReviewCard,
  parseSnapshot,
  serviceTypes,
  writeSnapshot,
  type JsonObject,
  type JsonValue,
} from '../../src/domain';
import { someFacts } from '../../src/domain/testing';
import { takeIn } from '../../src/intake';
import { cardRenderers, renderers, assembleCard } from '../../src/review';
import { reviewOf } from '../../src/rules';
import { expectEqual } from '../expect-equal';
import { planJson, service, stateJson, type ResourceSpec } from '../intake/plan-builder';
import { cardFacts } from './a-card';
import { rows, runs } from '../whole';

/** A service of the project `demo` as a configuration writes it, by the names of the API. */
interface Declared {
  readonly type: string;
  readonly settings: JsonObject;
  readonly fields?: JsonObject;
  readonly reason?: string;
}

const synth = (resource: JsonObject): string =>
  JSON.stringify({ '//': { metadata: { stackName: 'acme' } }, terraform: {}, resource });
const comment = ({ reason }: Declared): JsonObject => ({
  metadata: { path: 'acme/made', uniqueId: 'made' },
  ...(reason === undefined
    ? {}
    : { forkcast: { acknowledgements: [{ rule: 'no/rule', reason, scope: 'acme/made' }] } }),
});
const common = { project: 'demo', service_name: 'made', plan: 'business-4', cloud_name: 'google-europe-west1' };
const carried = ({ type, settings, fields }: Declared): JsonObject => ({
  ...common,
  service_type: type,
  on_fork_change: 'refuse',
  path: 'acme/made',
  stack: 'acme',
  user_config: settings,
  ...fields,
});
const applied = (resource: string): JsonObject => ({
  provisioner: [{ 'local-exec': { environment: { FORKCAST_OPERATION: 'apply', FORKCAST_RESOURCE: resource } } }],
});
const vendors = ({ type, settings, fields }: Declared): JsonObject =>
  service(type, 'made', { user_config: settings, ...fields });
const plan = (spec: ResourceSpec): string => JSON.stringify(planJson({ resources: [spec] }));
/** A plan that changes a service: what was has the same secrets in it. */
const update = (address: string, after: JsonObject, before: JsonObject): string =>
  plan({ address, actions: ['update'], after, before: { ...before, plan: 'startup-4' } });

/** Every door by which a declared service enters a card. */
const doors = {
  'a synth output, local-exec': (it: Declared) =>
    synth({
      terraform_data: {
        made: { '//': comment(it), input: carried(it), triggers_replace: {} },
        made_run: applied('${jsonencode(terraform_data.made.input)}'),
      },
    }),
  'a synth output of before, local-exec': (it: Declared) =>
    synth({
      terraform_data: {
        made: { '//': comment(it), ...applied('${jsonencode(self.triggers_replace)}'), triggers_replace: carried(it) },
      },
    }),
  "a synth output, Forkcast's provider": (it: Declared) =>
    synth({
      forkcast_service: {
        made: {
          '//': comment(it),
          ...common,
          service_type: it.type,
          user_config: { settings: it.settings },
          ...it.fields,
        },
      },
    }),
  "a synth output, the vendor's provider": (it: Declared) =>
    synth({
      [`aiven_${it.type}`]: {
        made: { '//': comment(it), ...common, [`${it.type}_user_config`]: it.settings, ...it.fields },
      },
    }),
  "a plan, the vendor's provider": (it: Declared) => plan({ address: `aiven_${it.type}.made`, after: vendors(it) }),
  "a plan that changes, the vendor's provider": (it: Declared) =>
    update(`aiven_${it.type}.made`, vendors(it), vendors({ ...it, fields: {} })),
  "a plan that ends it, the vendor's provider": (it: Declared) =>
    plan({ address: `aiven_${it.type}.made`, actions: ['delete'], before: vendors(it) }),
  'a plan that changes, local-exec': (it: Declared) =>
    update('terraform_data.made', { input: carried(it) }, { input: { ...carried(it), plan: 'startup-4' } }),
} as const;

type Door = keyof typeof doors;
const doorNames = Object.keys(doors) as readonly Door[];

const knownFacts = cardFacts();

/** Everything that is shown and stored of an input, by format. */
const saidOf = (text: string, facts = knownFacts) => {
  const { requests, inputs } = takeIn(() => text, ['input.json']);
  expect(requests).toHaveLength(1);
  const review = { ...reviewOf(requests, { facts, catalogue: defaultCatalogue }), inputs };
  const card = assembleCard(review);
  const stored = cardRenderers.json(card);
  expectEqual(parseReviewCard(stored, 'review.json'), card);
  return {
    requests,
    card,
    pages: {
      requests: JSON.stringify(requests),
      ...Object.fromEntries(Object.entries(renderers).map(([name, render]) => [`check ${name}`, render(card)])),
      ...Object.fromEntries(Object.entries(cardRenderers).map(([name, render]) => [name, render(card)])),
    },
  };
};

const pagesWith = (text: string, secret: string): readonly string[] =>
  Object.entries(saidOf(text).pages).flatMap(([name, page]) => (page.includes(secret) ? [name] : []));

/** Every setting of the catalogue that is a secret or holds some, and how to write a secret there. */
const places = serviceTypes.flatMap(({ name: type, userConfig }) =>
  userConfig.flatMap(({ key, effect, kind, secretFields }) => {
    const inList = (value: JsonObject): JsonValue => (kind === 'array' ? [value] : value);
    const whole = effect === 'secret' ? [{ type, key, value: (secret: string): JsonValue => secret }] : [];
    const fields = (secretFields ?? []).flatMap((field) => [
      { type, key, value: (secret: string): JsonValue => inList({ name: 'kept', [field]: secret }) },
      { type, key, value: (secret: string): JsonValue => inList({ deeper: [{ [field]: { again: secret } }] }) },
    ]);
    return [...whole, ...fields];
  }),
);

const address = 'aiven_pg.made';
const plain = service('pg', 'made', { plan: 'business-8' });
/** What may become of a service whose values are partly marked. */
const stages: readonly ((values: JsonObject, marks: JsonObject) => string)[] = [
  (after, sensitive) => plan({ address, after, sensitive }),
  (after, sensitive) => plan({ address, actions: ['update'], before: plain, after, sensitive }),
  (before, sensitiveBefore) => plan({ address, actions: ['update'], before, sensitiveBefore, after: plain }),
  (before, sensitiveBefore) => plan({ address, actions: ['delete', 'create'], before, sensitiveBefore, after: plain }),
  (before, sensitiveBefore) => plan({ address, actions: ['delete'], before, sensitiveBefore }),
  (before, sensitiveBefore) => plan({ address, actions: ['forget'], before, sensitiveBefore }),
  (after, sensitive) => JSON.stringify(stateJson([{ address, after, sensitive }])),
];

/** Long and unique, with marks that are escaped here and there around it. */
const secrets = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9]{24}$/),
    fc.constantFrom('', '"', '<', '/', '@', ':', '&', '|', '`', '$', '%', 'é', ','),
  )
  .map(([core, mark]) => ({ core: `zq${core}`, text: `${mark}zq${core}${mark}` }));
const anyDoor = fc.constantFrom(...doorNames);

describe('a secret never comes to stand in what is shown or stored', () => {
  test('in any secret setting of any type, by any door', () => {
    expect(places.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...places), anyDoor, secrets, ({ type, key, value }, door, { core, text }) => {
        expect(pagesWith(doors[door]({ type, settings: { [key]: value(text) } }), core)).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });

  test('in the secret setting of another type, or of one that nobody knows', () => {
    fc.assert(
      fc.property(fc.constantFrom('kafka', 'unheard-of'), secrets, (type, { core, text }) => {
        const settings = { admin_password: text, smtp_server: { host: 'kept', password: text } };
        expect(pagesWith(doors['a plan that changes, local-exec']({ type, settings }), core)).toEqual([]);
      }),
      { numRuns: runs(50) },
    );
  });

  test('in an address with a password, wherever a text may be written', () => {
    const written = fc.constantFrom<(address: string) => Omit<Declared, 'type'>>(
      (address) => ({ settings: { service_to_fork_from: address } }),
      (address) => ({ settings: { service_to_fork_from: 'source-pg', recovery_target_time: address } }),
      (address) => ({ settings: { service_to_fork_from: 'source-pg', recovery_basebackup_name: address } }),
      (address) => ({ settings: { pg_version: address, variant: address } }),
      (address) => ({ settings: { ip_filter: [`${address}/path`, { network: address, description: 'kept' }] } }),
      (address) => ({ settings: {}, fields: { service_name: address } }),
      (address) => ({ settings: {}, fields: { project: address, plan: address, cloud_name: address } }),
      (address) => ({ settings: {}, fields: { tags: { at: address }, tag: [{ key: 'at', value: address }] } }),
      (address) => ({ settings: {}, reason: `it is at ${address}, which is known` }),
    );
    fc.assert(
      fc.property(written, anyDoor, secrets, (write, door, { core, text }) => {
        const it = write(`postgres://me:${encodeURI(text)}@db.example`);
        expect(pagesWith(doors[door]({ type: 'pg', ...it }), core)).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  test('in what a plan or a state marks as sensitive, on either side of a change', () => {
    const marks = ['service_name', 'project', 'plan', 'cloud_name', 'project_vpc_id', 'static_ips', 'tag'] as const;
    const settings = [
      'service_to_fork_from',
      'recovery_target_time',
      'recovery_basebackup_name',
      'pg_version',
    ] as const;
    const place = fc.constantFrom(...marks, ...settings);
    fc.assert(
      fc.property(place, fc.constantFrom(...stages), secrets, (name, stage, { core, text }) => {
        const isOwn = marks.some((mark) => mark === name);
        const value = name === 'tag' ? [{ key: 'kept', value: text }] : name === 'static_ips' ? [text] : text;
        const it = isOwn ? { settings: {}, fields: { [name]: value } } : { settings: { [name]: value } };
        const sensitive = isOwn ? { [name]: true } : { pg_user_config: [{ [name]: true }] };
        expect(pagesWith(stage(vendors({ type: 'pg', ...it }), sensitive), core)).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });

  test('in the reason of an acknowledgement that repeats a secret of the same input', () => {
    const synths = doorNames.filter((door) => door.startsWith('a synth output'));
    expect(synths).toHaveLength(4);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...synths), secrets, (place, door, { core, text }) => {
        const { type, key, value } = place;
        const it = { type, settings: { [key]: value(text) }, reason: `known as ${text} to all` };
        expect(pagesWith(doors[door](it), core)).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
    const acknowledge = [{ rule: 'no/rule', reason: 'it is zq-marked-value, or zq-variable', until: null }];
    const own = { ...common, service_type: 'pg', acknowledge, tags: { at: 'zq-marked-value' } };
    const marked = planJson({
      resources: [{ address: 'forkcast_service.made', after: own, sensitive: { tags: { at: true } } }],
    });
    const { configuration } = marked;
    const { root_module: root } = isJsonObject(configuration) ? configuration : {};
    const planned = {
      ...marked,
      variables: { word: { value: 'zq-variable' } },
      configuration: {
        root_module: { ...(isJsonObject(root) ? root : {}), variables: { word: { sensitive: true } } },
      },
    };
    expect(pagesWith(JSON.stringify(planned), 'zq-')).toEqual([]);
    expect(saidOf(JSON.stringify(planned)).requests[0]?.acknowledgements).toMatchObject([
      { reason: 'it is (sensitive), or (sensitive)' },
    ]);
  });

  test('in the address of the registry', () => {
    const facts = parseSnapshot(
      JSON.parse(JSON.stringify(writeSnapshot(someFacts()))),
      'https://me:hunter2@host.example/',
    );
    const { card, pages } = saidOf(doors["a plan, the vendor's provider"]({ type: 'pg', settings: {} }), facts);
    expect(card.factsOrigin).toBe('https://(sensitive)@host.example/');
    expect(Object.values(pages).join('\n')).not.toContain('hunter2');
  });
});

describe('a secret that is a word of the card', () => {
  const settings = { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' };
  const words = ['primary', 'databases', 'configuration', '2026-11-20', '2026-11-19T12:00:00Z', 'a', 'demo', 'made'];

  test.each(rows(words.flatMap((word) => doorNames.map((door) => [word, door] as const))))(
    '%s leaves the card as it is with any other secret of its length, by %s',
    (word, door) => {
      const said = (secret: string) => {
        const { pages } = saidOf(doors[door]({ type: 'pg', settings: { ...settings, admin_password: secret } }));
        return pages;
      };
      expect(said(word)).toEqual(said('z'.repeat(word.length)));
    },
  );

  test.each(doorNames)('which is also the name of the service stands as the name alone, by %s', (door) => {
    const { requests, card } = saidOf(doors[door]({ type: 'pg', settings: { ...settings, admin_password: 'made' } }));
    expect(card.services.map(({ side }) => side.name)).toEqual(['demo/made']);
    expect(JSON.stringify(requests[0]?.userConfig)).not.toContain('"made"');
  });

  test.each(words)('stays hidden where it stands as a value, in the same card: %s', (word) => {
    const after = vendors({ type: 'grafana', settings: { smtp_server: { host: 'kept', password: word } } });
    const { card } = saidOf(update('aiven_grafana.made', after, vendors({ type: 'grafana', settings: {} })));
    expect(card.services[0]?.change).toMatchObject({ kind: 'update', settings: [{ name: 'plan' }] });
  });
});
