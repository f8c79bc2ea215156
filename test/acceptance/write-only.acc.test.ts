import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { terraformIn, withProvider } from './provider-twin';
import { inWorkshop, whenTerraform } from './workshop';

const secret = 'w0-secret-of-the-run';

const configuration = `
terraform {
  required_providers {
    forkcast = { source = "terraform.local/forkcast/forkcast" }
  }
}

provider "forkcast" {
  project = "demo"
}

variable "secret" {
  type      = string
  ephemeral = true
}

resource "forkcast_service" "made" {
  service_name       = "made"
  service_type       = "pg"
  plan               = "business-4"
  cloud_name         = "aws-eu-central-1"
  secrets_wo         = { admin_password = var.secret }
  secrets_wo_version = 1
}

resource "forkcast_service_user" "ada" {
  service_name        = forkcast_service.made.service_name
  username            = "ada"
  password_wo         = var.secret
  password_wo_version = 1
}

ephemeral "forkcast_service_connection" "made" {
  service_name = forkcast_service_user.ada.service_name
  depends_on   = [forkcast_service_user.ada]
}

ephemeral "forkcast_service_connection" "there" {
  service_name = "source-pg"
}

resource "terraform_data" "uses_them" {
  provisioner "local-exec" {
    command     = "printf '%s\\n%s\\n' \\"$MADE\\" \\"$THERE\\" > told.txt"
    environment = {
      MADE  = ephemeral.forkcast_service_connection.made.uri
      THERE = ephemeral.forkcast_service_connection.there.uri
    }
  }
}
`;

/** The files of a ZIP archive, one after another, as text of single bytes. */
const unzipped = (file: string): string => {
  const archive = readFileSync(file);
  const parts: string[] = [];
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 4)) {
    const [method, size, from] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 42),
    ];
    const start = from + 30 + archive.readUInt16LE(from + 26) + archive.readUInt16LE(from + 28);
    const bytes = archive.subarray(start, start + size);
    parts.push((method === 0 ? bytes : inflateRawSync(bytes)).toString('latin1'));
  }
  return parts.join('\n');
};

whenTerraform('what is ephemeral and write-only', () => {
  test('makes a service, a user and connections, and stands in no plan and no state', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      const env = { ...withProvider(workshop), TF_VAR_secret: secret };
      const at = (name: string): string => join(workshop.folder, name);
      const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
      writeFileSync(at('main.tf'), configuration);
      expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
      expect(terraform('plan', '-no-color', '-input=false', '-out=plan.bin')).toMatchObject({ code: 0 });
      const made = terraform('apply', '-no-color', '-input=false', 'plan.bin');
      expect(made).toMatchObject({ code: 0 });
      const [ours = '', theirs = ''] = readFileSync(at('told.txt'), 'utf8').trim().split('\n');
      const drawn = /avnadmin:(\w+)@/.exec(theirs)?.[1] ?? '';
      expect([ours, drawn]).toEqual([expect.stringContaining(`avnadmin:${secret}@`), expect.stringMatching(/^AVNS_/)]);
      const again = terraform('plan', '-no-color', '-input=false', '-out=again.bin', '-detailed-exitcode');
      expect(again).toMatchObject({ code: 0 });
      const kept = [
        unzipped(at('plan.bin')),
        unzipped(at('again.bin')),
        readFileSync(at('terraform.tfstate'), 'latin1'),
      ];
      expect(kept.map((text) => text.includes('made'))).toEqual([true, true, true]);
      for (const text of [...kept, made.text, again.text]) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(drawn);
      }
    });
  });
});
