import {
  findServiceType,
  isJsonList,
  isJsonObject,
  known,
  maskedSettings,
  parseDurationMs,
  parseLastInstant,
  requestFields,
  serviceRequest,
  unknown,
  valueOr,
  withoutCredentials,
  type Acknowledgement,
  type DeclaredIntegration,
  type Fact,
  type JsonObject,
  type JsonValue,
  type ServiceRequest,
  given,
} from '../domain';
import { FieldReader } from './field-reader';
import type { CarrierResource, StackFile, WrittenAcknowledgement } from './stack-file';

/** Where a carrier stands. */
export interface CarrierContext {
  readonly file: string;
  readonly stackFile: StackFile;
  /** Addresses of the declared services that Terraform makes before it. */
  readonly after: readonly string[];
}

/** Address of the service that a resource carries: its construct path. */
export const readAddress = (carrier: CarrierResource, file: string): string =>
  makeReader(carrier, file).plainText('path') ?? carrier.address;

/** The declared service that a resource carries, as the rules judge it. @throws IntakeError naming file and place */
export const readServiceRequest = (
  carrier: CarrierResource,
  { file, stackFile, after }: CarrierContext,
): ServiceRequest => {
  const reader = makeReader(carrier, file);
  const address = readAddress(carrier, file);
  const userConfig = readSettings(reader);
  const sourceAddress = reader.plainText('source_address');
  const movedFrom = carrier.movedFrom ?? formerPlaceIn(carrier);
  const request = serviceRequest({
    address,
    ...(carrier.carried !== undefined || carrier.address === address ? {} : { resource: carrier.address }),
    ...given({ carried: carrier.carried, movedFrom }),
    stack: reader.plainText('stack') ?? stackFile.stack,
    project: reader.text('project'),
    serviceName: reader.text('service_name'),
    serviceType: reader.text('service_type'),
    ...requestFields({
      text: (name) => reader.optionalText(name),
      number: (name) => reader.optionalNumber(name),
      truth: (name) => reader.optionalTruth(name),
      texts: (name) => reader.optionalTextList(name),
      map: (name) => reader.optionalTexts(name),
    }),
    staticIps: reader.textList('static_ips'),
    userConfig,
    ...readSecretLengths(carrier),
    integrations: reader.objects('service_integrations').map((integration) => readIntegration(reader, integration)),
    ...(sourceAddress === undefined ? {} : { source: { kind: 'declared', address: sourceAddress } }),
    from: readLocation(reader),
    latestTransaction: isTrue(reader.truth('latest_transaction')),
    onForkChange: isValue(reader.optionalText('on_fork_change'), 'replace') ? 'replace' : 'refuse',
    createTimeoutMs: readTimeout(reader),
    waitsForSource: isTrue(reader.truth('wait_for_source')),
    after,
    ...(carrier.uncounted ? { uncounted: carrier.uncounted } : {}),
    acknowledgements: readAcknowledgements(reader, address, [
      ...stackFile.acknowledgements,
      ...(carrier.acknowledgements.length === 0 ? ownAcknowledgements(carrier, address) : carrier.acknowledgements),
    ]),
  });
  return reader.volatile.length === 0 ? request : { ...request, volatile: [...new Set(reader.volatile)] };
};

const makeReader = (carrier: CarrierResource, file: string): FieldReader =>
  new FieldReader(file, carrier.place, carrier.fields);

const formerPlaceIn = ({ fields: { moved_from: place } }: CarrierResource): ServiceRequest['movedFrom'] => {
  if (!isJsonObject(place)) return undefined;
  const { stack, path } = place;
  return typeof stack === 'string' && typeof path === 'string' ? { stack, path } : undefined;
};

type Settings = Readonly<Record<string, Fact<JsonValue>>>;

const forkKeys = ['service_to_fork_from', 'project_to_fork_from', 'recovery_target_time', 'recovery_basebackup_name'];

/** What decides how a service comes back. */
const backupKeys = ['additional_backup_regions', 'backup_retention_days', 'backup_hour', 'backup_minute'];

/**
 * The keys of a fork that a type has, and those that decide what it is and how it comes back: any of them may be in a block that is
 * decided at apply. Of an unknown type, the source.
 */
