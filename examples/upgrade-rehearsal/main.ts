import { synthesize } from '../example';
import { upgradeRehearsal } from './stack';

synthesize(upgradeRehearsal(process.env['REHEARSE'] === '17' ? '17' : undefined));
