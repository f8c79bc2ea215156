import { writtenText } from '../../planner';
import { settingOf } from '../asked';
import { inferred, userConfigSchema } from '../cite';
import { hasKey, typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { sourceShape } from '../source-shape';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

const key = 'variant';
const usualVariant = 'aiven';

/** Rule 53: a fork keeps the variant of its source. */
export const variantDiffers = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Fork asks for another variant than its source',
  why: 'A backup of the one variant uses features that the other does not have.',
  attribute: 'user_config.variant',
  sources: [
    userConfigSchema,
    inferred('settings are copied, so a fork without variant inherits it; a source without one is aiven'),
  ],
  asks: { about: ['fork'], any: ['user_config.variant'] },
  predicts: ['fork_variant_mismatch'],
  messages: {
    differs: {
      detail: 'The variant of the fork is {variant}, that of {source} is {sourceVariant}.',
      remedy: 'Leave variant out, or set it to "{sourceVariant}".',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    if (!hasKey(orStop(typeOf(subject)), key)) return notApplicable;
    const variant = writtenText(settingOf(subject, key));
    if (variant === undefined) return pass;
    const shape = orStop(sourceShape(subject));
    const { name: source } = shape;
    const sourceVariant =
      writtenText(orUndecided(shape.setting(key), `user_config.${key} of ${source}`)) ?? usualVariant;
    return variant === sourceVariant ? pass : violated('differs', { variant, sourceVariant, source });
  },
});
