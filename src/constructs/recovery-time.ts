import { call, propertyAccess, Token, TerraformStack } from './cdktf';
import type { Construct } from './cdktf';
import { ForkcastScope } from './forkcast';
import { forkcastProvider } from './provider-backend-provider';

/** Calls a function of the provider, which the stack then needs: Terraform 1.8 or newer. */
const ask = (scope: Construct, name: string, args: readonly string[]) => {
  const { carrierSettings } = ForkcastScope.at(scope);
  forkcastProvider(scope, carrierSettings.registry, TerraformStack.of(scope).node.path);
  return call(`provider::forkcast::${name}`, [...args]);
};

/**
 * A recovery time moved earlier or later, worked out by Terraform: an expression, the instant in UTC. The duration has a sign when it
 * goes back.
 * @example recoveryTimeShift(stack, incident.value, '-5m')
 */
export const recoveryTimeShift = (scope: Construct, time: string, duration: string): string =>
  Token.asString(ask(scope, 'recovery_time_shift', [time, duration]));

/** A recovery time as the registry reads it: an expression, the instant in UTC, RFC 3339. */
export const recoveryTimeParse = (scope: Construct, time: string): string =>
  Token.asString(propertyAccess(ask(scope, 'recovery_time_parse', [time]), ['rfc3339']));
