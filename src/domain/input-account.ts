/** Resources that a service may stand behind and that no rule looked at, with the reason. */
export interface NotJudged {
  /** Terraform's type of them, such as `aiven_alloy`; `module`: a call of a module. */
  readonly type: string;
  readonly addresses: readonly string[];
  /** Words without a full stop. */
  readonly reason: string;
}

/** A service that changed or ended beside Terraform, as a plan found it. */
export interface Drift {
  readonly address: string;
  /** `project/service`; null: not known. */
  readonly name: string | null;
  readonly kind: 'changed' | 'ended';
  /** API names of the settings that are not as the record had them; [] where it ended. */
  readonly settings: readonly string[];
}

/** One file that was judged, and what became of everything in it: each resource is counted once. */
export interface InputAccount {
  /** As it was named. */
  readonly path: string;
  readonly kind: 'synth-output' | 'plan' | 'state';
  /** `partial`: a plan of a part, as with `-target`. `errored`: Terraform refused it while it planned. */
  readonly extent: 'whole' | 'partial' | 'errored';
  /** Services; each of them is one resource. */
  readonly judged: number;
  /** Resources that are no services. */
  readonly others: number;
  readonly notJudged: readonly NotJudged[];
  /** Addresses of services that a plan of a part leaves out, as far as its configuration and record tell. */
  readonly leftOut: readonly string[];
  readonly drift: readonly Drift[];
}
