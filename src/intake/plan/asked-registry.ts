import { isJsonObject, type JsonObject, withoutCredentials } from '../../domain';
import type { PlannedResource, PlanFile } from './plan-file';
import { objectOr } from './marked-value';
import type { UnjudgedResource } from '../not-judged';

/**
 * Whether a registry, as a block of the provider names it, is surely another one than the one whose facts judge; undefined: the one that
 * the environment names.
 */
export type IsElsewhere = (named: string | undefined) => boolean;

/**
 * Why a resource of Forkcast's provider is not judged: its block of the provider names another registry than the one that is read.
 * Undefined: it is that one, it names none, or the plan does not tell which. Never throws.
 */
export const askedElsewhere = (
  { type, address }: PlannedResource,
  { block, plan }: { readonly block: JsonObject | undefined; readonly plan: Named },
  isElsewhere: IsElsewhere,
): UnjudgedResource | undefined => {
  const key = block?.provider_config_key;
  const provider = typeof key === 'string' ? objectOr(plan.providers[key]) : undefined;
  if (provider === undefined) return undefined;
  if (objectOr(provider.expressions).registry === undefined)
    return isElsewhere(undefined) && isOfAnother(plan, isElsewhere)
      ? { type, address, reason: unnamedElsewhere }
      : undefined;
  const asked = findNamed(provider, plan);
  if (asked === undefined || !isElsewhere(asked.text)) return undefined;
  const { shown } = asked;
  const reason =
    `its provider asks another registry, ${shown}, than the one that was read: judge it in a run of its own, ` +
    `--registry ${shown}`;
  return { type, address, reason };
};

const unnamedElsewhere =
  'its provider names no registry, so it asks the one of FORKCAST_REGISTRY, and another one was read, which a block beside it names: ' +
  'judge it in a run of its own, without --registry';

/** Whether another block of the provider names the registry that is read: then that one is read for its sake. */
const isOfAnother = (plan: Named, isElsewhere: IsElsewhere): boolean =>
  Object.values(plan.providers).some((provider) => {
    const block = objectOr(provider);
    const asked = block.name === 'forkcast' ? findNamed(block, plan) : undefined;
    return asked !== undefined && !isElsewhere(asked.text);
  });

type Named = Pick<PlanFile, 'providers' | 'variables' | 'configuration'>;

/** The registry that a block of the provider names, a constant or a variable of the root module; what is secret is not shown. */
const findNamed = (
  { expressions, module_address: module }: JsonObject,
  { variables, configuration }: Named,
): { readonly text: string; readonly shown: string } | undefined => {
  const { constant_value: constant, references } = objectOr(objectOr(expressions).registry);
  if (typeof constant === 'string') return { text: constant, shown: withoutCredentials(constant) };
  const [, name = ''] = Array.isArray(references) ? (/^var\.([\w-]+)$/.exec(references.join()) ?? []) : [];
  const { value } = objectOr(variables[name]);
  if (module !== undefined || typeof value !== 'string') return undefined;
  const declared = objectOr(configuration?.variables)[name];
  const isSecret = isJsonObject(declared) && declared.sensitive === true;
  return { text: value, shown: isSecret ? `that of var.${name}` : withoutCredentials(value) };
};
