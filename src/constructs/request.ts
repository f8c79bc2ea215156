import { known, parseDurationMs, requestFields, serviceRequest } from '../domain';
import type { Acknowledgement, Carried, DeclaredIntegration, Fact, ServiceRequest } from '../domain';
import type { IConstruct } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import type { FormerPlace } from './former-place';
import { plainFields } from './resource-fields';
import { ValueReader } from './value-reader';
import type { Settings } from './settings';

/** Everything that a request is read from. */
interface RequestContext {
  readonly scope: IConstruct;
  readonly stack: string;
  readonly project: string;
  readonly declaration: ServiceDeclaration;
  readonly settings: Settings;
  /** Addresses of declared services that Terraform makes first. */
  readonly after: readonly string[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly carried: Carried;
  readonly former: FormerPlace | undefined;
}

/** A declared service as the rules see it: plain values are known, expressions are not, until apply. */
export const readRequest = (context: RequestContext): ServiceRequest => {
  const { declaration, settings, scope } = context;
  const reader = new ValueReader(scope);
  const fields = plainFields(declaration);
  const declaredAt = settings.source?.declaredAt;
  const request = serviceRequest({
    address: scope.node.path,
    stack: context.stack,
    project: reader.text('project', context.project),
    serviceName: reader.text('service_name', declaration.serviceName),
    serviceType: known(declaration.serviceType),
    ...requestFields({
      text: (name) => reader.optionalText(name, fields[name]),
      number: (name) => reader.optionalNumber(name, fields[name]),
      truth: (name) => reader.optionalTruth(name, fields[name]),
      texts: (name) => (fields[name] === undefined ? known(undefined) : reader.textList(name, fields[name])),
      map: (name) => reader.texts(name, fields[name]),
    }),
    staticIps: reader.textList('static_ips', declaration.staticIps ?? []),
    userConfig: reader.settings(declaration.serviceType, settings),
    integrations: (declaration.integrations ?? []).map((integration): DeclaredIntegration => ({
      type: reader.text('service_integrations', integration.integrationType),
      sourceService: reader.optionalText('service_integrations', integration.sourceService),
      destinationService: reader.optionalText('service_integrations', integration.destinationService),
    })),
    createTimeoutMs: readTimeout(declaration),
    ...(declaredAt === undefined ? {} : { source: { kind: 'declared', address: declaredAt } }),
    from: declaration.from ?? 'any',
    latestTransaction: declaration.latestTransaction === true,
    onForkChange: declaration.onForkChange ?? 'refuse',
    waitsForSource: declaredAt !== undefined,
    after: context.after,
    acknowledgements: context.acknowledgements,
    carried: context.carried,
    ...(context.former === undefined ? {} : { movedFrom: context.former }),
  });
  return reader.volatile.length === 0 ? request : { ...request, volatile: reader.volatile };
};

const readTimeout = ({ timeouts }: ServiceDeclaration): Fact<number | undefined> =>
  known(timeouts?.create === undefined ? undefined : parseDurationMs(timeouts.create));
