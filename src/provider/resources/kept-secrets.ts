import { isNull, isUnknown, type ObjectValue } from '../protocol';

/** What stands in answers in place of a secret that the token may not see, or that the registry cannot open. */
const hidden = /<(?:redacted|sealed)>/;

/** Whether a text stands in place of a secret. */
export const isHidden = (text: string): boolean => hidden.test(text);

/** What is now, with what was kept before in place of each text that the registry does not show; null where nothing was. */
export const keepingSecrets = (before: ObjectValue, now: ObjectValue): ObjectValue =>
  Object.fromEntries(
    Object.entries(now).map(([name, value]) => {
      if (typeof value !== 'string' || !isHidden(value)) return [name, value];
      const kept = before[name] ?? null;
      return [name, isNull(kept) || isUnknown(kept) ? null : kept];
    }),
  );
