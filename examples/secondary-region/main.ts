import { synthesize } from '../example';
import { secondaryRegion } from './stack';

synthesize(secondaryRegion);
