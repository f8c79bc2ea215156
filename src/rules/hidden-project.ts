import { serviceKey, type Facts, type ServiceId, type ServiceRequest } from '../domain';

/** Whether these facts cannot tell if a project exists, and what it holds: the reader may see others alone. Never throws. */
export const isHidden = ({ partial, projects }: Facts, project: string): boolean =>
  partial === true && !projects.has(project);

/** Whether the run itself makes, or keeps, a project that the facts do not show. Never throws. */
export const isMadeInRun = (
  { projects }: Facts,
  { madeProjects = [] }: Pick<ServiceRequest, 'madeProjects'>,
  project: string,
): boolean => !projects.has(project) && madeProjects.some((made) => !made.known || made.value === project);

/** Whether these facts cannot tell what is at a name, or if anything is: its project is hidden, or it could not be read. Never throws. */
export const isHiddenService = (facts: Facts, id: ServiceId): boolean =>
  isHidden(facts, id.project) || facts.unreadable?.includes(serviceKey(id)) === true;
