import { unknown, type DeclaredIntegration } from '../domain';
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
