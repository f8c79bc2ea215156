import type { ServiceBody } from '../api';
import type { ServiceRequest } from '../domain';

/** A service whose declaration is gone. */
interface LeftBehind {
  readonly service: ServiceBody;
  /** The construct path that declared it. */
  readonly path: string;
  readonly why: string;
}

/**
 * The services of a project that a stack made and that no configuration declares any more. One that moved to another path is
 * still declared, by its name; one that no stack made is nobody's to miss.
 */
export const leftBehind = (
  declared: readonly ServiceRequest[],
  project: string,
  services: readonly ServiceBody[],
): readonly LeftBehind[] => {
  const stacks = new Set(declared.map(({ stack }) => stack));
  const paths = new Set(declared.map(({ stack, address }) => `${stack}\n${address}`));
  const names = new Set(
    declared.flatMap((request) =>
      request.serviceName.known && (!request.project.known || request.project.value === project)
        ? [request.serviceName.value]
        : [],
    ),
  );
  return services.flatMap((service) => {
    const origin = service.forkcast?.origin;
    if (!origin || paths.has(`${origin.stack}\n${origin.path}`) || names.has(service.service_name)) return [];
    const why = stacks.has(origin.stack)
      ? `stack ${origin.stack} no longer declares it`
      : `stack ${origin.stack} is not in this output`;
    return [{ service, path: origin.path, why }];
  });
};
