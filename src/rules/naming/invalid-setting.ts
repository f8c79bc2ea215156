import { holdsSecret, type JsonValue, type UserConfigKey } from '../../domain';
import { addressesKey, isBounded, settingFault } from '../../planner';
import { userConfigSchema } from '../cite';
import { isVendorResource } from '../reader';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 151: a value outside the bounds of its setting. */
export const invalidSetting = defineRule({
  id: 'naming/invalid-setting',
  number: 151,
  severity: 'error',
  scope: 'settings',
  needs: ['configuration', 'plan', 'catalogue'],
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
    // What is to be created has null for what nobody wrote: an empty text there was written, and is sent.
    const isRecord = isVendors && subject.request.change !== undefined && subject.standing === 'live';
    if (isRecord && subject.request.userConfig[addressesKey] === undefined) return notApplicable;
    const type = orStop(typeOf(subject));
    for (const key of type.userConfig.filter((one) => !isRecord || one.key === addressesKey)) {
      const written = subject.request.userConfig[key.key];
      // Secrets are not in a request; what is known only after apply may be null, which is not written.
      if (written?.known !== true || written.value === null || !isBounded(key) || holdsSecret(type.name, key.key))
        continue;
      const fault = settingFault(isVendors ? ofNewerSchema(key, written.value) : key, written.value);
      if (fault !== undefined)
        return violated('outside', { fault, summary: key.summary, key: key.key }, `user_config.${key.key}`);
    }
    return pass;
  },
});

/** The vendor's provider may know more names than are known here, such as a version, but no empty one, and no more hours of a day. */
const ofNewerSchema = ({ values, pattern: _pattern, ...bounds }: UserConfigKey, value: JsonValue): UserConfigKey =>
  value === '' && values !== undefined ? { ...bounds, values } : bounds;
