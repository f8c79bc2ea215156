/** The providers whose regions are on sale. Compared by this field, never by splitting the cloud's name. */
export type CloudProvider = (typeof cloudProviders)[number];
export const cloudProviders = ['aws', 'azure', 'do', 'google', 'oci', 'ovh', 'upcloud', 'custom'] as const;

/** The part of the world that a region lies in, in the API's words. */
export type GeoRegion = (typeof geoRegions)[number];
export const geoRegions = [
  'africa',
  'asia-pacific',
  'australia',
  'europe',
  'middle east',
  'north america',
  'south america',
  'unknown',
] as const;

/** One provider's region as one name, such as `aws-eu-central-1`: looked up, never split. */
export interface Cloud {
  readonly name: string;
  readonly provider: CloudProvider;
  readonly geoRegion: GeoRegion;
  /** Sold to selected customers only. */
  readonly limitedAvailability?: true;
}
