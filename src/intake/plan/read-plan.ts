import type { Carried, JsonObject, JsonValue, PlannedChange, ServiceRequest } from '../../domain';
import { given } from '../../domain';
import { IntakeError } from '../errors';
import type { Intake } from '../intake';
import { withoutKnownSecrets } from '../known-secrets';
import { unfitService, type UnjudgedResource } from '../not-judged';
import { readServiceRequest } from '../service-request-of';
import { readChangeKind, readPrior, readReasons } from './change-of';
import { carrierChanges, withLeftBehind } from './carrier-changes';
import { ConfigGraph, moduleNames } from './config-graph';
import { findDeclaredMove } from './declared-move';
import { findExpression } from './expression-of';
import { accountOfPlan } from './account';
import { askedElsewhere, type IsElsewhere } from './asked-registry';
import { findFamily, type ServiceFamily } from './families';
import { withLetGo } from './let-go';
import { integrationTypes } from './families/vendor-integration';
import { Instances, locateNode } from './instances';
import { isNullVariable } from './null-variable';
import { laterValue } from './marked-value';
import { readPlanFile, type PlannedResource } from './plan-file';
import { leftBehindMark } from './left-behind';
import type { PlanContext, PlannedService, ReadService } from './planned-service';
import { findOwnBlock, type SourceBlocks } from '../source/source-blocks';
import { findSource } from './source-of';
import { isVolatile } from './volatile';
import { isNeighbour, withNeighbours } from './with-neighbours';

const isWanted = (type: string): boolean =>
  integrationTypes.has(type) || isNeighbour(type) || findFamily(type) !== undefined;

/**
 * Every service of a plan or a state, in the order of the file; data sources and what is destroyed are there too, marked by their
 * `change`. @throws IntakeError naming file and place
 */
export const readPlan = (
  json: JsonObject,
  file: string,
  { source, isElsewhere }: { readonly source: SourceBlocks; readonly isElsewhere: IsElsewhere },
): Intake => {
  const told = readPlanFile(json, file, isWanted);
  const plan = { ...told, resources: withLeftBehind(told.resources) };
  const services = plan.resources.flatMap((resource): readonly PlannedService[] => {
    const family = findFamily(resource.type);
    const type = family?.readAs(resource);
    if (family === undefined || type === undefined) return [];
    return [{ resource, family, type, address: placeOf(resource, family) }];
  });
  const graph = new ConfigGraph(plan.configuration ?? {});
  const resources = services.map(({ resource }) => resource);
  const context: PlanContext = {
    file,
    plan,
    source,
    graph,
    instances: new Instances(resources, graph),
    addresses: new Map(services.map(({ resource, address }) => [resource, address])),
    changes: carrierChanges(plan, file),
  };
  const unfit: UnjudgedResource[] = [];
  const fitting = services.flatMap((service): readonly ReadService[] => {
    const elsewhere = findElsewhere(service, context, isElsewhere);
    if (elsewhere !== undefined) {
      if (service.resource.mode === 'managed') unfit.push(elsewhere);
      return [];
    }
    const request = readFitting(service, context);
    if (!(request instanceof IntakeError)) return [{ service, request }];
    const { type, address } = service.resource;
    unfit.push(unfitService(type, address, { fault: request, at: address }));
    return [];
  });
  const read = withLetGo(fitting);
  const requests = withNeighbours(read, context);
  return { requests: withoutKnownSecrets(requests, json), inputs: [accountOfPlan(json, { read, unfit }, context)] };
};

const findElsewhere = (
  { resource, family }: PlannedService,
  { graph, plan }: PlanContext,
  isElsewhere: IsElsewhere,
): UnjudgedResource | undefined => {
  if (family.carriedBy !== 'provider') return undefined;
  const block = graph.block(moduleNames(resource.moduleAddress), locateNode(resource).resource);
  return askedElsewhere(resource, { block, plan }, isElsewhere);
};

/**
 * What is wrong with a field comes back: the rest is judged. Fields of its commands Forkcast wrote itself, so there the file is damaged.
 */
const readFitting = (service: PlannedService, context: PlanContext): ServiceRequest | IntakeError => {
  const kind = context.changes(service) ?? readChangeKind(service.resource, context.file);
  try {
    return readRequest(service, kind, context);
  } catch (error) {
    if (error instanceof IntakeError && service.family.carriedBy !== 'local-exec') return error;
    throw error;
  }
};

const placeOf = (resource: PlannedResource, { pathOf }: ServiceFamily): string => {
  const path = pathOf?.(resource);
  if (path === undefined) return resource.address;
  return resource.address.endsWith(leftBehindMark) ? `${path}${leftBehindMark}` : path;
};

const everythingWritten = { isWritten: () => true };

const noStackFile = { stack: '', carriers: [], dependencies: new Map(), acknowledgements: [], size: 0, unjudged: [] };

