import { synthesize } from '../example';
import { publishedSampleWrongCloud } from './stack';

synthesize(publishedSampleWrongCloud);
