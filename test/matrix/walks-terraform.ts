import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ProviderWorkshop } from '../acceptance/provider-workshop';
import {
  type Apply,
  type Block,
  type Configuration,
  project,
  requestsOf,
  timeOf,
} from '../provider/walks/configuration';
import type { Held, Terraform, Workspace } from '../provider/walks/terraform';

/** A state file of Terraform, as far as it is read here. */
interface StateFile {
  readonly resources: readonly {
    readonly name: string;
    readonly instances: readonly {
      readonly deposed?: string;
      readonly status?: string;
      readonly attributes: { readonly service_name: string; readonly owner: string | null };
    }[];
  }[];
}

/** The program, with two states in one folder. */
export class RealTerraform implements Terraform {
  /** What the last apply said. */
  said = '';

  constructor(private readonly shop: ProviderWorkshop) {}

  async apply(workspace: Workspace, apply: Apply): Promise<boolean> {
    this.keep(workspace);
    this.shop.write(hclOf(apply.configuration));
    const { meanwhile } = apply;
    if (meanwhile === undefined) return this.run(apply, ['apply', '-auto-approve', '-backup=-'], workspace);
    const file = join(this.shop.folder, `${workspace}.plan`);
    if (!(await this.run({ ...apply, kill: undefined }, ['plan', `-out=${file}`], workspace))) return false;
    await meanwhile();
    return this.run({ ...apply, refresh: true, replace: undefined }, ['apply', '-backup=-'], workspace, file);
  }

  private async run(
    { kill, refresh, replace }: Apply,
    command: readonly string[],
    workspace: Workspace,
    ...last: readonly string[]
  ): Promise<boolean> {
    // Without time nobody waits: there is one look.
    if (kill !== undefined && (kill.at !== 'look' || kill.nth === 1))
      this.shop.arm(requestsOf[kill.at], `killed ${kill.when}`);
    const flags = [
      ...(refresh ? [] : ['-refresh=false']),
      ...(replace === undefined ? [] : [`-replace=${address(replace)}`]),
    ];
    const ran = await this.shop.terraform(...command, '-input=false', this.flag(workspace), ...flags, ...last);
    this.shop.disarm();
    this.said = ran.text;
    return ran.code === 0;
  }

  async taint(workspace: Workspace, label: string): Promise<void> {
    await this.shop.terraform('taint', '-backup=-', this.flag(workspace), address(label));
  }

  async forget(workspace: Workspace, label: string): Promise<void> {
    await this.shop.terraform('state', 'rm', '-backup=-', this.flag(workspace), address(label));
  }

  copy(from: Workspace, to: Workspace): Promise<void> {
    return this.replaceFile(this.file(from), this.file(to));
  }

  pushOlder(workspace: Workspace): Promise<void> {
    return this.replaceFile(`${this.file(workspace)}.older`, this.file(workspace));
  }

  held(workspace: Workspace): Promise<readonly Held[]> {
    const held = readState(this.file(workspace)).resources.flatMap(({ name: label, instances }) =>
      instances.map(({ deposed, status, attributes: { service_name: name, owner } }) => {
        return { label, isDeposed: deposed !== undefined, isTainted: status === 'tainted', name, owner };
      }),
    );
    return Promise.resolve(held);
  }

  private file(workspace: Workspace): string {
    return join(this.shop.folder, `${workspace}.tfstate`);
  }

  private flag(workspace: Workspace): string {
    return `-state=${this.file(workspace)}`;
  }

  private keep(workspace: Workspace): void {
    void this.replaceFile(this.file(workspace), `${this.file(workspace)}.older`);
  }

  private replaceFile(from: string, to: string): Promise<void> {
    rmSync(to, { force: true });
    if (existsSync(from)) copyFileSync(from, to);
    return Promise.resolve();
  }
}

const readState = (file: string): StateFile =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StateFile) : { resources: [] };

const address = (label: string): string => `forkcast_service.${label}`;

const hclOf = ({ blocks, moved, imports }: Configuration): string =>
  [
    ...[...blocks].map(([label, block]) => blockText(label, block)),
    ...moved.map(({ from, to }) => `moved {\n  from = ${address(from)}\n  to   = ${address(to)}\n}`),
    ...imports.map(({ to, name }) => `import {\n  to = ${address(to)}\n  id = "${project}/${name}"\n}`),
  ].join('\n');

const blockText = (label: string, block: Block): string => {
  const time = timeOf(block);
  return `resource "forkcast_service" "${label}" {
  service_name = "${block.name}"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
  ${block.mayReplace ? 'on_fork_change = "replace"' : ''}
  user_config {
    backup_hour = ${block.hour}
    ${time === undefined ? '' : `service_to_fork_from = "orders"\n    recovery_target_time = "${time}"`}
  }
  lifecycle {
    create_before_destroy = ${block.createFirst}
  }
}`;
};
