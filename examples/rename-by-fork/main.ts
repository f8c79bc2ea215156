import { synthesize } from '../example';
import { renameByFork } from './stack';

synthesize(renameByFork);
