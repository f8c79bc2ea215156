import type { BackupLocation, ServiceDeclaration } from './declaration';
import type { UserConfigs } from './user-config';

/** The service types that can be declared, by the API's names. */
export type ServiceTypeName = keyof UserConfigs;

/** The plan, which only a fork from the secondary location may leave to the control plane: it gets its source's. */
type Placement =
  | {
      /** Size and topology on sale, such as `business-4`. */
      readonly plan: string;
      /** Assert the storage location that a fork is restored from. @default the control plane decides */
      readonly from?: BackupLocation;
    }
  | {
      /** @default the plan of the source */
      readonly plan?: string;
      /** Restore from the copies in the second region. */
      readonly from: 'secondary';
    };

/** The types that can be restored to an instant. */
export type PointInTimeTypeName = {
  [Type in ServiceTypeName]: 'recoveryTargetTime' extends keyof UserConfigs[Type] ? Type : never;
}[ServiceTypeName];

/** The types that can be restored from a backup chosen by name. */
export type NamedBackupTypeName = {
  [Type in ServiceTypeName]: 'recoveryBasebackupName' extends keyof UserConfigs[Type] ? Type : never;
}[ServiceTypeName];

/** The types that can be forked. */
export type ForkableTypeName = {
  [Type in ServiceTypeName]: 'serviceToForkFrom' extends keyof UserConfigs[Type] ? Type : never;
}[ServiceTypeName];

type TypedKey = 'serviceType' | 'userConfig' | 'latestTransaction' | 'plan' | 'from';

/** A service of one type: the type says which settings there are. */
export type ServiceProps<Type extends ServiceTypeName> = Omit<ServiceDeclaration, TypedKey> &
  Placement & {
    /** Engine, by the API's name. */
    readonly serviceType: Type;
    /** Settings of the engine, the fork keys among them. @default the vendor's */
    readonly userConfig?: UserConfigs[Type];
    /**
     * Restore the newest transaction instead of the newest backup; its time is settled once, at create. Only where a continuous
     * log is kept.
     * @default false
     */
    readonly latestTransaction?: Type extends PointInTimeTypeName ? boolean : never;
  };
