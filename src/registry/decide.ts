import type { Command } from './commands';
import { decideChangeOwner } from './decide/change-owner';
import { decideCreateService } from './decide/create-service';
import type { DecideContext, Decision } from './decide/decision';
import { decideCreateEndpoint, decideDeleteEndpoint, decideUpdateEndpoint } from './decide/endpoints';
import { decideCreateIntegration, decideDeleteIntegration, decideUpdateIntegration } from './decide/integrations';
import { decideCreateProject, decideDeleteProject, decideUpdateProject } from './decide/projects';
import {
  decideAdvanceClock,
  decideAmendCatalogue,
  decideCloudDown,
  decideCreateOrganization,
  decideSetClock,
} from './decide/registry-wide';
import { decideRecord } from './decide/records';
import { decideServiceData } from './decide/service-data';
import { decideBackupCopyPaused, decideReplaceTags, decideTerminateService } from './decide/service-life';
import { decideCreateToken, decideRevokeToken } from './decide/tokens';
import { decideUpdateService } from './decide/update-service';
import { decideCheckUpgrade } from './decide/upgrade-check';

type CommandType = Command['type'];
type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;

/** Who decides of which command. */
const deciders: {
  readonly [Type in CommandType]: (context: DecideContext, command: CommandOf<Type>) => Decision;
} = {
  CreateService: decideCreateService,
  UpdateService: decideUpdateService,
  TerminateService: decideTerminateService,
  ChangeOwner: decideChangeOwner,
  ReplaceTags: decideReplaceTags,
  SetBackupCopyPaused: decideBackupCopyPaused,
  CheckUpgrade: decideCheckUpgrade,
  CreateIntegration: decideCreateIntegration,
  UpdateIntegration: decideUpdateIntegration,
  DeleteIntegration: decideDeleteIntegration,
  CreateEndpoint: decideCreateEndpoint,
  UpdateEndpoint: decideUpdateEndpoint,
  DeleteEndpoint: decideDeleteEndpoint,
  CreateDatabase: decideServiceData,
  DeleteDatabase: decideServiceData,
  CreateUser: decideServiceData,
  DeleteUser: decideServiceData,
  ResetUserPassword: decideServiceData,
  SetUserAccess: decideServiceData,
  ReplaceRoles: decideServiceData,
  CreatePool: decideServiceData,
  UpdatePool: decideServiceData,
  DeletePool: decideServiceData,
  WriteRow: decideServiceData,
  GenerateRows: decideServiceData,
  CreateRecord: decideRecord,
  ChangeRecord: decideRecord,
  DropRecord: decideRecord,
  CreateOrganization: decideCreateOrganization,
  CreateProject: decideCreateProject,
  UpdateProject: decideUpdateProject,
  DeleteProject: decideDeleteProject,
  SetClock: decideSetClock,
  AdvanceClock: decideAdvanceClock,
  CreateToken: decideCreateToken,
  RevokeToken: decideRevokeToken,
  SetCloudDown: decideCloudDown,
  AmendCatalogue: decideAmendCatalogue,
};

/**
 * What a command comes to. Pure: it reads the context only, and trusts nothing that the client may have checked.
 * Never throws; the order of its checks is stated beside each command's own function.
 */
export const decide = <Type extends CommandType>(
  command: { readonly [One in Type]: CommandOf<One> & { readonly type: One } }[Type],
  context: DecideContext,
): Decision => deciders[command.type](context, command);
