import { synthesize } from '../example';
import { clickhouseFewerNodes } from './stack';

synthesize(clickhouseFewerNodes);
