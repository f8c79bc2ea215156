import { differenceData, differenceWords, fixedDifferences, refusalRemedies, typeDifferences } from '../../planner';
import { fromSchema, inferred } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 97, beyond the reference: what is read only while a service is made, and makes no fork. */
export const settingFixed = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  title: 'Setting of a live service never changes',
  why: 'The type of a service and some of its settings, such as its administrator, are read only while it is made.',
  attribute: 'user_config',
  sources: [
    fromSchema('create-only keys of user_config'),
    inferred('a live service never becomes one of another type'),
  ],
  asks: { about: ['fixed-setting'] },
  predicts: ['user_config_create_only', 'user_config_value_invalid'],
  messages: {
    setting: { detail: `${differenceWords.fixed}.`, remedy: refusalRemedies['fixed-changed'] },
    type: { detail: `${differenceWords.type}.`, remedy: refusalRemedies['type-changed'], planOnly: true },
  },
  check: ({ request, made, madeName, remade }) => {
    if (made === undefined || remade) return notApplicable;
    const [type] = typeDifferences(request, made);
    if (type !== undefined) return violated('type', differenceData(madeName, type), type.attribute);
    const [setting] = fixedDifferences(request, made);
    return setting === undefined ? pass : violated('setting', differenceData(madeName, setting), setting.attribute);
  },
});
