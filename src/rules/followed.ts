import { unknown, type DeclaredIntegration, type ServiceId, type ServiceRequest } from '../domain';
import { isOwnSource, isReplicating } from './replica';
import { sourceOf } from './source-of';
import type { SourceFinding, Subject } from './subject';

/** One service that a declared one follows. */
interface Followed {
  /** The integration that says so; undefined: the fork keys do. */
  readonly integration?: DeclaredIntegration;
  readonly source: SourceFinding;
}

/** What a declared service replicates, whether its fork keys or its integrations say so; a fork replicates nothing. Never throws. */
export const followedBy = ({ request, isFork, replicaOf, configuration, facts }: Subject): readonly Followed[] => {
  if (isFork) return [];
  if (replicaOf !== undefined) return [{ source: replicaOf }];
  return request.integrations
    .filter((one) => isReplicating(one) && !isOwnSource(one))
    .map((integration) => {
      const { sourceService: named, otherProject } = integration;
      const service =
        named.known && named.value !== undefined
          ? { known: true as const, value: named.value }
          : unknown('known-after-apply');
      const name = { project: otherProject ?? request.project, service };
      return { integration, source: sourceOf(request, name, { configuration, facts }) };
    });
};

/** What the integrations of a request replicate, for who reads what is known of it; undefined: not named yet. Never throws. */
export const followedIds = ({
  project,
  integrations,
}: Pick<ServiceRequest, 'project' | 'integrations'>): readonly (ServiceId | undefined)[] =>
  integrations
    .filter((one) => isReplicating(one) && !isOwnSource(one))
    .map(({ sourceService: named, otherProject = project }) =>
      named.known && named.value !== undefined && otherProject.known
        ? { project: otherProject.value, service: named.value }
        : undefined,
    );
