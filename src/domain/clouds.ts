import { geoRegions, type Cloud, type CloudProvider, type GeoRegion } from './cloud';

/** The regions of one provider, by part of the world. */
interface ProviderRegions {
  readonly provider: CloudProvider;
  readonly limitedAvailability?: true;
  readonly regions: Partial<Record<GeoRegion, readonly string[]>>;
}

const table: readonly ProviderRegions[] = [
  {
    provider: 'ovh',
    regions: {
      'asia-pacific': ['avn-ovh-mum', 'avn-ovh-sgp1', 'avn-ovh-syd1'],
      europe: [
        'avn-ovh-de1',
        'avn-ovh-gra',
        'avn-ovh-gra1',
        'avn-ovh-gra11',
        'avn-ovh-gra3',
        'avn-ovh-gra5',
        'avn-ovh-gra7',
        'avn-ovh-gra9',
        'avn-ovh-mil',
        'avn-ovh-par',
        'avn-ovh-rbx-a',
        'avn-ovh-sbg5',
        'avn-ovh-sbg7',
        'avn-ovh-uk1',
        'avn-ovh-waw1',
      ],
      'north america': ['avn-ovh-bhs', 'avn-ovh-bhs1', 'avn-ovh-bhs3', 'avn-ovh-bhs5'],
    },
  },
  {
    provider: 'aws',
    regions: {
      africa: ['aws-af-south-1'],
      'asia-pacific': [
        'aws-ap-east-1',
        'aws-ap-northeast-1',
        'aws-ap-northeast-2',
        'aws-ap-northeast-3',
        'aws-ap-south-1',
        'aws-ap-south-2',
        'aws-ap-southeast-1',
        'aws-ap-southeast-3',
      ],
      australia: ['aws-ap-southeast-2', 'aws-ap-southeast-4'],
      europe: [
        'aws-eu-central-1',
        'aws-eu-central-2',
        'aws-eu-north-1',
        'aws-eu-south-1',
        'aws-eu-south-2',
        'aws-eu-west-1',
        'aws-eu-west-2',
        'aws-eu-west-3',
      ],
      'north america': ['aws-ca-central-1', 'aws-us-east-1', 'aws-us-east-2', 'aws-us-west-1', 'aws-us-west-2'],
      'south america': ['aws-sa-east-1'],
    },
  },
  {
    provider: 'azure',
    regions: {
      africa: ['azure-south-africa-north'],
      'asia-pacific': [
        'azure-eastasia',
        'azure-india-central',
        'azure-india-south',
        'azure-indonesia-central',
        'azure-japaneast',
        'azure-japanwest',
        'azure-korea-central',
        'azure-korea-south',
        'azure-southeastasia',
      ],
      australia: ['azure-australia-central', 'azure-australiaeast', 'azure-australiasoutheast'],
      europe: [
        'azure-france-central',
        'azure-germany-north',
        'azure-germany-westcentral',
        'azure-northeurope',
        'azure-norway-east',
        'azure-norway-west',
        'azure-sweden-central',
        'azure-switzerland-north',
        'azure-uksouth',
        'azure-ukwest',
        'azure-westeurope',
      ],
      'middle east': ['azure-qatar-central', 'azure-uae-north'],
      'north america': [
        'azure-canadacentral',
        'azure-canadaeast',
        'azure-centralus',
        'azure-eastus',
        'azure-eastus2',
        'azure-mexico-central',
        'azure-northcentralus',
        'azure-southcentralus',
        'azure-westcentralus',
        'azure-westus',
        'azure-westus2',
        'azure-westus3',
      ],
      'south america': ['azure-brazilsouth'],
    },
  },
  {
    provider: 'do',
    regions: {
      'asia-pacific': ['do-blr', 'do-sgp'],
      australia: ['do-syd'],
      europe: ['do-ams', 'do-fra', 'do-lon'],
      'north america': ['do-nyc', 'do-sfo', 'do-tor'],
    },
  },
  {
    provider: 'google',
    regions: {
      africa: ['google-africa-south1'],
      'asia-pacific': [
        'google-asia-east1',
        'google-asia-east2',
        'google-asia-northeast1',
        'google-asia-northeast2',
        'google-asia-northeast3',
        'google-asia-south1',
        'google-asia-south2',
        'google-asia-southeast1',
        'google-asia-southeast2',
      ],
      australia: ['google-australia-southeast1', 'google-australia-southeast2'],
      europe: [
        'google-europe-central2',
        'google-europe-north1',
        'google-europe-north2',
        'google-europe-southwest1',
        'google-europe-west1',
        'google-europe-west10',
        'google-europe-west12',
        'google-europe-west2',
        'google-europe-west3',
        'google-europe-west4',
        'google-europe-west6',
        'google-europe-west8',
        'google-europe-west9',
      ],
      'middle east': ['google-me-central1', 'google-me-central2', 'google-me-west1'],
      'north america': [
        'google-northamerica-northeast1',
        'google-northamerica-northeast2',
        'google-northamerica-south1',
        'google-us-central1',
        'google-us-east1',
        'google-us-east4',
        'google-us-east5',
        'google-us-south1',
        'google-us-west1',
        'google-us-west2',
        'google-us-west3',
        'google-us-west4',
      ],
      'south america': ['google-southamerica-east1', 'google-southamerica-west1'],
    },
  },
  {
    provider: 'upcloud',
    regions: {
      'asia-pacific': ['upcloud-sg-sin'],
      australia: ['upcloud-au-syd'],
      europe: [
        'upcloud-de-fra',
        'upcloud-dk-cph',
        'upcloud-es-mad',
        'upcloud-fi-hel',
        'upcloud-fi-hel1',
        'upcloud-fi-hel2',
        'upcloud-nl-ams',
        'upcloud-no-svg',
        'upcloud-pl-waw',
        'upcloud-se-sto',
        'upcloud-uk-lon',
      ],
      'north america': ['upcloud-us-chi', 'upcloud-us-nyc', 'upcloud-us-sjo'],
    },
  },
  {
    provider: 'oci',
    limitedAvailability: true,
    regions: {
      'asia-pacific': [
        'ap-melbourne-1',
        'ap-mumbai-1',
        'ap-osaka-1',
        'ap-seoul-1',
        'ap-singapore-1',
        'ap-sydney-1',
        'ap-tokyo-1',
      ],
      europe: ['eu-frankfurt-1', 'eu-milan-1', 'eu-turin-1', 'uk-london-1'],
      'middle east': ['me-dubai-1', 'me-jeddah-1', 'me-riyadh-1'],
      'north america': ['ca-montreal-1', 'us-ashburn-1', 'us-phoenix-1'],
      'south america': ['sa-saopaulo-1'],
    },
  },
];

/**
 * Every public cloud on sale: 171 regions of seven providers. A project's own list can be shorter, and can hold custom clouds.
 * @see documentation, list of clouds, generated from `GET /v1/clouds` (read 2026-11-20)
 */
export const clouds: readonly Cloud[] = table.flatMap(({ provider, limitedAvailability, regions }) =>
  geoRegions.flatMap((geoRegion) =>
    (regions[geoRegion] ?? []).map((name): Cloud =>
      limitedAvailability ? { name, provider, geoRegion, limitedAvailability } : { name, provider, geoRegion },
    ),
  ),
);
