import { isJsonObject, type JsonObject, withoutCredentials } from '../../domain';
import type { PlannedResource, PlanFile } from './plan-file';
import { objectOr } from './marked-value';
import type { UnjudgedResource } from '../not-judged';

/** Whether a registry, as a block of the provider names it, is surely another one than the one whose facts judge. */
export type IsElsewhere = (named: string) => boolean;

/**
 * Why a resource of Forkcast's provider is not judged: its block of the provider names another registry than the one that is read.
 * Undefined: it is that one, it names none, or the plan does not tell which. Never throws.
 */
export const askedElsewhere = (
  { type, address }: PlannedResource,
  { block, plan }: { readonly block: JsonObject | undefined; readonly plan: Pick<PlanFile, keyof Named> },
  isElsewhere: IsElsewhere,
): UnjudgedResource | undefined => {
  const key = block?.provider_config_key;
  const asked = typeof key === 'string' ? findNamed(objectOr(plan.providers[key]), plan) : undefined;
  if (asked === undefined || !isElsewhere(asked.text)) return undefined;
  const { shown } = asked;
  const reason =
    `its provider asks another registry, ${shown}, than the one that was read: judge it in a run of its own, ` +
    `--registry ${shown}`;
  return { type, address, reason };
};

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
