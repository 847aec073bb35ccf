import type {Answer} from '../../contract/answers.js';
import type {Situation} from '../../contract/situation.js';
import type {Words} from '../../locale/words.js';
import type {Signpost} from './who-can-help.js';

/** Why a form points to somebody. */
export type Occasion = 'danger' | 'complaint' | 'detained' | 'died' | 'child' | 'staff';

const occasions: readonly (readonly [question: string, answers: readonly string[], occasion: Occasion])[] = [
  ['risk', ['yes', 'unsure'], 'danger'],
  ['told-service', ['complaint'], 'complaint'],
  ['detained', ['yes'], 'detained'],
  ['died', ['yes'], 'died'],
  ['under-18', ['yes'], 'child'],
];

/** The occasion that an answer to a question of ours gives. */
export function occasionOf(question: string, answer: Answer | undefined): Occasion | undefined {
  return occasions.find(([id, answers]) => id === question && answers.includes(String(answer)))?.[2];
}

/** Whether some answer to a question gives an occasion. */
export function mayPoint(question: string): boolean {
  return occasions.some(([id]) => id === question);
}

/** Whether a question is where people tell, so that help in danger stands beside it for everybody. */
export function isStory({id, kind}: {id: string; kind: string}): boolean {
  return kind === 'long-text' && (id === 'story' || id === 'comment');
}

/** Who can help on an occasion, best first. 999 is left out where the page says it already; `find` gives it first. */
export function signpostsOn(occasion: Occasion, situation: Situation, find: (situation: Situation) => Signpost[]): Signpost[] {
  const {age, ...others} = situation;
  switch (occasion) {
    case 'danger': return find({danger: 'now', ...(age && {age})}).slice(0, 6);
    // `age` is that of who tells; whose care it was may be anybody.
    case 'complaint': return complaintSteps(others, find);
    case 'detained': return find({detained: 'yes', danger: 'no'}).slice(1, 3);
    case 'died': return find({died: 'yes', danger: 'no'}).slice(1, 4);
    case 'child': return find({age: 'child'}).filter(({body}) => body.id === '999' || body.id === 'childline').reverse();
    case 'staff': return find({wants: 'report-as-staff', danger: 'no'}).slice(1, 5);
  }
}

/** The way of a complaint, without whom people are led to whatever they want: a helpline, or the regulator, is no step of it. */
function complaintSteps(situation: Situation, find: (asked: Situation) => Signpost[]): Signpost[] {
  const {nation, service} = situation;
  const anyway = new Set(find({...(nation && {nation}), ...(service && {service}), wants: 'tell', danger: 'no'}).map(({body}) => body.id));
  return find({...situation, danger: 'no'}).filter(({body: {id}}) => id === 'provider' || !anyway.has(id));
}

/** What stands over those who can help, by the occasion, and at the end of a form; and what to know before asking for help in danger. */
export function occasionWords({msg}: Words): Readonly<Record<Occasion | 'ending' | 'dangerWho', string>> {
  return {
    danger: msg('In danger: who can help'),
    dangerWho: msg('To get help, you may need to say who is in danger and where.'),
    complaint: msg('This form is not a complaint, and we cannot resolve one. These are the steps of a complaint.'),
    detained: msg('Who can help people detained under the Mental Health Act'),
    died: msg('Who can help after a death'),
    child: msg('Who can help you'),
    staff: msg('Who can help people who speak up at work'),
    ending: msg('Who can help'),
  };
}
