import { unreachable } from '../domain';
import type { Command } from './commands';
import { decideCreateService } from './decide/create-service';
import type { DecideContext, Decision } from './decide/decision';
import { decideCreateIntegration, decideDeleteIntegration } from './decide/integrations';
import {
  decideAdvanceClock,
  decideAmendCatalogue,
  decideCloudDown,
  decideCreateOrganization,
  decideCreateProject,
  decideSetClock,
} from './decide/registry-wide';
import { decideServiceData } from './decide/service-data';
import { decideBackupCopyPaused, decideReplaceTags, decideTerminateService } from './decide/service-life';
import { decideUpdateService } from './decide/update-service';

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
    case 'ReplaceTags':
      return decideReplaceTags(context, command);
    case 'SetBackupCopyPaused':
      return decideBackupCopyPaused(context, command);
    case 'CreateIntegration':
      return decideCreateIntegration(context, command.project, command.integration);
    case 'DeleteIntegration':
      return decideDeleteIntegration(context, command.project, command.integrationId);
    case 'CreateDatabase':
    case 'DeleteDatabase':
    case 'CreateUser':
    case 'DeleteUser':
    case 'ResetUserPassword':
    case 'CreatePool':
    case 'DeletePool':
    case 'WriteRow':
    case 'GenerateRows':
      return decideServiceData(context, command);
    case 'CreateOrganization':
      return decideCreateOrganization(context, command);
    case 'CreateProject':
      return decideCreateProject(context, command);
    case 'SetClock':
      return decideSetClock(context, command);
    case 'AdvanceClock':
      return decideAdvanceClock(context, command);
    case 'SetCloudDown':
      return decideCloudDown(context, command);
    case 'AmendCatalogue':
      return decideAmendCatalogue(context, command);
    default:
      return unreachable(command);
  }
};
