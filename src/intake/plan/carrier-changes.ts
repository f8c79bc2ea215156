import type { PlannedChange } from '../../domain';
import { readChangeKind } from './change-of';
import {
  forkcastCarrier,
  readHolderId,
  holdsInPlace,
  readIdentityKey,
  ownerOfRunner,
} from './families/forkcast-carrier';
import { leftBehind } from './left-behind';
import type { PlanFile, PlannedResource } from './plan-file';

interface Carrier {
  readonly resource: PlannedResource;
}

/** What a plan does to the resources of the local-exec backend, beside those that hold the fields. */
interface Beside {
  /** Services that a command ends. */
  readonly ended: ReadonlySet<string>;
  /** What becomes of the resource that ends a service, where it stays or comes. */
  readonly kept: ReadonlyMap<string, PlannedChange['kind']>;
  /** Services of version 0.1.0 whose `null_resource` is forgotten without a command, for another identity to take over. */
  readonly leftOver: ReadonlySet<string>;
  /** Ids of the identities whose command runs again. */
  readonly running: ReadonlySet<string>;
}

/**
 * What a plan does to a service of the local-exec backend, which is several resources: only the end of the one that ends it, with its
 * command still there, ends the service; a runner that is replaced is an update. Undefined for any other service.
 */
export const carrierChanges = (
  plan: PlanFile,
  file: string,
): ((service: Carrier) => PlannedChange['kind'] | undefined) => {
  const beside = lookBeside(plan, file);
  return ({ resource }) => {
    if (!forkcastCarrier.isOne(resource.type)) return undefined;
    const own = readChangeKind(resource, file);
    return holdsInPlace(resource) ? ofIdentity(resource, own, beside) : ofSettings(resource, own, beside);
  };
};

/** The resources of a plan. A tainted identity is forgotten without its command, so what it holds lives on, and it is two. */
export const withLeftBehind = (resources: readonly PlannedResource[]): readonly PlannedResource[] =>
  resources.flatMap((resource) =>
    resource.why === 'replace_because_tainted' && forkcastCarrier.isOne(resource.type) && holdsInPlace(resource)
      ? leftBehind(resource).map((one) => ({ ...one, why: resource.why }))
      : [resource],
  );

const lookBeside = (plan: PlanFile, file: string): Beside => {
  const kept = new Map<string, PlannedChange['kind']>();
  const [ended, leftOver, running] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const resource of plan.resources) {
    const { type, before, after, mode } = resource;
    if (!forkcastCarrier.isOne(type) || mode === 'data') continue;
    const kind = readChangeKind(resource, file);
    const [was, is, runs] = [readIdentityKey(type, before), readIdentityKey(type, after), ownerOfRunner(type, after)];
    if (was !== undefined && (kind === 'replace' || (kind === 'delete' && runsItsCommand(resource)))) ended.add(was);
    if (was !== undefined && kind === 'delete' && type === 'null_resource') leftOver.add(was);
    if (is !== undefined) kept.set(is, kind);
    if (runs !== undefined && (kind === 'create' || kind === 'replace')) running.add(runs);
  }
  return { ended, kept, leftOver, running };
};

/** The command that ends a service stands in its block: with the block gone, none runs, and the service stays. */
const runsItsCommand = ({ why }: PlannedResource): boolean =>
  why !== 'delete_because_no_resource_config' && why !== 'delete_because_no_module';

const ofIdentity = (
  resource: PlannedResource,
  own: PlannedChange['kind'],
  { leftOver, running }: Beside,
): PlannedChange['kind'] => {
  const { type, before, after } = resource;
  if (own === 'delete') return runsItsCommand(resource) ? 'delete' : 'read';
  if (own === 'create') return leftOver.has(readIdentityKey(type, after) ?? '') ? 'update' : 'create';
  // What was made keeps its name, so another one in place is that of a service which was refused its first.
  if (own === 'update' && isRenamed(nameIn(before, type), nameIn(after, type))) return 'create';
  return own === 'no-op' && running.has(readHolderId(before) ?? '') ? 'update' : own;
};

const isRenamed = (was: string | undefined, is: string | undefined): boolean =>
  was !== undefined && is !== undefined && was !== is;

/** The resource of version 0.1.0 that holds the fields and runs the command: its own replacement is an update. */
const ofSettings = (
  { type, before, after }: PlannedResource,
  own: PlannedChange['kind'],
  { ended, kept }: Beside,
): PlannedChange['kind'] => {
  const [was, is] = [nameIn(before, type), nameIn(after, type)];
  if (own === 'delete') return was !== undefined && ended.has(was) ? 'delete' : 'read';
  if (was !== undefined && ended.has(was)) return 'replace';
  if (own === 'create')
    return is !== undefined && kept.get(is) !== undefined && kept.get(is) !== 'create' ? 'update' : 'create';
  return own === 'replace' ? 'update' : own;
};

const nameIn = (values: PlannedResource['after'], type: string): string | undefined => {
  const { project, service_name: name } = forkcastCarrier.fieldsOf(type, values, { isWritten: () => true });
  return typeof project === 'string' && typeof name === 'string' ? `${project}/${name}` : undefined;
};
