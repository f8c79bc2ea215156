import { synthesize } from '../example';
import { crossRegionFork } from './stack';

synthesize(crossRegionFork);
