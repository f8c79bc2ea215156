import { isNull, type ObjectValue, unknown } from '../protocol';
import { keepingSecrets } from './kept-secrets';
import type { Member } from './member-type';

/** Whether the configuration gives the secret: then no state has it. */
const isGiven = ({ secret }: Member, object: ObjectValue): boolean =>
  secret !== undefined && !isNull(object[secret.unless] ?? null);

/** An object as it was found, for the state. */
export const seenAs = (member: Member, before: ObjectValue, found: ObjectValue): ObjectValue => ({
  ...before,
  ...keepingSecrets(before, found),
  ...(member.secret !== undefined && isGiven(member, before) ? { [member.secret.attribute]: null } : {}),
});

/** The secret as it is planned: as before, none while the configuration gives it, told again once it does not. */
export const planSecret = (member: Member, prior: ObjectValue | null, planned: ObjectValue): ObjectValue => {
  const { secret } = member;
  if (secret === undefined) return planned;
  if (isGiven(member, planned)) return { ...planned, [secret.attribute]: null };
  return prior !== null && isGiven(member, prior) ? { ...planned, [secret.attribute]: unknown } : planned;
};
