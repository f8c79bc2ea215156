import type { CardFix, ServiceRequest } from '../../domain';
import { forkPage, serviceForkingPage } from '../cite';
import { ofSource } from '../of-source';
import { isReplicatingType } from '../replica';
import { defineRule } from '../rule';
import { mendedBy, pass, undecided, violated } from '../verdict';

const asResources =
  'Declare those that the fork needs as resources of their own, which are planned after the fork and not seen here: ' +
  'acknowledge this finding with the reason.';

/** Rule 75: integrations stay with the source. */
export const integrationsNotCopied = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Integrations of the source are not copied',
  why: 'A fork has none of the integrations of its source: its metrics, logs and data sources stay silent until they are set up again.',
  attribute: 'service_integrations',
  sources: [forkPage, serviceForkingPage],
  planOnly: 'The registry makes such a fork: what it leaves out is the surprise.',
  messages: {
    missing: {
      detail: '{source} has integrations that the fork does not declare: {integrations}.',
      remedy: 'Declare those that the fork needs, or acknowledge this finding with the reason why it needs none.',
      remedyIn: {
        console: 'Make those that the fork needs once it runs.',
        hcl: asResources,
        vendor: asResources,
      },
    },
  },
  check: (subject) => {
    const { name: source, value: integrations } = ofSource<readonly SourceIntegration[]>(
      subject,
      (service) => service.integrations,
      (request) =>
        request.integrations.map(({ type }) => ({
          type: type.known ? type.value : undefined,
          peer: undefined,
          end: undefined,
        })),
    );
    if (integrations.length === 0) return pass;
    const declared = typesOf(subject.request);
    if (declared === undefined || integrations.some(({ type }) => type === undefined))
      return undecided(`integration types of ${subject.request.address}`);
    const missing = withoutDeclared(integrations, declared);
    if (missing.length === 0) return pass;
    const shown = missing.map(({ type, peer }) => (peer === undefined ? `${type}` : `${type} (${peer})`));
    return mendedBy(violated('missing', { source, integrations: shown.join(', ') }), fixOf(subject.request, missing));
  },
});

interface SourceIntegration {
  readonly type: string | undefined;
  readonly peer: string | undefined;
  readonly end: 'source' | 'destination' | undefined;
}

/** All of them as resources of their own, or nothing: an endpoint is told by its name alone, and a replica is made with its service. */
const fixOf = (
  { project }: ServiceRequest,
  missing: readonly SourceIntegration[],
): Extract<CardFix, { kind: 'integrations' }> | undefined => {
  if (!project.known) return undefined;
  const inProject = `${project.value}/`;
  const integrations = missing.flatMap(({ type, peer, end }) =>
    type === undefined || isReplicatingType(type) || end === undefined || peer?.startsWith(inProject) !== true
      ? []
      : [{ type, end, other: peer.slice(inProject.length) }],
  );
  return integrations.length === missing.length ? { kind: 'integrations', integrations } : undefined;
};

const typesOf = ({ integrations }: ServiceRequest): readonly string[] | undefined => {
  const types = integrations.flatMap(({ type }) => (type.known ? [type.value] : []));
  return types.length === integrations.length ? types : undefined;
};

const withoutDeclared = (
  wanted: readonly SourceIntegration[],
  declared: readonly string[],
): readonly SourceIntegration[] => {
  const left = [...declared];
  return wanted.filter(({ type }) => {
    const index = type === undefined ? -1 : left.indexOf(type);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
};
