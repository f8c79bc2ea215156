import { inferred, userConfigSchema } from '../cite';
import { writtenText } from '../../planner';
import { hasKey, typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { sourceShape } from '../source-shape';
import { notApplicable, pass, undecided, violated } from '../verdict';

const key = 'variant';
const usualVariant = 'aiven';

/** Rule 53: a fork keeps the variant of its source. */
export const variantDiffers = defineRule({
  id: 'sizing/variant-differs',
  number: 53,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'catalogue', 'live-source'],
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
    const type = orStop(typeOf(subject));
    if (!hasKey(type, key)) return notApplicable;
    const asked = subject.setting(key);
    if (!asked.known) return undecided(`user_config.${key} of ${subject.request.address}`);
    const variant = writtenText(asked.value);
    if (variant === undefined) return pass;
    const source = orStop(sourceShape(subject));
    const existing = source.setting(key);
    if (!existing.known) return undecided(`user_config.${key} of ${source.name}`);
    const sourceVariant = writtenText(existing.value) ?? usualVariant;
    return variant === sourceVariant ? pass : violated('differs', { variant, sourceVariant, source: source.name });
  },
});
