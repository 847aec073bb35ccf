import type {Answers} from '../../contract/answers.js';
import type {Urgency} from '../../contract/submission.js';

/**
 * How soon a person must look, from the answers alone.
 *
 * `quick` asks only `risk`, so only `risk` counts there. Nothing lowers it.
 */
export function urgencyOf(answers: Answers): Urgency {
  if (answers['risk'] === 'yes') return 'immediate';
  if (answers['risk'] === 'unsure' || chose(answers, 'topics', 'rights')) return 'concern';
  const wentBadly = answers['experience'] === 'poor' || answers['experience'] === 'mixed';
  const isAtRisk = answers['relationship'] === 'staff' || answers['also-staff'] === 'yes' || answers['under-18'] === 'yes';
  return wentBadly && isAtRisk ? 'concern' : 'none';
}

function chose(answers: Answers, question: string, value: string): boolean {
  const answer = answers[question];
  return typeof answer === 'string' ? answer === value : (answer?.includes(value) ?? false);
}
