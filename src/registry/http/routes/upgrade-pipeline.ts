import type { AnswerOf, Contract, UpgradeStepBody, upgradePipelineOperations } from '../../../api';
import { given, isJsonObject, toRfc3339 } from '../../../domain';
import { textIn, type DatedRecord } from '../../records';
import type { Registry } from '../../registry';
import { onAccount } from '../account-bodies';
import { answered, carryOut, onExecuted, onPosted, refused, type Reply } from '../answer';
import { holderBody } from '../holder-body';
import type { Routes } from '../route';

const kind = 'upgrade_step';
type OneStep = AnswerOf<Contract['UpgradePipelineStepGet']>;

/** How the registry answers operations on upgrade pipelines: steps are kept, and nothing is upgraded by them. */
export const upgradePipelineRoutes: Routes<typeof upgradePipelineOperations> = {
  UpgradePipelineStepList: (registry, { at }) =>
    onAccount(registry, at.organization, ({ id }) =>
      answered({
        steps: registry
          .records('', kind)
          .filter(({ value }) => value['organization'] === id)
          .map(stepBody),
      }),
    ),

  UpgradePipelineStepCreate: (registry, { at, body }) =>
    onAccount(registry, at.organization, ({ id: organization }) => {
      const delay = body.auto_validation_delay_days ?? usualDelayDays;
      const value = { ...body, organization, auto_validation_delay_days: delay };
      return onExecuted(registry, { type: 'CreateRecord', kind, value }, ({ id }) =>
        oneStep(registry, { organization, step: id ?? '' }),
      );
    }),

  UpgradePipelineStepGet: (registry, { at }) => oneStep(registry, at),

  UpgradePipelineStepUpdate: (registry, { at, body }) => {
    const value = given({ auto_validation_delay_days: body.auto_validation_delay_days });
    return onStep(registry, at, () =>
      onExecuted(registry, { type: 'ChangeRecord', kind, id: at.step, value }, () => oneStep(registry, at)),
    );
  },

  UpgradePipelineStepDelete: (registry, { at }) =>
    onStep(registry, at, ({ id }) => carryOut(registry, { type: 'DropRecord', kind, id }, 'deleted')),

  UpgradePipelineStepValidate: (registry, { at, body, holder }) =>
    onPosted(registry, at, () => {
      const { user } = holderBody(holder);
      const validation = {
        comment: body?.comment ?? '',
        validated_at: toRfc3339(registry.clock().now),
        validated_by_user: user ?? '',
      };
      const steps = registry
        .records('', kind)
        .filter(
          ({ value }) => value['source_project_name'] === at.project && value['source_service_name'] === at.service,
        );
      if (steps.length === 0) {
        return refused('record_not_found', `No step of an upgrade pipeline begins at ${at.project}/${at.service}.`);
      }
      for (const step of steps) {
        const value = { last_validation: validation };
        const outcome = registry.execute({ type: 'ChangeRecord', kind, id: step.id, value });
        if (outcome.kind === 'refused') return refused(outcome.refusal.code, outcome.refusal.message);
      }
      return answered({ message: 'validated' });
    }),
};

/** @see go-client-codegen, UpgradePipelineStepCreateIn (read 2026-11-27) */
const usualDelayDays = 7;

type StepPlace = Readonly<Record<'organization' | 'step', string>>;

const onStep = <Body>(
  registry: Registry,
  { organization, step: id }: StepPlace,
  answer: (step: DatedRecord) => Reply<Body>,
): Reply<Body> =>
  onAccount(registry, organization, (account) => {
    const step = registry.records('', kind).find((record) => record.id === id);
    return step?.value['organization'] === account.id
      ? answer(step)
      : refused('record_not_found', `Organization ${organization} has no upgrade step ${id}`);
  });

const oneStep = (registry: Registry, at: StepPlace): Reply<OneStep> =>
  onStep(registry, at, (step) => answered(stepBody(step)));

const stepBody = ({ id, value }: DatedRecord): UpgradeStepBody => {
  const { last_validation: told, auto_validation_delay_days: delay } = value;
  return {
    step_id: id,
    source_project_name: textIn(value, 'source_project_name'),
    source_service_name: textIn(value, 'source_service_name'),
    destination_project_name: textIn(value, 'destination_project_name'),
    destination_service_name: textIn(value, 'destination_service_name'),
    auto_validation_delay_days: typeof delay === 'number' ? delay : usualDelayDays,
    last_validation:
      told !== undefined && isJsonObject(told)
        ? {
            comment: textIn(told, 'comment'),
            validated_at: textIn(told, 'validated_at'),
            validated_by_user: textIn(told, 'validated_by_user'),
          }
        : null,
  };
};