const listOpenKeys = (reader: FieldReader): readonly string[] => {
  const name = reader.text('service_type');
  const type = name.known ? findServiceType(name.value) : undefined;
  if (type === undefined) return forkKeys.slice(0, 1);
  const { userConfig, versionKey, persistenceKey } = type;
  const open = new Set([...forkKeys, ...backupKeys, versionKey, persistenceKey]);
  return userConfig.map(({ key }) => key).filter((key) => open.has(key));
};

/** A secret is masked, or is read at apply. When the whole object is an expression, so may the source be. */
const readSettings = (reader: FieldReader): Settings => {
  const later = unknown('known-after-apply');
  const secrets = Object.keys(valueOr(reader.members('secrets'), {})).filter((path) => !path.includes('.'));
  const whole = reader.members('user_config');
  const settings = whole.known ? whole.value : Object.fromEntries(listOpenKeys(reader).map((key) => [key, whole]));
  const type = valueOr(reader.text('service_type'), '');
  return { ...maskedSettings(type, settings), ...Object.fromEntries(secrets.map((key) => [key, later])) };
};

const readSecretLengths = ({ fields }: CarrierResource): Pick<ServiceRequest, 'secretLengths'> => {
  const { secret_lengths: lengths } = fields;
  if (!isJsonObject(lengths)) return {};
  const known = Object.entries(lengths).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return { secretLengths: Object.fromEntries(known) };
};

const readIntegration = (reader: FieldReader, integration: JsonObject): DeclaredIntegration => {
  const end = (field: string): Fact<string | undefined> => {
    const fact = reader.fact('service_integrations', integration[field] ?? null);
    return fact.known ? known(typeof fact.value === 'string' ? fact.value : undefined) : fact;
  };
  const type = end('integration_type');
  if (type.known && type.value === undefined)
    throw reader.error('service_integrations', 'an integration has no integration_type');
  return {
    type: type.known ? known(type.value ?? '') : type,
    sourceService: end('source_service'),
    destinationService: end('dest_service'),
  };
};

const readLocation = (reader: FieldReader): ServiceRequest['from'] => {
  const from = reader.plainText('from');
  if (from === undefined) return 'any';
  if (from === 'primary' || from === 'secondary') return from;
  throw reader.error('from', `primary or secondary is expected, got ${JSON.stringify(from)}`);
};

const readTimeout = (reader: FieldReader): Fact<number | undefined> => {
  const fact = reader.optionalText('create_timeout');
  if (!fact.known || fact.value === undefined) return fact.known ? known(undefined) : fact;
  const timeoutMs = parseDurationMs(fact.value);
  if (timeoutMs !== undefined) return known(timeoutMs);
  throw reader.error('create_timeout', `a duration such as 20m is expected, got ${JSON.stringify(fact.value)}`);
};

/** Those that a resource of Forkcast's provider carries itself, where no construct wrote them beside it. */
const ownAcknowledgements = ({ fields }: CarrierResource, scope: string): readonly WrittenAcknowledgement[] => {
  const { acknowledge } = fields;
  return (isJsonList(acknowledge) ? acknowledge : [])
    .filter(isJsonObject)
    .flatMap(({ rule, reason, until }) =>
      typeof rule === 'string' && typeof reason === 'string'
        ? [{ rule, reason, scope, ...(typeof until === 'string' ? { until } : {}) }]
        : [],
    );
};

const readAcknowledgements = (
  reader: FieldReader,
  address: string,
  written: readonly WrittenAcknowledgement[],
): readonly Acknowledgement[] =>
  written
    .filter(
      ({ scope }) => scope === '' || address === scope || ['/', '['].some((mark) => address.startsWith(scope + mark)),
    )
    .map(({ rule, reason, until, scope }) => {
      const end = until === undefined ? undefined : parseLastInstant(until);
      if (until !== undefined && end === undefined)
        throw reader.error(
          '//',
          `the acknowledgement of ${rule} ends at ${JSON.stringify(until)}, which is no instant`,
        );
      return { ruleId: rule, reason: withoutCredentials(reason), ...(end === undefined ? {} : { until: end }), scope };
    });

const isTrue = (fact: Fact<boolean>): boolean => fact.known && fact.value;
const isValue = (fact: Fact<string | undefined>, value: string): boolean => fact.known && fact.value === value;
