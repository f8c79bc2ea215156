import { App } from 'cdktf';
import { crossRegionFork } from './cross-region-fork/stack';
import { namedBackup } from './named-backup/stack';
import { pointInTime } from './point-in-time/stack';
import { renameByFork } from './rename-by-fork/stack';
import { secondaryRegion } from './secondary-region/stack';
import { sourceAndForkInOnePlan } from './source-and-fork-in-one-plan/stack';
import { upgradeRehearsal } from './upgrade-rehearsal/stack';

const legal = [
  crossRegionFork,
  pointInTime,
  namedBackup,
  secondaryRegion,
  upgradeRehearsal(),
  renameByFork,
  sourceAndForkInOnePlan,
];

/** Each example has a world of its own, so all together are judged without facts; its own `main.js` judges with them. */
const facts = { read: () => undefined };

const app = new App();
for (const example of legal) example(app, { facts });
app.synth();
