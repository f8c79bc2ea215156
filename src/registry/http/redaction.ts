import type { ServiceDetail } from '../registry';
import { redactedText } from '../../domain';
import { redactSettings, type OpenedSettings } from '../secrets';
import type { TokenRecord } from '../tokens';
import { refused, type Refused } from './answer';

/** What a request says of secrets. */
interface SecretsAsked {
  readonly query: { readonly include_secrets?: string | undefined };
  readonly holder?: TokenRecord | undefined;
}

/** Whether the holder of a token may see secrets: one that only reads may not. Never throws. */
const maySeeSecrets = (holder: TokenRecord | undefined): boolean => holder?.access !== 'read';

/** Whether an answer holds secrets: not when that was said, nor for who may not see them. Never throws. */
export const showsSecrets = ({ query, holder }: SecretsAsked): boolean =>
  maySeeSecrets(holder) && query.include_secrets !== 'false';

/**
 * Refuses who asks for the secrets of a service and may not see them. Who does not ask gets them redacted.
 * @see aiven.io/docs/tools/api/secret-redaction (read 2026-11-27)
 */
export const refuseSecrets = ({ query, holder }: SecretsAsked): Refused | undefined =>
  query.include_secrets === 'true' && !maySeeSecrets(holder)
    ? refused('token_insufficient', 'The token allows read, but include_secrets=true needs write: leave it out.')
    : undefined;

/** A service as an answer to this request shows it. */
export const shownTo = (asked: SecretsAsked, detail: ServiceDetail): ServiceDetail =>
  showsSecrets(asked)
    ? detail
    : {
        ...detail,
        users: detail.users.map((user) => ({ ...user, password: redactedText })),
        settings: redactSettings({ kind: 'service', type: detail.facts.type }, detail.settings),
        integrationSettings: Object.fromEntries(
          detail.facts.integrations.map(({ id, type }) => [
            id,
            redactSettings({ kind: 'integration', type }, detail.integrationSettings[id] ?? noSettings),
          ]),
        ),
      };

/** Of an integration that is not there. */
export const noSettings: OpenedSettings = { whole: {}, unread: {} };

/** What an answer tells of secrets that it cannot show, beyond the vendor's fields. */
export const unreadSecrets = ({ unread }: OpenedSettings): { readonly secrets?: OpenedSettings['unread'] } =>
  Object.keys(unread).length === 0 ? {} : { secrets: unread };
