import { serviceKey, type JsonObject, type JsonValue } from '../../domain';
import { documented, forkPage } from '../cite';
import { knownSettings, writtenText } from '../../planner';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 76: single sign-on stays with the source. */
export const ssoNotCopied = defineRule({
  id: 'source/sso-not-copied',
  number: 76,
  severity: 'warning',
  scope: 'creation',
  needs: ['configuration', 'catalogue', 'live-source'],
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
    },
  },
  check: ({ request, source, catalogue, setting }) => {
    if (source.kind === 'unknown') return undecided(source.missing);
    const ofSource = settingsOf(source);
    if (ofSource === undefined) return notApplicable;
    const keys = catalogue.serviceTypes
      .get(ofSource.type)
      ?.userConfig.filter(({ effect }) => effect === 'sso')
      .map(({ key }) => key);
    if (keys === undefined || keys.length === 0) return notApplicable;
    if (ofSource.unknownKeys.some((key) => keys.includes(key))) return undecided(`single sign-on of ${ofSource.name}`);
    const used = keys.filter((key) => isOn(ofSource.userConfig[key]));
    const open = used.filter((key) => !setting(key).known);
    if (open.length > 0) return undecided(...open.map((key) => `user_config.${key} of ${request.address}`));
    const missing = used.filter((key) => {
      const own = setting(key);
      return own.known && own.value === undefined;
    });
    if (missing.length === 0) return pass;
    const [first] = missing;
    return violated('missing', { source: ofSource.name, methods: missing.join(', ') }, `user_config.${first}`);
  },
});

const settingsOf = (
  source: Subject['source'],
):
  | {
      readonly name: string;
      readonly type: string;
      readonly userConfig: JsonObject;
      readonly unknownKeys: readonly string[];
    }
  | undefined => {
  if (source.kind === 'live') {
    const { type, userConfig } = source.service;
    return { name: serviceKey(source.service), type, userConfig, unknownKeys: [] };
  }
  if (source.kind !== 'declared' || !source.request.serviceType.known) return undefined;
  const { address, serviceType, userConfig } = source.request;
  const unknownKeys = Object.keys(userConfig).filter((key) => userConfig[key]?.known === false);
  return { name: address, type: serviceType.value, userConfig: knownSettings(userConfig), unknownKeys };
};

const isOn = (value: JsonValue | undefined): boolean => {
  if (value === undefined || writtenText(value) === undefined) return false;
  return typeof value !== 'object' || value === null || !('enabled' in value) || value.enabled !== false;
};
