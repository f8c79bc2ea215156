import { exoscaleService } from './exoscale';
import type { ServiceFamily } from './family';
import { forkcastCarrier } from './forkcast-carrier';
import { forkcastService } from './forkcast-service';
import { vendorService } from './vendor-service';

export type { FieldContext, ServiceFamily } from './family';

/** Every provider's resources that stand for services. */
const families: readonly ServiceFamily[] = [vendorService, exoscaleService, forkcastService, forkcastCarrier];

/** The family that a resource type belongs to; undefined: it stands for no service. */
export const findFamily = (type: string): ServiceFamily | undefined => families.find((family) => family.isOne(type));
