import { nearestName, type ServiceType } from '../../domain';
import { userConfigSchema } from '../cite';
import { isVendorResource } from '../reader';
import { keysOf, typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Keys whose own rules tell what a type without them cannot do. */
const toldElsewhere = [
  'service_to_fork_from',
  'project_to_fork_from',
  'recovery_target_time',
  'recovery_basebackup_name',
  'additional_backup_regions',
];

/** Rule 110: a setting that the type does not have. */
export const unknownSetting = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Service type has no such setting',
  why: 'The settings of a type are a closed list: a misspelt key is refused at apply, and is nowhere else noticed.',
  attribute: 'user_config',
  sources: [userConfigSchema],
  asks: { lackedBeside: toldElsewhere },
  predicts: ['user_config_key_unknown'],
  messages: {
    unknown: {
      detail: 'Services of type {type} have no setting {keys}.',
      remedy: '{hint}',
    },
    block: {
      detail: 'A resource of type {type} has no block {block}: nothing in it is asked for.',
      remedy: 'Move what it sets into {own}, or take it out.',
    },
  },
  check: (subject) => {
    // The vendor's provider has a schema of its own, which may be newer than this one, and has read every plan by it.
    const isVendors = isVendorResource(subject.request);
    if (isVendors && subject.request.change !== undefined) return notApplicable;
    const type = orStop(typeOf(subject));
    const block = Object.keys(subject.request.userConfig).find(isOtherBlock);
    if (isVendors && block !== undefined)
      return violated('block', { type: type.name, block, own: userConfigBlockOf(type.name) }, block);
    const names = keysOf(type);
    // What is known only after apply may be null, which is not written.
    const unknown = Object.entries(subject.request.userConfig).flatMap(([key, value]) =>
      value.known && !names.has(key) && !toldElsewhere.includes(key) && (!isVendors || isMisspelt(key, names))
        ? [key]
        : [],
    );
    const [first] = unknown;
    if (first === undefined) return isVendors ? notApplicable : pass;
    const meant = unknown.flatMap((key) => nearestName(key, names) ?? []);
    const keys = unknown.map((key) => `"${key}"`).join(', ');
    const owners = [...subject.catalogue.serviceTypes.values()].filter(({ userConfig }) =>
      userConfig.some(({ key }) => key === first),
    );
    const hint =
      meant.length === 0 ? takeOut(type.title, owners) : `Did you mean ${meant.map((name) => `"${name}"`).join(', ')}?`;
    return violated('unknown', { type: type.name, keys, hint }, `user_config.${first}`);
  },
});

const userConfigBlockOf = (type: string): string => `${type}_user_config`;

/** No setting has such a name: it is the block of settings of another type. */
const isOtherBlock = (key: string): boolean => key.endsWith(userConfigBlockOf(''));

/** More types than these are no help. */
const mostNamed = 4;

const takeOut = (title: string, owners: readonly ServiceType[]): string =>
  owners.length === 0 || owners.length > mostNamed
    ? `Take it out, or look for it in the settings of ${title}.`
    : `Take it out: it is a setting of ${owners.map(({ name }) => name).join(', ')}.`;

/** Of a schema that may be newer, only a name that is nearly a known one is surely wrong. */
const isMisspelt = (key: string, names: ReadonlySet<string>): boolean => nearestName(key, names) !== undefined;
