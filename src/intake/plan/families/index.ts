import type { ServiceFamily } from './family';
import { forkcastCarrier } from './forkcast-carrier';
import { forkcastService } from './forkcast-service';
import { vendorService } from './vendor-service';

export type { FieldContext, ServiceFamily } from './family';

/** Every provider's resources that stand for services. */
export const families: readonly ServiceFamily[] = [vendorService, forkcastService, forkcastCarrier];
