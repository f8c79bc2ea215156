import { blockAddress, isJsonList, isJsonObject, type InputAccount, type JsonObject } from '../../domain';
import { destroyedWithData, groupNotJudged, unknownService, unreadService, type UnjudgedResource } from '../not-judged';
import { driftIn } from './drift';
import { findFamily } from './families';
import { genericTypeOf } from './families/vendor-service';
import { listLeftOut } from './left-out';
import { objectOr } from './marked-value';
import type { PlannedResource } from './plan-file';
import type { PlanContext, ReadService } from './planned-service';

/** What became of everything in a plan or a state; a service that moves to another declaration is judged there alone. Never throws. */
export const accountOfPlan = (
  json: JsonObject,
  { read, unfit }: { readonly read: readonly ReadService[]; readonly unfit: readonly UnjudgedResource[] },
  context: PlanContext,
): InputAccount => {
  const { file, plan } = context;
  const judged = read.filter(({ request: { change } }) => change?.kind !== 'read' || change.letGo !== undefined).length;
  const services = read.filter(({ service }) => service.resource.mode === 'managed').length;
  const deferred = deferredIn(json);
  const putOff = new Set(deferred.map(({ address }) => blockAddress(address)));
  const ended = namesOfEnded(read);
  const lost = plan.passed.flatMap((resource) => destroyedIn(resource, ended));
  const unknown = [...plan.passed.flatMap(unknownIn), ...lost, ...plan.resources.flatMap(unreadIn), ...unfit];
  return {
    path: file,
    kind: plan.kind,
    extent: plan.extent,
    judged,
    others: plan.resources.length + plan.passed.length - services - unknown.length,
    notJudged: groupNotJudged([...unknown, ...deferred]),
    leftOut: listLeftOut(context).filter((address) => !putOff.has(blockAddress(address))),
    drift: driftIn(plan),
  };
};

const unknownIn = ({ mode, type, address, change, values }: JsonObject): readonly UnjudgedResource[] => {
  if (mode === 'data' || typeof type !== 'string' || typeof address !== 'string') return [];
  const { before, after, after_unknown: later } = objectOr(change);
  const attributes = { ...objectOr(values), ...objectOr(before), ...objectOr(after), ...objectOr(later) };
  return unknownService(type, address, attributes);
};

/** What holds data, and goes by itself: that of a service which ends in the same plan goes with it, and is told with it. */
const destroyedIn = (
  { mode, type, address, change }: JsonObject,
  ended: ReadonlySet<string>,
): readonly UnjudgedResource[] => {
  const { actions, before } = objectOr(change);
  if (mode === 'data' || typeof type !== 'string' || typeof address !== 'string' || !holdsData.test(type)) return [];
  if (!isJsonList(actions) || !actions.includes('delete')) return [];
  const { service_name: name } = objectOr(before);
  return typeof name === 'string' && ended.has(name) ? [] : [destroyedWithData(type, address)];
};

const holdsData = /^(aiven_([a-z0-9]+_)?(database|topic)|aiven_project|forkcast_database)$/;

const namesOfEnded = (read: readonly ReadService[]): ReadonlySet<string> =>
  new Set(
    read.flatMap(({ request: { change, serviceName } }) =>
      (change?.kind === 'delete' || change?.kind === 'replace') && serviceName.known ? [serviceName.value] : [],
    ),
  );

/** Those of another provider's generic type that tell no type that is known. */
const unreadIn = (resource: PlannedResource): readonly UnjudgedResource[] => {
  const { mode, type, address } = resource;
  const family = mode === 'managed' ? findFamily(type) : undefined;
  const isUnread = family !== undefined && family.carriedBy === undefined && family.readAs(resource) === undefined;
  return isUnread ? [unreadService(type, address, genericTypeOf(resource))] : [];
};

/** Services whose planning Terraform has put off. */
const deferredIn = ({ deferred_changes: deferred }: JsonObject): readonly UnjudgedResource[] =>
  (isJsonList(deferred) ? deferred : []).filter(isJsonObject).flatMap(({ reason, resource_change: change }) => {
    const { type, address } = objectOr(change);
    if (typeof type !== 'string' || typeof address !== 'string' || findFamily(type) === undefined) return [];
    return [{ type, address, reason: `Terraform put it off${typeof reason === 'string' ? ` (${reason})` : ''}` }];
  });
