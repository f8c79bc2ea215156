import {
  createdFirst,
  findDependencies,
  isJsonField,
  isJsonObject,
  schemaFault,
  type Carried,
  type JsonObject,
  type JsonValue,
  given,
} from '../domain';
import * as z from 'zod/mini';
import { IntakeError } from './errors';
import { expectedInput } from './input-text';
import { unknownService, unreadService, type UnjudgedResource } from './not-judged';
import { genericType } from './plan/families/vendor-service';
import { indexResources, providerFields, readBody } from './provider-resources';
import { instancesOf } from './synth-instances';
import { parseJsonTemplate } from './template';
import { foreignFamily, typeWritten, vendorFields } from './vendor-resources';

/** A resource that carries one declared service, in the values of Terraform's JSON syntax. */
export interface CarrierResource {
  /** `terraform_data.fork_identity`. */
  readonly address: string;
  /** Where its fields stand in the file. */
  readonly place: string;
  readonly fields: JsonObject;
  /** Absent: another provider makes it. */
  readonly carried?: Carried;
  /** Where it was declared before, when its fields do not tell. */
  readonly movedFrom?: { readonly stack: string; readonly path: string };
  /** It stands for instances whose number is not known. */
  readonly uncounted?: true;
  /** Accepted findings that were written with it. */
  readonly acknowledgements: readonly WrittenAcknowledgement[];
}

/** What intake reads of one `cdk.tf.json`. */
export interface StackFile {
  /** Name of the stack; empty: the file does not tell. */
  readonly stack: string;
  readonly carriers: readonly CarrierResource[];
  /** For every resource of the file, the resources of the file that Terraform makes before it. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
  /** Accepted findings for the whole stack. */
  readonly acknowledgements: readonly WrittenAcknowledgement[];
  /** How many resources and data sources it declares. */
  readonly size: number;
  /** Those that may be services and cannot be read as such. */
  readonly unjudged: readonly UnjudgedResource[];
}

const written = z.object({
  rule: z.string(),
  reason: z.string(),
  /** Last instant at which it counts, RFC 3339. */
  until: z.optional(z.string()),
  /** Construct path where it was written. */
  scope: z.string(),
});

/** A finding that was accepted on a construct, as the constructs write it beside a resource's metadata. */
export type WrittenAcknowledgement = z.infer<typeof written>;

const comment = z.looseObject({
  metadata: z.optional(z.looseObject({ stackName: z.optional(z.string()), path: z.optional(z.string()) })),
  forkcast: z.optional(
    z.looseObject({
      acknowledgements: z.optional(z.array(written)),
      moved_from: z.optional(z.object({ stack: z.string(), path: z.string() })),
    }),
  ),
});

const object = z.record(z.string(), z.unknown());
const resource = z.catchall(
  z.object({
    '//': z.optional(comment),
    provisioner: z.optional(
      z.array(z.looseObject({ 'local-exec': z.optional(z.looseObject({ environment: z.optional(object) })) })),
    ),
    depends_on: z.optional(z.array(z.string())),
  }),
  // What stands in a file of JSON is JSON.
  z.custom<JsonValue>(),
);
const file = z.looseObject({
  '//': z.optional(comment),
  terraform: z.optional(z.unknown()),
  resource: z.optional(z.record(z.string(), z.record(z.string(), resource))),
  // What stands in a file of JSON is JSON.
  data: z.optional(z.record(z.string(), z.record(z.string(), z.custom<JsonValue>()))),
  module: z.optional(object),
  import: z.optional(z.array(z.looseObject({ to: z.optional(z.string()) }))),
});

type ResourceBody = z.infer<typeof resource>;

const fieldsAttribute = { terraform_data: 'triggers_replace', null_resource: 'triggers' } as const;

/** Reads one stack's `cdk.tf.json`. @throws IntakeError when it is none */
export const parseStackFile = (json: JsonValue, name: string): StackFile => {
  const parsed = file.safeParse(json, { reportInput: true });
  if (!parsed.success)
    throw new IntakeError(name, '', `it is no synth output (${schemaFault(parsed.error, 'the file')})`);
  if (parsed.data.resource === undefined && parsed.data.terraform === undefined)
    throw new IntakeError(
      name,
      '',
      `it is no synth output: it has neither 'terraform' nor 'resource'. ${expectedInput}`,
    );
  const resources = Object.entries(parsed.data.resource ?? {}).flatMap(([type, bodies]) =>
    Object.entries(bodies).map(([id, body]) => ({ type, address: `${type}.${id}`, body })),
  );
  const bodies = new Map(resources.map(({ address, body }) => [address, body]));
  const first = createdFirst(resources);
  const imported = new Set((parsed.data.import ?? []).map(({ to }) => to));
  const carried = (by: Carried['by'], address: string): Carried => {
    const createdFirstBy = by === 'local-exec' ? first.get(address) : undefined;
    return {
      by,
      address,
      ...(createdFirstBy === undefined ? {} : { createdFirstBy }),
      ...(imported.has(address) ? { imports: true } : {}),
    };
  };
  const carriers: readonly CarrierResource[] = [
    ...resources
      .flatMap((resource) => readCarrier(resource, bodies, name))
      .map((carrier) => ({ ...carrier, carried: carried('local-exec', carrier.address) })),
    ...providerCarriers(resources, readData(parsed.data.data)).map((carrier) =>
      carrier.address.startsWith('forkcast_service.')
        ? { ...carrier, carried: carried('provider', carrier.address) }
        : carrier,
    ),
  ];
  return {
    stack: parsed.data['//']?.metadata?.stackName ?? '',
    carriers,
    dependencies: findDependencies(resources),
    acknowledgements: parsed.data['//']?.forkcast?.acknowledgements ?? [],
    size: resources.length + Object.values(parsed.data.data ?? {}).flatMap(Object.keys).length,
    unjudged: [
      ...resources.flatMap(({ type, address, body }) => unjudgedIn(type, address, body)),
      ...Object.keys(parsed.data.module ?? {}).map(moduleCall),
    ],
  };
};

