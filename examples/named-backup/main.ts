import { synthesize } from '../example';
import { namedBackup } from './stack';

synthesize(namedBackup);
