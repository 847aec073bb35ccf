import {questionSetFault} from '../../contract/question-set-guard.js';
import type {QuestionSet} from '../../contract/question-set.js';
import {below} from './endpoint-addresses.js';
import {getJson} from './api-client.js';
import {InvalidResponseError} from './invalid-response-error.js';

/**
 * A question set that the endpoint knows, checked against the contract.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function fetchQuestionSet(endpoint: URL, id: string, signal?: AbortSignal): Promise<QuestionSet> {
  const address = below(endpoint, `v1/question-sets/${encodeURIComponent(id)}`);
  const {value} = await getJson(address, signal);
  const fault = questionSetFault(value);
  if (fault) throw new InvalidResponseError(`${address.href} is not a question set: ${fault}.`);
  return value as QuestionSet;
}
