import { unreachable } from '../domain';
import type { Command, RegistryCommand } from './commands';
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

/**
 * What a command comes to. Pure: it reads the context only, and trusts nothing that the client may have checked.
 * Never throws; the order of its checks is stated beside each command's own function.
 */
export const decide = (command: Command, context: DecideContext): Decision => {
  switch (command.type) {
    case 'CreateService':
      return decideCreateService(context, command);
    case 'UpdateService':
      return decideUpdateService(context, command);
    case 'TerminateService':
      return decideTerminateService(context, command);
    case 'ChangeOwner':
      return decideChangeOwner(context, command);
    case 'ReplaceTags':
      return decideReplaceTags(context, command);
    case 'SetBackupCopyPaused':
      return decideBackupCopyPaused(context, command);
    case 'CreateIntegration':
      return decideCreateIntegration(context, command.project, command.integration);
    case 'UpdateIntegration':
      return decideUpdateIntegration(context, command);
    case 'CreateEndpoint':
      return decideCreateEndpoint(context, command);
    case 'UpdateEndpoint':
      return decideUpdateEndpoint(context, command);
    case 'DeleteEndpoint':
      return decideDeleteEndpoint(context, command);
    case 'CheckUpgrade':
      return decideCheckUpgrade(context, command);
    case 'DeleteIntegration':
      return decideDeleteIntegration(context, command.project, command.integrationId);
    case 'CreateDatabase':
    case 'DeleteDatabase':
    case 'CreateUser':
    case 'DeleteUser':
    case 'ResetUserPassword':
    case 'SetUserAccess':
    case 'ReplaceRoles':
    case 'CreatePool':
    case 'UpdatePool':
    case 'DeletePool':
    case 'WriteRow':
    case 'GenerateRows':
      return decideServiceData(context, command);
    default:
      return decideWide(command, context);
  }
};

const decideWide = (command: RegistryCommand, context: DecideContext): Decision => {
  switch (command.type) {
    case 'CreateRecord':
    case 'ChangeRecord':
    case 'DropRecord':
      return decideRecord(context, command);
    case 'CreateOrganization':
      return decideCreateOrganization(context, command);
    case 'CreateProject':
      return decideCreateProject(context, command);
    case 'UpdateProject':
      return decideUpdateProject(context, command);
    case 'DeleteProject':
      return decideDeleteProject(context, command);
    case 'SetClock':
      return decideSetClock(context, command);
    case 'AdvanceClock':
      return decideAdvanceClock(context, command);
    case 'CreateToken':
      return decideCreateToken(context, command);
    case 'RevokeToken':
      return decideRevokeToken(context, command);
    case 'SetCloudDown':
      return decideCloudDown(context, command);
    case 'AmendCatalogue':
      return decideAmendCatalogue(context, command);
    default:
      return unreachable(command);
  }
};
