import { known, unknown, type DeclaredIntegration, type Fact } from '../../../domain';
import { isLater, partOf, templateOf, type MarkedValue } from '../marked-value';

/** The resources that connect two services: of the vendor's provider, and of Forkcast's own, with the same ends. */
export const integrationTypes: ReadonlySet<string> = new Set([
  'aiven_service_integration',
  'forkcast_service_integration',
]);

/** Ends of an integration, in the attributes of the vendor's provider. */
export const integrationEnds = ['source_service_name', 'destination_service_name'] as const;

/** An integration that is declared as a resource of its own. Never throws. */
export const integrationOf = (values: MarkedValue): DeclaredIntegration => {
  const type = textOf(values, 'integration_type');
  return {
    type: type.known ? known(type.value ?? '') : type,
    sourceService: textOf(values, 'source_service_name'),
    destinationService: textOf(values, 'destination_service_name'),
  };
};

/** An attribute as a fact. Never throws. */
export const textOf = (values: MarkedValue, field: string): Fact<string | undefined> => {
  const template = templateOf(partOf(values, field));
  if (isLater(template)) return unknown('known-after-apply');
  return known(typeof template === 'string' && template !== '' ? template : undefined);
};
