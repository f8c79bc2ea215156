import { serviceKey, type Facts } from '../domain';

/** The other projects with a live service of this name, sorted; looked up project by project. Never throws. */
export const projectsWith = (facts: Facts, service: string, except: string): readonly string[] =>
  [...facts.projects.keys()]
    .filter((project) => project !== except && facts.services.has(serviceKey({ project, service })))
    .sort();

/** The names of the live services of a project. Never throws. */
export const namesIn = ({ services }: Facts, project: string): readonly string[] =>
  [...services.values()].filter((service) => service.project === project).map(({ service }) => service);
