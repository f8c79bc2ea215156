import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleStandIn } from '../provider/null-provider/bundle';
import { repositoryRoot } from '../source-tree';
import { terraformIn, withProvider } from './provider-twin';
import { inWorkshop, whenTerraform, type Workshop } from './workshop';

const genuine = process.env['FORKCAST_VENDOR_PROVIDER'];
const secret = 's3cr3t-of-the-source';

const configuration = `
terraform {
  required_providers {
    forkcast = { source = "terraform.local/forkcast/forkcast" }
    aiven    = { source = "aiven/aiven" }
  }
}

provider "forkcast" {
  project = "demo"
}

provider "aiven" {
  api_token = "none"
}
`;

const moved = `
moved {
  from = aiven_pg.source
  to   = forkcast_service.source
}

resource "forkcast_service" "source" {
  service_name = "source-pg"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
}
`;

/** A state of the vendor's provider, with what it keeps in the clear. */
const state = JSON.stringify({
  version: 4,
  terraform_version: '1.11.4',
  serial: 1,
  lineage: 'b6f2a0de-1d7e-4c26-9a53-0c8a7f7a9d11',
  outputs: {},
  resources: [
    {
      mode: 'managed',
      type: 'aiven_pg',
      name: 'source',
      provider: 'provider["registry.terraform.io/aiven/aiven"]',
      instances: [
        {
          schema_version: 1,
          attributes: {
            id: 'demo/source-pg',
            project: 'demo',
            service_name: 'source-pg',
            plan: 'business-4',
            cloud_name: 'google-europe-west1',
            service_uri: `postgres://avnadmin:${secret}@host:1/defaultdb`,
            service_password: secret,
          },
          sensitive_attributes: [],
        },
      ],
    },
  ],
});

/** The environment of commands that find the vendor's provider beside ours. */
const withVendor = (workshop: Workshop, install: (file: string) => void) => {
  const env = withProvider(workshop);
  const mirror = join(workshop.folder, '.forkcast/provider/mirror');
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const place = `registry.terraform.io/aiven/aiven/4.61.0/${process.platform}_${arch}`;
  const file = join(mirror, place, 'terraform-provider-aiven_v4.61.0');
  mkdirSync(dirname(file), { recursive: true });
  install(file);
  const rc = join(workshop.folder, 'both.rc');
  writeFileSync(rc, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
  return { ...env, TF_CLI_CONFIG_FILE: rc };
};

const isMoved = (install: (file: string) => void) => () =>
  inWorkshop('cross-region-fork', (workshop) => {
    const env = withVendor(workshop, install);
    const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
    const stateFile = join(workshop.folder, 'terraform.tfstate');
    const before = workshop.services();
    writeFileSync(join(workshop.folder, 'main.tf'), configuration + moved);
    writeFileSync(stateFile, state);
    expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
    const planned = terraform('plan', '-no-color', '-input=false', '-out=plan.bin');
    expect(planned).toMatchObject({ code: 0 });
    expect(planned.text).toMatch(/moved from aiven_pg\.source[^]*0 to add, 1 to change, 0 to destroy[^]*is taken over/);
    expect(terraform('apply', '-no-color', '-input=false', 'plan.bin')).toMatchObject({ code: 0 });
    const kept = readFileSync(stateFile, 'utf8');
    expect(kept).not.toContain(secret);
    expect(kept).toMatch(/"owner": "[\w-]+"/);
    expect(workshop.services()).toBe(before);
    expect(terraform('plan', '-no-color', '-input=false', '-detailed-exitcode')).toMatchObject({ code: 0 });
  });

whenTerraform('a service of the vendor’s provider that a block moved brings here', () => {
  const story = 'is the live service, announced and taken over, and the state has no secret of it';
  const main = join(repositoryRoot, 'test/provider/vendor-provider/main.ts');

  test(
    `${story} (a stand-in with its schema)`,
    isMoved((file) => bundleStandIn(file, main)),
  );

  if (genuine === undefined) test.skip(`${story} (skipped: FORKCAST_VENDOR_PROVIDER names no binary)`, () => undefined);
  else
    test(
      `${story} (the genuine one)`,
      isMoved((file) => copyFileSync(genuine, file)),
    );
});