const unjudgedIn = (type: string, address: string, body: ResourceBody): readonly UnjudgedResource[] => {
  if (type === 'forkcast_service' || typeWritten(type, attributesOf(body)) !== undefined) return [];
  const { service_type: told } = body;
  const found = unknownService(type, address, body);
  const isGeneric = foreignFamily(type) !== undefined && (type !== genericType || found.length > 0);
  return isGeneric ? [unreadService(type, address, told)] : found;
};

const attributesOf = ({
  '//': _about,
  depends_on: _after,
  provisioner: _made,
  ...attributes
}: ResourceBody): JsonObject => attributes;

const moduleCall = (id: string): UnjudgedResource => ({
  type: 'module',
  address: `module.${id}`,
  reason: 'only a plan tells what a module declares',
});

interface Resource {
  readonly type: string;
  readonly address: string;
  readonly body: ResourceBody;
}

/** The service that a resource makes by its command: with fields of its own, as version 0.1.0 wrote it, or with those of its identity. */
const readCarrier = (
  { type, address, body }: Resource,
  bodies: ReadonlyMap<string, ResourceBody>,
  name: string,
): readonly CarrierResource[] => {
  if (type !== 'terraform_data' && type !== 'null_resource') return [];
  const made = (body.provisioner ?? [])
    .map((provisioner) => provisioner['local-exec']?.environment ?? {})
    .find(({ FORKCAST_OPERATION: operation }) => operation === 'apply');
  if (made === undefined) return [];
  const { FORKCAST_RESOURCE: resource } = made;
  const identity = /^\$\{jsonencode\((terraform_data\.[\w-]+)\.input\)\}$/.exec(String(resource))?.[1];
  if (identity === undefined) return [fieldsIn({ type, address, body }, fieldsAttribute[type], name)];
  return [fieldsIn({ type: 'terraform_data', address: identity, body: bodies.get(identity) ?? {} }, 'input', name)];
};

const fieldsIn = ({ type, address, body }: Resource, attribute: string, name: string): CarrierResource => {
  const place = `resource.${address}.${attribute}`;
  const fields = body[attribute];
  if (!isJsonObject(fields)) throw new IntakeError(name, place, 'the fields of a service are expected, as an object');
  const acknowledgements = body['//']?.forkcast?.acknowledgements ?? [];
  return {
    address,
    place,
    fields: type === 'null_resource' ? fromTemplates(fields) : fields,
    acknowledgements,
  };
};

/** What data sources ask for, by address. */
const readData = (data: z.infer<typeof file>['data'] = {}): ReadonlyMap<string, JsonObject> =>
  new Map(
    Object.entries(data).flatMap(([type, bodies]) =>
      Object.entries(bodies).map(([id, body]) => [`data.${type}.${id}`, readBody(body)] as const),
    ),
  );

/** Services and integrations of Forkcast's own provider, and of others'. */
const providerCarriers = (
  resources: readonly Resource[],
  data: ReadonlyMap<string, JsonObject>,
): readonly CarrierResource[] => {
  const own = resources
    .filter(
      ({ type }) =>
        type.startsWith('forkcast_service') || type.startsWith('aiven_') || foreignFamily(type) !== undefined,
    )
    .flatMap(({ type, address, body }) => {
      const about = body['//'];
      const place = `resource.${address}`;
      const block = { type, place, path: about?.metadata?.path, about };
      return instancesOf(attributesOf(body)).map((one) => ({ ...block, address: `${address}${one.index}`, ...one }));
    });
  const all = indexResources(own, data);
  return own.flatMap((resource): readonly CarrierResource[] => {
    const { type, address, place, about, uncounted } = resource;
    const fields = type === 'forkcast_service' ? providerFields(resource, all) : vendorFields(resource, all);
    if (fields === undefined) return [];
    const moved = given({ movedFrom: about?.forkcast?.moved_from });
    const many = uncounted ? { uncounted } : {};
    return [{ address, place, fields, ...moved, ...many, acknowledgements: about?.forkcast?.acknowledgements ?? [] }];
  });
};

/** A carrier of texts holds what is not a text as JSON, in which expressions stand as template sequences. */
const fromTemplates = (fields: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]): [string, JsonValue] => [
      field,
      isJsonField(field) && typeof value === 'string' ? (parseJsonTemplate(value) ?? value) : value,
    ]),
  );
