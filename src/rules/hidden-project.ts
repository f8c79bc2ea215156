import type { Facts } from '../domain';

/** Whether these facts cannot tell if a project exists, and what it holds: the reader may see others alone. Never throws. */
export const isHidden = ({ partial, projects }: Facts, project: string): boolean =>
  partial === true && !projects.has(project);
