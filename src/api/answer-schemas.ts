import * as z from 'zod/mini';
import { once } from '../domain';
import {
  backupRegionsAnswer,
  backupsAnswer,
  clockAnswer,
  contentsAnswer,
  databaseAnswer,
  integrationAnswer,
  lagReportAnswer,
  lineageChainAnswer,
  outagesAnswer,
  projectAnswer,
  rowsAnswer,
  rowsWrittenAnswer,
  serviceAnswer,
  statusAnswer,
  tagsAnswer,
  userAnswer,
} from './answers';

type Schema = z.ZodMiniType;

const under = (key: string, schema: Schema): Schema => z.looseObject({ [key]: schema });
const service = () => under('service', serviceAnswer());
const integration = () => under('service_integration', integrationAnswer());
const project = () => under('project', projectAnswer());
const user = () => under('user', userAnswer());

/** The answer to an operation with status 200, by the operation's id; an operation that is not here answers some object. */
export const answerSchemas: () => Readonly<Record<string, Schema>> = once(() => ({
  ServiceCreate: service(),
  ServiceGet: service(),
  ServiceUpdate: service(),
  ServiceResetCredentials: service(),
  ServiceList: under('services', z.array(serviceAnswer())),
  ProjectServiceTagsList: tagsAnswer(),
  ServiceBackupsGet: backupsAnswer(),
  ServiceBackupToAnotherRegionReport: under('metrics', lagReportAnswer()),
  BackupRegionStatus: backupRegionsAnswer(),
  ServiceDatabaseList: under('databases', z.array(databaseAnswer())),
  ServiceUserCreate: user(),
  ServiceUserGet: user(),
  ServiceIntegrationCreate: integration(),
  ServiceIntegrationGet: integration(),
  ServiceIntegrationUpdate: integration(),
  ServiceIntegrationList: under('service_integrations', z.array(integrationAnswer())),
  ProjectList: under('projects', z.array(projectAnswer())),
  ProjectGet: project(),
  ProjectCreate: project(),
  RowsRead: rowsAnswer(),
  RowWrite: rowsWrittenAnswer(),
  RowsGenerate: rowsWrittenAnswer(),
  ContentsGet: contentsAnswer(),
  LineageGet: lineageChainAnswer(),
  ClockGet: clockAnswer(),
  ClockSet: clockAnswer(),
  ClockAdvance: clockAnswer(),
  OutageList: outagesAnswer(),
  OutageSet: outagesAnswer(),
  StatusGet: statusAnswer(),
}));

/** The body of every answer that is not 2xx, in the vendor's shape. @see API reference, error shape (read 2026-11-20) */
export const errorAnswer: () => Schema = once(() =>
  z.looseObject({
    message: z.string(),
    errors: z.array(
      z.looseObject({
        message: z.string(),
        status: z.int(),
        error_code: z.string(),
        predicted_by: z.optional(z.array(z.string())),
        more_info: z.optional(z.string()),
      }),
    ),
  }),
);
