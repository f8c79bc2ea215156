import * as z from 'zod/mini';
import { isCalendarDay } from './instant-text';
import { parseJson } from './json';
import { schemaFault } from './schema-fault';
import { withoutCredentials } from './credentials';
import { dayMs } from './time';
import type { EpochMs } from './time';
import type { Acknowledgement } from './service-request';

/** A file of findings that were read and accepted, kept beside the configuration. */
const AcknowledgementFile = z.strictObject({
  formatVersion: z.literal(1),
  acknowledgements: z.array(
    z.strictObject({
      /** Id of the rule, such as `source/integrations-not-copied`. */
      rule: z.string(),
      reason: z.string().check(z.minLength(1)),
      /** Last day (`2026-12-31`, UTC, inclusive) or instant at which it counts; absent: no end. */
      until: z.optional(z.string()),
      /** Construct path or resource address, with everything below; absent: everywhere. */
      within: z.optional(z.string()),
    }),
  ),
});

/** What a file of acknowledgements says, or why it cannot be read as one. */
type AcknowledgementFileResult =
  | { readonly kind: 'read'; readonly acknowledgements: readonly Acknowledgement[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads the text of a file of acknowledgements; `origin` names the file in findings. Never throws. */
export const parseAcknowledgementFile = (text: string, origin: string): AcknowledgementFileResult => {
  const json = parseJson(text);
  if (json === undefined) return { kind: 'unreadable', why: 'it is no JSON' };
  const parsed = AcknowledgementFile.safeParse(json, { reportInput: true });
  if (!parsed.success) return { kind: 'unreadable', why: schemaFault(parsed.error, 'the file') };
  const acknowledgements: Acknowledgement[] = [];
  for (const { rule, reason, until, within } of parsed.data.acknowledgements) {
    const end = until === undefined ? undefined : parseLastInstant(until);
    if (until !== undefined && end === undefined) {
      return {
        kind: 'unreadable',
        why: `${rule}: until is '${until}'; a day is 2026-12-31, an instant 2026-12-31T18:00:00Z`,
      };
    }
    acknowledgements.push({
      ruleId: rule,
      reason: withoutCredentials(reason),
      ...(end === undefined ? {} : { until: end }),
      scope: origin,
      ...(within === undefined ? {} : { within }),
    });
  }
  return { kind: 'read', acknowledgements };
};

/** The last instant of a day (`2026-12-31`, UTC) or the instant itself (RFC 3339 with a zone); undefined when it is neither. */
export const parseLastInstant = (text: string): EpochMs | undefined => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const instant = Date.parse(isDay ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(instant) || !isCalendarDay(text)) return undefined;
  return isDay ? instant + dayMs - 1 : instant;
};
