import { serviceKey, serviceTypes, type ServiceFacts } from '../../domain';
import { writtenText } from '../../planner';
import { documented, inferred } from '../cite';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { pass, undecided, violated, type Verdict } from '../verdict';
import { versionChange } from '../versions';
import { isDown } from '../down';

type Message = 'older' | 'replica' | 'off' | 'not-ready' | 'down';

/** The settings that ask for a version. */
const versionKeys = serviceTypes.flatMap(({ versionKey: key }) => (key === undefined ? [] : [`user_config.${key}`]));

/** Rule 95, beyond the reference: the version of a live service goes up only, and only while it runs. */
export const versionNotReachable = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  only: 'change',
  title: 'Live service cannot come to this version',
  why: 'An upgrade of the engine is made in place while the service runs, and cannot be taken back.',
  attribute: 'user_config',
  sources: [
    documented('documentation, products/postgresql/howto/upgrade: the version cannot be taken back'),
    documented('the same page: a read-only replica is upgraded with its primary, not by itself'),
    inferred('what is off, or not ready, cannot be upgraded'),
  ],
  asks: { about: ['not-running'], any: versionKeys },
  predicts: ['version_of_replica', 'version_downgrade', 'service_powered_off', 'service_not_ready', 'cloud_down'],
  messages: {
    older: {
      detail: '{service} runs {title} {current} and cannot go back to {version}.',
      remedy: 'Set {key} to "{current}" or newer, or fork the service from a point before the upgrade.',
    },
    replica: {
      detail:
        '{service} runs {title} {current}, the version of {source}, which it follows, and would come to {version}.',
      remedy:
        'Upgrade {source} instead: its replicas are upgraded with it. Take {key} out here, or set it to "{current}".',
    },
    off: {
      detail: '{service} is powered off, and would be upgraded from {current} to {version}.',
      remedy: 'Power it on in a run of its own first.',
    },
    down: {
      detail: '{service} is stopped, because {cloud} is down, and would be upgraded from {current} to {version}.',
      remedy: 'Wait until {cloud} is back.',
    },
    'not-ready': {
      detail: '{service} is {state}, and would be upgraded from {current} to {version}.',
      remedy: 'Wait until it is RUNNING.',
    },
  },
  check: (subject) => {
    const { live, type, key, current, version, places } = versionChange(subject);
    if (version === current || places.version < 0) return pass;
    const data = { service: serviceKey(live), key, title: type.title, current, version };
    if (live.replicaOf !== null) return judgeReplica(subject, live.replicaOf, data);
    if (places.version < places.current) return violated('older', data, `user_config.${key}`);
    return judgeUpgrade(live, subject, data);
  },
});

/** The same run may upgrade what it follows first, and it with that. */
const judgeReplica = ({ configuration }: Subject, source: string, data: VersionData): Verdict<Message> => {
  const planned = configuration.byName.get(source)?.[0]?.userConfig[data.key];
  return planned === undefined || (planned.known && writtenText(planned.value) !== data.version)
    ? violated('replica', { ...data, source }, `user_config.${data.key}`)
    : undecided(`user_config.${data.key} of ${source}`);
};

type VersionData = Readonly<Record<'service' | 'key' | 'title' | 'current' | 'version', string>>;

const judgeUpgrade = ({ state, cloud }: ServiceFacts, { facts }: Subject, data: VersionData): Verdict<Message> => {
  const attribute = `user_config.${data.key}`;
  if (state === 'POWEROFF') return violated('off', data, attribute);
  if (isDown(cloud, facts)) return violated('down', { ...data, cloud }, attribute);
  return state === 'RUNNING' || state === 'REBALANCING' ? pass : violated('not-ready', { ...data, state }, attribute);
};
