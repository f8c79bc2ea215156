import { printableText } from '../../../domain';
import { typeAt } from '../cty/equal';
import { encodeValue } from '../cty/msgpack';
import { type CtyType, tupleOf } from '../cty/type';
import { ProviderBugError } from '../error';
import type { ProviderFunction } from '../provider';
import { bytesField, intField, message, readMessage, textField } from '../wire/protobuf';
import { readDynamic, type Rpc } from './context';

export const callFunction: Rpc = {
  answer: (request, { provider }) => {
    const name = request.text(1);
    const found = provider.functions?.find((one) => one.name === name);
    if (found === undefined) throw new ProviderBugError(`There is no function ${name}.`);
    const args = request.all(2).map((bytes, index) => readDynamic(parameterType(found, index), readMessage(bytes)));
    const answer = found.call(...args);
    if (answer.kind === 'refused') return refusal(answer.why, answer.argument);
    return message(bytesField(1, message(bytesField(1, encodeValue(found.returns, answer.value)))));
  },
  refuse: (why) => refusal(`${why} This is a bug in the provider: please report it to its authors.`, undefined),
};

/** Core ends the text with a full stop. The index of an argument is written also when it is 0: its presence says that it is at fault. */
const refusal = (why: string, argument: number | undefined): Uint8Array =>
  message(
    bytesField(
      2,
      message(textField(1, printableText(why).replace(/\.$/, '')), intField(2, argument, { present: true })),
    ),
  );

const parameterType = ({ parameters, variadic }: ProviderFunction, index: number): CtyType =>
  parameters[index]?.type ?? variadic?.type ?? typeAt(tupleOf([]), 0);
