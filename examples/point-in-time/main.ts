import { synthesize } from '../example';
import { pointInTime } from './stack';

synthesize(pointInTime);
