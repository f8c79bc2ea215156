import type { JsonObject, ServiceRequest } from '../../src/domain';
import { aRequest } from '../../src/domain/testing';
import type { CreateService } from '../../src/registry';

/** A service that is wished for, in plain values: what both the rules and the registry are asked about. */
export interface Wish {
  readonly project: string;
  readonly serviceName: string;
  readonly serviceType: string;
  /** Absent: left to the system. */
  readonly plan?: string | undefined;
  readonly cloud?: string | undefined;
  readonly diskSpaceMb?: number | undefined;
  readonly userConfig: JsonObject;
  readonly tags?: Readonly<Record<string, string>>;
  readonly projectVpcId?: string;
  readonly staticIps?: readonly string[];
  readonly integrations?: readonly {
    readonly type: string;
    readonly sourceService?: string;
    readonly destinationService?: string;
  }[];
  readonly from?: 'primary' | 'secondary' | undefined;
  readonly latestTransaction?: boolean;
}

/** The wish as a configuration declares it. */
export const declared = ({ from, cloud, plan, ...wish }: Wish): ServiceRequest =>
  aRequest({
    ...wish,
    cloud,
    plan: plan ?? null,
    from: from ?? 'any',
    source: { kind: 'literal' },
    address: 'stack/wish',
    stack: 'stack',
  });

/** The wish as a client sends it; an end that is not named is the service. */
export const asCommand = (wish: Wish): CreateService => ({
  type: 'CreateService',
  project: wish.project,
  service: wish.serviceName,
  serviceType: wish.serviceType,
  userConfig: wish.userConfig,
  ...(wish.plan === undefined ? {} : { plan: wish.plan }),
  ...(wish.latestTransaction === undefined ? {} : { latestTransaction: wish.latestTransaction }),
  ...(wish.cloud === undefined ? {} : { cloud: wish.cloud }),
  ...(wish.diskSpaceMb === undefined ? {} : { diskSpaceMb: wish.diskSpaceMb }),
  ...(wish.tags === undefined ? {} : { tags: wish.tags }),
  ...(wish.projectVpcId === undefined ? {} : { projectVpcId: wish.projectVpcId }),
  ...(wish.staticIps === undefined ? {} : { staticIps: wish.staticIps }),
  ...(wish.from === undefined ? {} : { from: wish.from }),
  ...(wish.integrations === undefined
    ? {}
    : {
        integrations: wish.integrations.map(({ type, sourceService, destinationService }) => ({
          integrationType: type,
          sourceService: sourceService ?? wish.serviceName,
          destinationService: destinationService ?? wish.serviceName,
        })),
      }),
});
