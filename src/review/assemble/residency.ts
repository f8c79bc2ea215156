import type { CardResidency, CardSide } from '../../domain';

/** Whether the data leaves its cloud region, and its part of the world. */
export const compareResidency = (source: CardSide, fork: CardSide): CardResidency => {
  if (source.cloud === null || fork.cloud === null) {
    const missing = source.cloud === null ? 'source' : 'fork';
    return {
      cloudCrossed: null,
      geoRegionCrossed: null,
      sentence: `It is not known whether the data leaves its region: the cloud of the ${missing} is not known.`,
    };
  }
  if (source.cloud === fork.cloud) {
    return { cloudCrossed: false, geoRegionCrossed: false, sentence: `The data stays in ${source.cloud}.` };
  }
  const moved = `The data goes from ${source.cloud} to ${fork.cloud}`;
  if (source.geoRegion === null || fork.geoRegion === null) {
    return {
      cloudCrossed: true,
      geoRegionCrossed: null,
      sentence: `${moved}; where one of them lies is not known.`,
    };
  }
  if (source.geoRegion === fork.geoRegion) {
    return {
      cloudCrossed: true,
      geoRegionCrossed: false,
      sentence: `${moved}, and stays in ${source.geoRegion}.`,
    };
  }
  return {
    cloudCrossed: true,
    geoRegionCrossed: true,
    sentence: `${moved}, and leaves ${source.geoRegion} for ${fork.geoRegion}.`,
  };
};
