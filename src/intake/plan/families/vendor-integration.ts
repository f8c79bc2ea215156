import { known, type DeclaredIntegration, type Fact } from '../../../domain';
import type { MarkedValue } from '../marked-value';
import type { FieldContext } from './family';
import { readText } from './values';

/** The resources that connect two services: of the vendor's provider, and of Forkcast's own, with the same ends. */
export const integrationTypes: ReadonlySet<string> = new Set([
  'aiven_service_integration',
  'forkcast_service_integration',
]);

/** One end of an integration. */
export type IntegrationEnd = 'source' | 'destination';

/** The attribute of the vendor's provider that names the service at an end. */
export const endAttribute = (end: IntegrationEnd) => `${end}_service_name` as const;

/** The service that stands at an end; a project that is not written is that of the integration itself. Never throws. */
export const readEnd = (
  values: MarkedValue,
  end: IntegrationEnd,
  { isWritten }: FieldContext,
): { readonly project: Fact<string | undefined>; readonly service: Fact<string | undefined> } => {
  const field = `${end}_service_project`;
  const own = readText(values, 'project');
  const written = readText(values, field);
  const isOther = written.known ? written.value !== undefined : isWritten(field);
  return { project: isOther ? written : own, service: readText(values, endAttribute(end)) };
};

/** An integration that is declared as a resource of its own, seen from the service at one of its ends. Never throws. */
export const integrationFrom = (
  values: MarkedValue,
  own: IntegrationEnd,
  context: FieldContext,
): DeclaredIntegration => {
  const type = readText(values, 'integration_type');
  const { project, service } = readEnd(values, own === 'source' ? 'destination' : 'source', context);
  const nobody = known(undefined);
  return {
    type: type.known ? known(type.value ?? '') : type,
    sourceService: own === 'source' ? nobody : service,
    destinationService: own === 'source' ? service : nobody,
    ...(project.known && project.value !== undefined ? { otherProject: known(project.value) } : {}),
    ...(project.known ? {} : { otherProject: project }),
  };
};
