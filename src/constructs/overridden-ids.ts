import { findAddress } from './address';
import type { Carrier } from './carrier-settings';

/** Sentences about names that were given by `overrideLogicalId` after other resources had taken the old ones. Never throws. */
export const overriddenIds = ({ holder, ready }: Carrier): readonly string[] =>
  [...new Set([holder, ready])].flatMap((resource) => {
    // CDKTF shows it nowhere else.
    const asked: unknown = Reflect.get(resource, '_logicalIdOverride');
    if (typeof asked !== 'string' || asked === resource.friendlyUniqueId) return [];
    return [
      `overrideLogicalId('${asked}') comes too late: other resources refer to ${findAddress(resource)}, and its state is kept by that ` +
        'name. Choose another id of the construct; movedFrom keeps a live service.',
    ];
  });
