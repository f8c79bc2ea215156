import type { Construct } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import type { ForkableTypeName, NamedBackupTypeName, PointInTimeTypeName, ServiceTypeName } from './service-props';
import type { UserConfigs } from './user-config';

/** Which state a fork starts from, as far as its type lets one choose. */
export type Recovery<Type extends ServiceTypeName> =
  | 'latest-backup'
  | (Type extends PointInTimeTypeName ? 'latest-transaction' | { readonly time: string } : never)
  | (Type extends NamedBackupTypeName ? { readonly backup: string } : never);

/** The keys that `fork` writes itself. */
type ForkKey =
  | 'serviceToForkFrom'
  | 'projectToForkFrom'
  | 'recoveryTargetTime'
  | 'recoveryBasebackupName'
  | 'pgServiceToForkFrom'
  | 'pgReadReplica';

/** What a fork of a type that can be forked says of itself; the rest follows from its source. */
interface ForkProps<Type extends ServiceTypeName> extends Omit<
  ServiceDeclaration,
  'serviceType' | 'userConfig' | 'latestTransaction'
> {
  /**
   * `{ time }` ISO 8601, `{ backup }` by name, `'latest-transaction'` resolved once at create, or the newest backup,
   * which can be hours old.
   * @default 'latest-backup'
   */
  readonly recovery?: Recovery<Type>;
  /** Settings of the fork; keys that it leaves out are the source's. @default the source's */
  readonly userConfig?: Omit<UserConfigs[Type], ForkKey>;
  /** Where the fork is declared. @default beside its source */
  readonly scope?: Construct;
}

/** What a fork says of itself; a type that cannot be forked has nothing to say. */
export type ForkOptions<Type extends ServiceTypeName> = Type extends ForkableTypeName ? ForkProps<Type> : never;

/** What a fork from the second backup region says of itself: it runs in that region, on the source's plan. */
export type SecondaryForkOptions<Type extends ServiceTypeName> = Type extends ForkableTypeName
  ? Omit<ForkProps<Type>, 'plan' | 'from'>
  : never;

/** What a rename says: the new name, and what shall differ after all. */
export type RenameOptions<Type extends ServiceTypeName> = Type extends ForkableTypeName
  ? Pick<ServiceDeclaration, 'timeouts' | 'dependsOn' | 'integrations' | 'terminationProtection' | 'tags'> & {
      /** The name of the service that replaces this one. */
      readonly newName: string;
      /** @default the newest transaction where the type keeps a continuous log, else the newest backup */
      readonly recovery?: Recovery<Type>;
      /** Where the new service is declared. @default beside its source */
      readonly scope?: Construct;
    }
  : never;
