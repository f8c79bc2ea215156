import { runCompiled } from './run-compiled';

/** What a line of help or a version needs is little of the program. */
const isHelp = /^(-.*|help|completion)$/;

/** What people type. */
runCompiled('forkcast-program.js', { module, require, folder: __dirname }, () => !isHelp.test(process.argv[2] ?? '-'));
