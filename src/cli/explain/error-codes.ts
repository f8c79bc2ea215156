import { byCodeUnit } from '../../domain';
import { storeErrors, type ErrorMeaning } from './store-error-codes';

/** A code with what the process ends with. */
interface ErrorCode extends ErrorMeaning {
  readonly exitCode: number;
}

const byExitCode: Readonly<Record<number, Readonly<Record<string, ErrorMeaning>>>> = {
  1: {
    FC_CARRIER_MISSING: {
      meaning:
        "The backend 'null_resource' needs a package that is not installed, or that there is none of: for cdktn.",
      remedy:
        "Use the backend 'terraform_data', which needs nothing, or with cdktf install @cdktf/provider-null. Both need Terraform 1.4.",
    },
    FC_CLOCK_FROZEN: {
      meaning: "Something is waited for that comes with time, and the registry's clock stands still.",
      remedy: 'Move the clock with forkcast registry advance DURATION (the message says how far), then run again.',
    },
    FC_CONFIGURATION: {
      meaning: 'A construct is declared in a way that it cannot work from.',
      remedy: 'Change the declaration at the path that the message names.',
    },
    FC_CREATE_ONLY_KEYS_CHANGED: {
      meaning: 'A setting that is read only while a service is made was changed on a live one.',
      remedy: 'Take the change back, or declare the service under another name.',
    },
    FC_DRY_RUN: {
      meaning: 'The block of the provider asks for a dry run: the request is told and was not sent.',
      remedy: 'Read the request. To send it, take dry_run out of real_forks and apply again.',
    },
    FC_FORKCAST_MISSING: {
      meaning: 'A service, or a policy, is declared where no Forkcast says which project and registry it belongs to.',
      remedy: 'Add new Forkcast(...) at the top of the stack, and declare a policy in that stack too.',
    },
    FC_FORKCAST_TWICE: {
      meaning: 'Two Forkcast constructs stand at one scope, so it is open which one counts.',
      remedy: 'Keep one of them, or move one to a scope below.',
    },
    FC_FORK_KEYS_CHANGED: {
      meaning: 'Fork keys of a live service were changed; they are read only while it is made.',
      remedy: "Take the change back, declare another fork, or allow the loss of this one with onForkChange: 'replace'.",
    },
    FC_NAME_TAKEN: {
      meaning:
        "A live service of that name is another's, is being made, or is held by nobody: it is never taken over by itself.",
      remedy:
        'Import it, or take it over with the line of forkcast service adopt that the message spells; or choose another name.',
    },
    FC_NAME_UNSENDABLE: {
      meaning:
        'A name such as .. would be another path in the request that asks for it, and reach another thing. Nothing was sent.',
      remedy: 'See the name with the command that lists, and give it as it stands there.',
    },
    FC_NOT_AS_EXPECTED: {
      meaning:
        "A service became another's, or was ended and made anew, between the plan and the change: nothing was done.",
      remedy: 'Plan again, and read who holds it: forkcast service get NAME.',
    },
    FC_NOT_CONFIRMED: {
      meaning: 'A question had to be answered with yes, and was not. Nothing was changed.',
      remedy: 'Answer it, or confirm with the flag that the message names.',
    },
    FC_NO_SUCH_SERVICE: {
      meaning: 'The project has no live service of that name.',
      remedy: 'See forkcast service list, and --project.',
    },
    FC_OTHER_TYPE: {
      meaning:
        'A service of that name is there already, of another type than the one that was asked for: it was left as it is.',
      remedy: 'Choose another name, or ask for the type that it has.',
    },
    FC_REAL_ACCOUNT: {
      meaning:
        'A change was asked for at an address where no simulator of Forkcast answers, but a real account may. Nothing was sent.',
      remedy:
        'Allow it in the block of the provider (allow_real, real_forks), make the fork with the tools of its vendor, or ' +
        'rehearse it at a simulator that forkcast registry serve serves.',
    },
    FC_REAL_FORK_REFUSED: {
      meaning:
        'What was asked for at a real account goes beyond what the block of the provider allows. Nothing was sent.',
      remedy: 'The message names the bound: change the fork, or what allow_real and real_forks allow.',
    },
    FC_REGISTRY_FILE_EXISTS: {
      meaning: 'There is a registry already where forkcast registry init was to make one.',
      remedy: 'Use it, or make it anew with --force, which forgets its history but its tokens.',
    },
    FC_REPLACEMENT_PROTECTED: {
      meaning: 'A fork was to be replaced, and its termination protection is on.',
      remedy: 'Turn the protection off in a step of its own, or take the change back.',
    },
    FC_REQUEST_REFUSED: {
      meaning: 'The registry refused a request, and sent no code that says why. Nothing was changed.',
      remedy: 'Read its message.',
    },
    FC_RULE_TEST: {
      meaning: 'A rule of your own does not do what its examples say.',
      remedy: 'Change the rule or the examples that the message lists; docs/own-rules.md tells what testRule looks at.',
    },
    FC_SERVICE_LOST: {
      meaning: 'A service that was waited for was powered off or terminated by someone else.',
      remedy: 'Find out why, then run again.',
    },
    FC_SERVICE_RENAMED: {
      meaning: 'A live service was declared under another name or project, which would end it.',
      remedy:
        "Put the name back and fork the service under the new name, or allow the loss with onForkChange: 'replace'.",
    },
    FC_SERVICE_TYPE_CHANGED: {
      meaning: 'A live service was declared with another type; it never becomes one.',
      remedy: 'Declare it under another name, or terminate the old one first.',
    },
    FC_TOOLKIT_MIXED: {
      meaning: 'The constructs were imported for one toolkit, cdktf or cdktn, and the app is of the other.',
      remedy:
        "Import from 'forkcast' in an app of cdktf, from 'forkcast/cdktn' in one of cdktn: everything of the app from one of them.",
    },
    FC_UPGRADE_NOT_POSSIBLE: {
      meaning:
        "The vendor's upgrade_check says that the service cannot come to the version that is declared: nothing was changed.",
      remedy: 'Do what the check says, or leave the version as it is.',
    },
    FC_WAIT_CANCELLED: { meaning: 'Waiting was interrupted. What was made stays.', remedy: 'Run again to wait on.' },
    FC_WAIT_TIMED_OUT: {
      meaning: 'Time ran out before a service was ready. What was made stays.',
      remedy: 'Run again to wait on, or allow it more time.',
    },
    FC_WORLD_STEP_REFUSED: {
      meaning: 'The registry refused a step of a world. Nothing of it is kept: what was there before is as it was.',
      remedy: 'Correct the step that the message names.',
    },
    ...storeErrors[1],
  },
  2: {
    FC_INTAKE: {
      meaning: 'What was to be judged is no synth output, or a damaged one.',
      remedy: 'Run cdktf synth, and name the folder that it wrote.',
    },
    FC_PROVIDER_POLICY: {
      meaning: 'The policy in the block of the provider cannot be read as one.',
      remedy: 'The message names the key and what it may hold: docs/policy.md shows a whole one.',
    },
    FC_PROVIDER_REGISTRY: {
      meaning: 'The Terraform provider is told of a registry that it cannot plan and apply against.',
      remedy: 'Set registry in the block of the provider, or FORKCAST_REGISTRY, to sqlite:PATH or http://HOST:PORT.',
    },
    FC_REAL_TERMS: {
      meaning: 'What the block of the provider allows at a real account, allow_real or real_forks, cannot be read.',
      remedy: 'Write both: the projects by name, and how many forks, with which plans and for how long.',
    },
    FC_RESOURCE_INVALID: {
      meaning: 'A declared service reached the engine with fields that it does not know.',
      remedy: 'Synthesize again with this release of Forkcast.',
    },
    FC_REVIEW_UNREADABLE: {
      meaning: 'A stored review that was to be shown is none, or was made by a later release.',
      remedy: 'Make one with forkcast review PATH --format json, or show it with the release that made it.',
    },
    FC_SECRET_MISSING: {
      meaning: 'A secret is declared by the name of an environment variable, and that is not set.',
      remedy: 'Set the variable, then run again.',
    },
    FC_USAGE: {
      meaning: 'The command line asks for something that the command does not offer.',
      remedy: 'See forkcast --help, or --help after the command.',
    },
    FC_WORLD_UNREADABLE: {
      meaning: 'A world file does not have the shape of one.',
      remedy: 'Correct it at the field that the message names; its schema is docs/schema/world.schema.json.',
    },
    FC_WRONG_REGISTRY_KIND: {
      meaning: 'The command needs a registry of another kind: one that answers, or the file of one.',
      remedy: 'Name another with --registry; a snapshot serves forkcast check alone.',
    },
  },
  3: {
    FC_CONTRACT_BROKEN: {
      meaning: 'The registry answered something that the API does not allow.',
      remedy: 'See that the address is one of a registry, and that it runs a release that fits this one.',
    },
    FC_FACTS_UNREADABLE: {
      meaning: 'A registry or snapshot that was named cannot be read.',
      remedy: 'Correct --registry or FORKCAST_REGISTRY, or take a new snapshot with forkcast registry snapshot.',
    },
    FC_FILE_UNREADABLE: {
      meaning: 'A file or folder that the command line names is not there, may not be read, or holds something else.',
      remedy: 'Correct the path, or the file at the place that the message names.',
    },
    FC_KEY_UNUSABLE: {
      meaning: 'The key that is given for a new registry is none.',
      remedy:
        'Give 64 hexadecimal digits in FORKCAST_REGISTRY_KEY, or nothing: a key is made then, beside the registry.',
    },
    FC_LISTEN_REFUSED: {
      meaning:
        'A registry cannot be served where it was told to: the address is taken, not there, or open to others without a token.',
      remedy: 'Choose another --listen, or make a token with forkcast registry token create.',
    },
    FC_REGISTRY_UNREACHABLE: {
      meaning: 'The registry gave no answer: its file is not there, nothing listens, or the connection broke.',
      remedy: 'Make one with forkcast registry init, or name another with --registry or FORKCAST_REGISTRY.',
    },
    ...storeErrors[3],
  },
  70: {
    FC_BUG: {
      meaning: 'Something happened in Forkcast that its authors held impossible.',
      remedy: 'Report it, with the command line and the whole message.',
    },
    FC_PROTOCOL_PROVIDER_BUG: {
      meaning: 'A part of the Terraform provider broke a promise of its own framework.',
      remedy: 'Report it, with the whole message.',
    },
    FC_PROTOCOL_VALUE: {
      meaning: 'Terraform and its provider disagree about the type of a value.',
      remedy: 'See that the state was written by this release of the provider; otherwise report it.',
    },
    FC_PROTOCOL_WIRE: {
      meaning: 'Bytes between Terraform and its provider are not what their protocol says.',
      remedy: 'Report it, with the version of Terraform.',
    },
  },
  130: {
    FC_CANCELLED: {
      meaning: 'A question was answered with Ctrl-C or Ctrl-D. Nothing was changed.',
      remedy: 'Run it again when you want to go on; what flags answer is not asked.',
    },
  },
};

/** Every code with which Forkcast itself gives up, by name. Stable: a code is never reused. */
export const errorCodes: Readonly<Record<string, ErrorCode>> = Object.fromEntries(
  Object.entries(byExitCode)
    .flatMap(([exitCode, codes]) =>
      Object.entries(codes).map(([code, told]) => [code, { exitCode: Number(exitCode), ...told }] as const),
    )
    .sort(([left], [right]) => byCodeUnit(left, right)),
);
