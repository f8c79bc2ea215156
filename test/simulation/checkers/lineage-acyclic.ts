import type { Checker } from '../observation';

/** Nobody is an ancestor of itself, and every ancestor was there before. */
export const lineageAcyclic: Checker = ({ registry, log }) => {
  const born = new Map<string, number>();
  log.forEach(({ event }, index) => {
    if (event.type !== 'ServiceCreated' && event.type !== 'ServiceForked') return;
    born.set(`${event.project}/${event.service}#${event.incarnation}`, index);
  });
  for (const service of registry.facts().services.values()) {
    let youngest = born.get(`${service.project}/${service.service}#${service.incarnation}`) ?? -1;
    const own = `${service.project}/${service.service}`;
    for (const { sourceProject, sourceService, sourceIncarnation } of registry.lineage(service) ?? []) {
      const ancestor = `${sourceProject}/${sourceService}#${sourceIncarnation}`;
      const at = born.get(ancestor) ?? Infinity;
      if (at >= youngest) return `${own} has the ancestor ${ancestor}, which was not there before`;
      youngest = at;
    }
  }
  return undefined;
};
