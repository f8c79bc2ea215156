import type { Apply } from './configuration';

/** Two states, each with a configuration of its own. */
export const workspaces = ['one', 'two'] as const;
export type Workspace = (typeof workspaces)[number];

/** An object of a state, as both the model and the program show it. */
export interface Held {
  readonly label: string;
  readonly isDeposed: boolean;
  readonly isTainted: boolean;
  readonly name: string;
  /** Who holds the service, as the state has it. */
  readonly owner: string | null;
}

/** What people do with Terraform: the model of its core, or the program. */
export interface Terraform {
  /** `terraform apply`; whether it ended without an error. */
  readonly apply: (workspace: Workspace, apply: Apply) => Promise<boolean>;
  /** `terraform taint`, where there is such an object. */
  readonly taint: (workspace: Workspace, label: string) => Promise<void>;
  /** `terraform state rm`. */
  readonly forget: (workspace: Workspace, label: string) => Promise<void>;
  /** The state of one becomes that of the other as well. */
  readonly copy: (from: Workspace, to: Workspace) => Promise<void>;
  /** The state of before the last apply is pushed back. */
  readonly pushOlder: (workspace: Workspace) => Promise<void>;
  readonly held: (workspace: Workspace) => Promise<readonly Held[]>;
}
