import { known, type JsonValue, type ServiceType } from '../../domain';
import { writtenText } from '../../planner';
import { documented, forkPage } from '../cite';
import { ofSource } from '../of-source';
import { oncePer } from '../once-per';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 76: single sign-on stays with the source. */
export const ssoNotCopied = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Single sign-on of the source is not copied',
  why: 'A fork of OpenSearch has no SAML, OpenID or token sign-on: people cannot sign in until it is set up again.',
  attribute: 'user_config',
  sources: [forkPage, documented('documentation, products/opensearch: SSO is set up again on a fork')],
  planOnly: 'The registry makes such a fork: what it leaves out is the surprise.',
  messages: {
    missing: {
      detail: '{source} signs people in by {methods}, which the fork does not declare.',
      remedy:
        'Declare {methods} for the fork, with the addresses of the fork, or acknowledge this finding: it then has other users.',
      remedyIn: {
        console: 'Set {methods} once it runs, with the addresses of the fork, or go on: it then has other users.',
      },
    },
  },
  check: (subject) => {
    const { name: source, value } = ofSource(
      subject,
      ({ type, userConfig }) => ({ type: known(type), setting: (key: string) => known(userConfig[key]) }),
      ({ serviceType, userConfig }) => ({
        type: serviceType,
        setting: (key: string) => userConfig[key] ?? known(undefined),
      }),
    );
    const type = value.type.known ? subject.catalogue.serviceTypes.get(value.type.value) : undefined;
    const keys = type === undefined ? [] : ssoKeysOf(type);
    if (keys.length === 0) return notApplicable;
    const used = keys.filter((key) => isOn(orUndecided(value.setting(key), `single sign-on of ${source}`)));
    const own = used.map((key) => ({ key, setting: subject.setting(key) }));
    const open = own.filter(({ setting }) => !setting.known);
    if (open.length > 0) return undecided(...open.map(({ key }) => `user_config.${key} of ${subject.request.address}`));
    const missing = own.flatMap(({ key, setting }) => (setting.known && setting.value === undefined ? [key] : []));
    const [first] = missing;
    if (first === undefined) return pass;
    return violated('missing', { source, methods: missing.join(', ') }, `user_config.${first}`);
  },
});

const ssoKeysOf = oncePer((type: ServiceType): readonly string[] =>
  type.userConfig.filter(({ effect }) => effect === 'sso').map(({ key }) => key),
);

const isOn = (value: JsonValue | undefined): boolean => {
  if (value === undefined || writtenText(value) === undefined) return false;
  return typeof value !== 'object' || value === null || !('enabled' in value) || value.enabled !== false;
};
