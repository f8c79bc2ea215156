import { serviceNamePattern } from '../../domain';
import { documented, userConfigSchema } from '../cite';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 3: the name of the fork itself. */
export const invalidServiceName = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Service name is not allowed',
  why:
    'The control plane refuses upper-case letters, underscores and names longer than 64 characters, and ' +
    'no Terraform provider checks it before apply.',
  attribute: 'service_name',
  sources: [userConfigSchema, documented('aiven-client, public thread 90: upper case is never allowed')],
  predicts: ['service_name_invalid'],
  messages: {
    invalid: {
      detail: '"{name}" is not a service name: 1 to 64 lower-case letters, digits and hyphens, starting with a letter.',
      remedy: 'Choose a name such as "{suggestion}".',
    },
  },
  check: ({ request: { address, serviceName } }) => {
    const name = orUndecided(serviceName, `service_name of ${address}`);
    return serviceNamePattern.test(name) ? pass : violated('invalid', { name, suggestion: asServiceName(name) });
  },
});

const asServiceName = (name: string): string => {
  const tame = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 64)
    .replace(/-+$/, '');
  return tame === '' ? 'pg-fork' : tame;
};
