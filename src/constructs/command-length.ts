import type { Carrier } from './carrier-settings';
import { ProviderResource } from './provider-backend-resource';

/** The variable in which the command of a service gets all of its fields. */
const variable = 'FORKCAST_RESOURCE=';

/** What Linux hands to a program as one variable, its name and its end included: with more, Terraform cannot start the command. */
const longestBytes = 128 * 1024 - variable.length - 1;

/** A sentence about fields that are too many for a command. Never throws. */
export const tooLongForCommand = (
  { holder }: Carrier,
  fields: Readonly<Record<string, unknown>>,
): readonly string[] => {
  if (holder instanceof ProviderResource) return [];
  const text = JSON.stringify(fields);
  // Terraform writes these as six characters each.
  const bytes = Buffer.byteLength(text) + 5 * (text.match(/[<>&\u2028\u2029]/gu)?.length ?? 0);
  if (bytes <= longestBytes) return [];
  return [
    `The declaration takes ${bytes} bytes as JSON, and the command that makes the service can be given ${longestBytes}. ` +
      "Shorten its settings, or use the backend 'provider', which runs no command.",
  ];
};
