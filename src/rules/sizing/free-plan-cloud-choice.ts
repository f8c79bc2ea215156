import { planOf } from '../asked';
import { documented } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 46: free and developer plans leave no choice of place. */
export const freePlanCloudChoice = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Cloud, VPC and static addresses of this plan cannot be chosen',
  why: 'Free and developer services run where the vendor puts them.',
  attribute: 'cloud_name',
  sources: [documented('documentation, free and developer tiers')],
  predicts: ['free_plan_cloud_choice'],
  messages: {
    cloud: {
      detail: '{plan} is a {tier} plan, and cloud_name is {cloud}.',
      remedy: 'Leave cloud_name out, or choose a plan of a paid tier.',
    },
    vpc: {
      detail: '{plan} is a {tier} plan, and project_vpc_id is {vpc}.',
      remedy: 'Leave project_vpc_id out, or choose a plan of a paid tier.',
    },
    'static-ips': {
      detail: '{plan} is a {tier} plan, and static addresses are asked for, {count} in number.',
      remedy: 'Leave static_ips out, or choose a plan of a paid tier.',
    },
  },
  check: (subject) => {
    const { address, cloud, projectVpcId, staticIps } = subject.request;
    const { name, tier } = planOf(subject);
    if (tier !== 'free' && tier !== 'developer') return notApplicable;
    const about = { plan: name, tier };
    if (cloud.known && cloud.value !== undefined) return violated('cloud', { ...about, cloud: cloud.value });
    if (projectVpcId.known && projectVpcId.value !== undefined) {
      return violated('vpc', { ...about, vpc: projectVpcId.value }, 'project_vpc_id');
    }
    if (staticIps.known && staticIps.value.length > 0) {
      return violated('static-ips', { ...about, count: staticIps.value.length }, 'static_ips');
    }
    const open = [
      ...(cloud.known ? [] : ['cloud_name']),
      ...(projectVpcId.known ? [] : ['project_vpc_id']),
      ...(staticIps.known ? [] : ['static_ips']),
    ];
    return open.length === 0 ? pass : undecided(...open.map((name) => `${name} of ${address}`));
  },
});
