/** What may be made at a real account, and nothing beyond: every part is named by the configuration. */
export interface RealTerms {
  /** The projects in which forks may be made, changed and ended. */
  readonly projects: readonly string[];
  /** Most forks that live there at once. */
  readonly most: number;
  /** The plans that a fork may have. */
  readonly plans: readonly string[];
  /** Longest that a fork may live, in milliseconds: its end stands in a tag. */
  readonly liveForMs: number;
  /** Requests that change something are told, and not sent. */
  readonly dryRun: boolean;
}

/** Real accounts are read, and nothing is changed there. */
export const nothingAllowed: RealTerms = { projects: [], most: 0, plans: [], liveForMs: 0, dryRun: false };

/** The paths below which a fork is made, changed and ended: beside these nothing but GET is ever sent to a real account. */
export const mayChange =
  ({ projects }: RealTerms) =>
  ({ method, path }: { readonly method: string; readonly path: string }): boolean => {
    const [, project = '', rest = ''] = /^\/v1\/project\/([^/?]+)\/service(?:\/([^?]*))?(?:\?.*)?$/.exec(path) ?? [];
    if (!projects.some((allowed) => encodeURIComponent(allowed) === project)) return false;
    if (rest === '') return method === 'POST';
    return /^[^/]+$/.test(rest)
      ? method === 'PUT' || method === 'DELETE'
      : method === 'PUT' && /^[^/]+\/tags$/.test(rest);
  };