const readRequest = (service: PlannedService, kind: PlannedChange['kind'], context: PlanContext): ServiceRequest => {
  const { resource, family, type } = service;
  const isDone = kind === 'delete' || (kind === 'read' && resource.mode === 'managed');
  const values = isDone ? resource.before : resource.after;
  const modules = moduleNames(resource.moduleAddress);
  const block = context.graph.block(modules, locateNode(resource).resource);
  const sourceBlock = findOwnBlock(resource, context.source);
  const isWritten = (field: string): boolean => {
    if (block === undefined) return true;
    if (sourceBlock?.dynamic.has(field)) return true;
    const expression = findExpression(block, [field]);
    const { graph, plan } = context;
    return expression !== undefined && !isNullVariable(expression, { graph, modules, variables: plan.variables });
  };
  const isHidden = (field: string): boolean =>
    block !== undefined && sourceBlock === undefined && findExpression(block, [field]) === undefined;
  const fields = family.fieldsOf(type, values, { isWritten, isHidden });
  const carrier = {
    address: resource.address,
    place: resource.address,
    fields,
    acknowledgements: [],
    ...carriedIn(service),
  };
  const ordered = isDone ? [] : findBefore(resource, context);
  const after = ordered.flatMap((other) => context.addresses.get(other) ?? []).sort();
  const { file } = context;
  const request = readServiceRequest(carrier, { file, stackFile: noStackFile, after: [...new Set(after)] });
  const change = plannedChange(service, kind, context);
  const prior = change.prior;
  const isRecorded =
    kind === 'update' || kind === 'no-op' || (kind === 'replace' && prior?.service === fields.service_name);
  const { source, waitsForSource } = findSource(service, { request, ordered }, context);
  const isClock = hasClockTime(fields, service, context);
  const whole = {
    ...request,
    ...(resource.address.endsWith(leftBehindMark) ? { address: service.address } : {}),
    ...(family.carriedBy === 'provider' ? findDeclaredMove(request, { block, providers: context.plan.providers }) : {}),
    source,
    waitsForSource,
    change,
    ...(isClock ? { volatile: [`user_config.${timeKey}`] } : {}),
  };
  return isRecorded ? { ...whole, recorded: true } : whole;
};

/** What makes it, of the two ways of Forkcast; a replacement that creates first tells what reaches its resource. */
const carriedIn = ({ resource, family }: PlannedService): { readonly carried?: Carried } => {
  const { address, actions, imported } = resource;
  if (family.carriedBy === undefined) return {};
  const createsFirst = family.carriedBy === 'local-exec' && actions.join() === 'create,delete';
  return {
    carried: {
      by: family.carriedBy,
      address,
      ...(createsFirst ? { createdFirstBy: address } : {}),
      ...(imported ? { imports: true } : {}),
    },
  };
};

const findBefore = (resource: PlannedResource, { instances, plan }: PlanContext): readonly PlannedResource[] => {
  if (plan.kind === 'plan') return instances.before(resource);
  return resource.dependsOn.flatMap((address) => {
    const [, modules = '', name = ''] = /^((?:module\.[\w-]+\.)*)(.*)$/.exec(address) ?? [];
    return instances.of({ modules: moduleNames(modules), resource: name }, resource);
  });
};

const plannedChange = (
  { resource, family, type }: PlannedService,
  kind: PlannedChange['kind'],
  { plan: { drifted } }: PlanContext,
): PlannedChange => {
  const { before, why, movedFrom, imported } = resource;
  const isRecorded = kind !== 'create' && kind !== 'read' && before.value !== undefined && before.value !== null;
  // What the plan has not found, and makes again, was held as the record had it.
  const gone = drifted.find(({ address, actions }) => address === resource.address && actions.join() === 'delete');
  const record = isRecorded ? resource : kind === 'create' ? gone : undefined;
  const holder = record && family.holderOf?.(record);
  const paths = kind === 'replace' ? readReasons(resource, family.userConfigBlock(type)) : [];
  return {
    kind,
    reasons: family.userConfigBlock(type) === undefined && paths.length > 0 ? ['service_name'] : paths,
    ...(why === undefined || (why === 'replace_because_cannot_update' && paths.length > 0) ? {} : { why }),
    ...(isRecorded ? { prior: readPrior(family.fieldsOf(type, before, everythingWritten)) } : {}),
    ...given({ holder, movedFrom }),
    ...(imported ? { imported } : {}),
    ...(kind === 'replace' && resource.actions[0] === 'create' ? { createFirst: true } : {}),
  };
};

const timeKey = 'recovery_target_time';

/** Whether the recovery time is computed from the clock of the run. */
const hasClockTime = (
  fields: JsonObject,
  { resource, family, type }: PlannedService,
  { graph, plan }: PlanContext,
): boolean => {
  const blockName = family.userConfigBlock(type);
  const settings = fields.user_config;
  if (blockName === undefined || !isObjectWith(settings, timeKey)) return false;
  const modules = moduleNames(resource.moduleAddress);
  const block = graph.block(modules, locateNode(resource).resource);
  if (block === undefined) return false;
  const template = settings[timeKey];
  return isVolatile({
    graph,
    modules,
    expression: findExpression(block, [blockName, timeKey]),
    value: template,
    isLater: template === laterValue,
    plannedAt: plan.timestamp,
  });
};

const isObjectWith = (value: JsonValue | undefined, key: string): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key);
