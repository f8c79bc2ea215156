import { serviceKey, valueOr, type Catalogue, type CardFork, type CardSide } from '../../domain';
import type { Subject } from '../../rules';

/** The service as it is declared. */
export const describeSide = ({ request, catalogue, cloud, planName }: Subject): CardSide => {
  const { project, serviceName, serviceType } = request;
  return {
    name:
      project.known && serviceName.known ? serviceKey({ project: project.value, service: serviceName.value }) : null,
    type: valueOr(serviceType, null),
    plan: valueOr(planName, null),
    ...describeCloud(valueOr(cloud, null), catalogue),
  };
};

/** The service that a fork is made from, as far as it is known. */
export const describeSource = (subject: Subject): CardFork['source'] => {
  const { source, catalogue, sourceName } = subject;
  const named =
    sourceName?.project.known && sourceName.service.known
      ? serviceKey({ project: sourceName.project.value, service: sourceName.service.value })
      : null;
  const nothing = { name: named, type: null, plan: null, cloud: null, geoRegion: null };
  switch (source.kind) {
    case 'live': {
      const { type, plan, cloud } = source.service;
      return { name: serviceKey(source.service), type, plan, ...describeCloud(cloud, catalogue), standing: 'live' };
    }
    case 'declared':
      return { ...declaredSide(source.request, catalogue), ...(named ? { name: named } : {}), standing: 'declared' };
    case 'terminated':
      return { ...nothing, name: serviceKey(source.service), type: source.service.type, standing: 'terminated' };
    case 'absent':
      return { ...nothing, name: serviceKey(source), standing: 'absent' };
    case 'unknown':
      return source.request === undefined
        ? { ...nothing, standing: 'unknown' }
        : { ...declaredSide(source.request, catalogue), ...(named ? { name: named } : {}), standing: 'unknown' };
    case 'none':
      return { ...nothing, standing: 'unknown' };
  }
};

const declaredSide = (request: Subject['request'], catalogue: Catalogue): CardSide => {
  const { project, serviceName, serviceType, plan, cloud } = request;
  return {
    name:
      project.known && serviceName.known ? serviceKey({ project: project.value, service: serviceName.value }) : null,
    type: valueOr(serviceType, null),
    plan: valueOr(plan, null) ?? null,
    ...describeCloud(valueOr(cloud, null) ?? null, catalogue),
  };
};

const describeCloud = (cloud: string | null, catalogue: Catalogue): Pick<CardSide, 'cloud' | 'geoRegion'> => {
  const geoRegion = cloud === null ? undefined : catalogue.clouds.get(cloud)?.geoRegion;
  return { cloud, geoRegion: geoRegion === undefined || geoRegion === 'unknown' ? null : geoRegion };
};
