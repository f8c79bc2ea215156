import { synthesize } from '../example';
import { sourceAndForkInOnePlan } from './stack';

synthesize(sourceAndForkInOnePlan);
