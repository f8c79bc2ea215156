import { holdsSecret, type JsonValue, type ServiceRequest, type ServiceType, type UserConfigKey } from '../../domain';
import { addressesKey, isBounded, settingFault } from '../../planner';
import { userConfigSchema } from '../cite';
import { oncePer } from '../once-per';
import { isVendorResource } from '../reader';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 151: a value outside the bounds of its setting. */
export const invalidSetting = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Value is outside the bounds of the setting',
  why: 'Each setting has a kind, a range or a list of values. Another value is refused at apply, and is nowhere else noticed.',
  attribute: 'user_config',
  sources: [userConfigSchema],
  asks: { about: ['setting', 'fixed-setting'] },
  predicts: ['user_config_value_invalid', 'version_unknown'],
  messages: {
    outside: {
      detail: '{fault} {summary}',
      remedy: 'Choose a value that {key} takes, or take it out.',
    },
  },
  check: (subject) => {
    const isVendors = isVendorResource(subject.request);
    // The record of a live service has values that nobody wrote: of the vendor's, only addresses are surely wrong there.
    const isRecord = isVendors && subject.request.change !== undefined && subject.standing === 'live';
    if (isRecord && subject.request.userConfig[addressesKey] === undefined) return notApplicable;
    const type = orStop(typeOf(subject));
    for (const key of listBoundedKeys(type)) {
      if (isRecord && key.key !== addressesKey) continue;
      const value = valueOf(subject.request, type, key.key);
      if (value === undefined || (isVendors && value === '')) continue;
      const fault = settingFault(isVendors ? ofNewerSchema(key) : key, value);
      if (fault !== undefined)
        return violated('outside', { fault, summary: key.summary, key: key.key }, `user_config.${key.key}`);
    }
    const { versionKey } = type;
    const isOpen =
      isVendors && !isRecord && versionKey !== undefined && valueOf(subject.request, type, versionKey) === '';
    return isOpen ? undecided(`release of the vendor's provider: newer ones send the empty ${versionKey}`) : pass;
  },
});

const listBoundedKeys = oncePer((type: ServiceType): readonly UserConfigKey[] => type.userConfig.filter(isBounded));

/** What is written, as far as a request holds it: of a secret only the length. What is known only after apply may be null. */
const valueOf = (
  { userConfig, secretLengths }: ServiceRequest,
  type: ServiceType,
  key: string,
): JsonValue | undefined => {
  const written = userConfig[key];
  if (written === undefined && secretLengths === undefined) return undefined;
  if (holdsSecret(type.name, key)) return standIn(secretLengths?.[key]);
  return written?.known === true && written.value !== null ? written.value : undefined;
};

const standIn = (length: number | undefined): string | undefined =>
  length === undefined ? undefined : '*'.repeat(length);

/**
 * The vendor's provider may know more names than are known here, such as a version, but no more hours of a day. An empty text its older
 * releases leave out.
 */
const ofNewerSchema = ({ values: _values, pattern: _pattern, ...bounds }: UserConfigKey): UserConfigKey => bounds;
