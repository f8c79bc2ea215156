import { serviceKey, type Drift, type JsonObject, type JsonValue } from '../../domain';
import { findFamily, type ServiceFamily } from './families';
import { forkcastCarrier } from './families/forkcast-carrier';
import { forkcastService } from './families/forkcast-service';
import { objectOr, pickPart, type MarkedValue } from './marked-value';
import type { PlanFile } from './plan-file';

/**
 * Services that the plan found changed or gone, beside Terraform. What a provider only writes in another way, such as an empty list in
 * place of none, is no change. Never throws.
 */
export const driftIn = ({ drifted }: Pick<PlanFile, 'drifted'>): readonly Drift[] =>
  drifted.flatMap((resource): readonly Drift[] => {
    const family = findFamily(resource.type);
    const type = family?.readAs(resource);
    if (family === undefined || type === undefined || family === forkcastCarrier) return [];
    const fields = (values: MarkedValue): JsonObject => fieldsIn(family, type, values);
    const [before, after] = [fields(resource.before), fields(resource.after)];
    const { project, service_name: service } = before;
    const name = typeof project === 'string' && typeof service === 'string' ? serviceKey({ project, service }) : null;
    const told = { address: resource.address, name };
    // Forkcast's provider lets go of what is another's by now, too.
    const kind = family === forkcastService ? 'gone' : 'ended';
    if (resource.actions.join() === 'delete') return [{ ...told, kind, settings: [] }];
    const settings = changedIn(before, after).filter((field) => field !== 'powered');
    if (isOff(resource.after) && !isOff(resource.before)) return [{ ...told, kind: 'stopped', settings }];
    const changed = isOff(resource.before) && !isOff(resource.after) ? ['powered', ...settings] : settings;
    return changed.length === 0 ? [] : [{ ...told, kind: 'changed', settings: changed }];
  });

/** As the vendor's provider says it, or Forkcast's. */
const isOff = (values: MarkedValue): boolean =>
  pickPart(values, 'state').value === 'POWEROFF' || pickPart(values, 'powered').value === false;

const fieldsIn = (family: ServiceFamily, type: string, values: MarkedValue): JsonObject => {
  const fields = family.fieldsOf(type, values, { isWritten: () => true });
  const { user_config: settings, ...own } = fields;
  const inner = Object.entries(objectOr(settings)).map(([key, value]) => [`user_config.${key}`, value] as const);
  return { ...own, ...Object.fromEntries(inner) };
};

const changedIn = (before: JsonObject, after: JsonObject): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => canonical(before[key]) !== canonical(after[key]))
    .sort();

/** Nothing, an empty list and an empty object are one. */
const canonical = (value: JsonValue | undefined): string => {
  const text = JSON.stringify(value ?? null);
  return text === '[]' || text === '{}' || text === '""' ? 'null' : text;
};
