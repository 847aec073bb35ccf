import type {Question} from '../../../contract/question-set.js';
import {isAnswered} from '../../../domain/questionnaire/conditions.js';
import {isFolded} from '../../../domain/questionnaire/folded.js';
import {currentPage, placeBehind, type Journey} from '../../../domain/questionnaire/journey.js';
import {visiblePages} from '../../../domain/questionnaire/visible-pages.js';
import type {DraftResponse} from '../../../domain/questionnaire/draft-response.js';
import {nameOf} from '../../../domain/questionnaire/words/placeholder-values.js';
import {formWords} from '../../../domain/questionnaire/words/form-words.js';
import {questionText} from '../../../domain/questionnaire/words/question-text.js';
import {errorSummary, faultLinks} from '../../html/error-summary.js';
import {attributes, html, type Html} from '../../html/html.js';
import {proseParagraphs} from '../../html/prose-html.js';
import {placeholdersOf, headingOf, type LocalisedSet} from '../../html/localised-set.js';
import {putInWords, type QuestionInWords} from '../../html/question-in-words.js';
import {contactControl} from './contact-control.js';
import {choiceControls, shareControls, textControl} from '../../html/form-controls.js';
import {dateControl} from './date-control.js';
import {carryingForm, formPage, notice} from '../../html/form-page.js';
import {plainWords} from '../../html/plain-words.js';
import {quickExitPart, signpostsOnPage} from '../../html/page-signposts.js';
import {notListed, serviceControl, type FoundServices} from './service-control.js';
import type {ServiceNaming, PlainFormSession} from './plain-form-session.js';

/** What a page shows beside the journey itself. */
export interface Shown {
  /** All that goes on to the next page, sealed. */
  carried: string;
  /** Sentences above the question. */
  notices?: readonly string[];
  /** What stands under the buttons: answers so far, where a person should see them. */
  below?: Html | undefined;
  naming: ServiceNaming;
  found?: FoundServices | undefined;
  isContactUndecided?: boolean | undefined;
  typedDates?: PlainFormSession['typedDates'];
}

/** The page that asks something, or only informs. */
export function questionPage(localised: LocalisedSet, journey: Journey, shown: Shown): string {
  const here = currentPage(journey);
  if (!here) throw new RangeError(`No page of ${localised.set.id} is at ${journey.at}`);
  const {draft} = visiblePages(journey.set, journey.draft);
  const [first] = here.questions;
  const {title, body = []} = localised.text.pages[here.page.id] ?? {};
  const asked = here.questions.map((question) =>
    withVisibleControls(putInWords(question, {spoken: localised, told: draft, faults: journey.faults, isHeading: title === undefined && question === first}), shown));
  const faults = asked.flatMap((each) => each.faults);
  const words = formWords(localised.words);
  return formPage(localised, draft, {
    heading: headingOf(localised, here.page.id, first?.id, {...draft, about: undefined}),
    isForSome: here.page.when !== undefined || first?.when !== undefined,
    isFaulty: journey.faults.length > 0,
    main: html`${faults.length > 0 && errorSummary(words.thereIsAProblem, faultLinks(faults))}${quickExitPart(localised, journey.draft, journey)}${notice(shown.notices ?? [])}${answeredBefore(localised, journey)}
${carryingForm(shown.carried, html`
${title !== undefined && html`<h1>${headingOf(localised, here.page.id, undefined, draft)}</h1>`}${caption(here.questions, body, draft)}${proseParagraphs(body, placeholdersOf(localised, draft))}
${asked.map((each) => foldable(each, control(each, shown)))}
<div class="buttons">
<button type="submit" name="_do" value="continue">${words.continue}</button>
${placeBehind(journey) !== undefined && html`<button type="submit" class="secondary" name="_do" value="back" formnovalidate>${words.back}</button>`}
</div>`)}${signpostsOnPage(localised, journey)}${shown.below}`,
  });
}

/** What it is about, where the page neither asks nor says that. */
function caption(questions: readonly Question[], body: readonly string[], draft: DraftResponse): Html | undefined {
  const name = nameOf(draft.about);
  const isSaid = questions.length === 0 || questions.some(({kind}) => kind === 'service') || body.some((text) => text.includes('{service}'));
  return isSaid || name === undefined ? undefined : html`<p class="caption"><bdi>${name}</bdi></p>`;
}

/** A question under its own words until somebody opens it, where the set says so. It stays open where it was answered. */
function foldable(asked: QuestionInWords, drawn: Html): Html {
  const {question, draft, label, faults} = asked;
  const isOpen = faults.length > 0 || isAnswered(draft.answers[question.id]);
  return isFolded(question, draft) ? html`<details class="folded" ${attributes({open: isOpen})}><summary>${label}</summary>${drawn}</details>` : drawn;
}

function control(question: QuestionInWords, {naming, found, isContactUndecided = false, typedDates = {}}: Shown): Html {
  switch (question.question.kind) {
    case 'choice':
    case 'choices': return choiceControls(question);
    case 'text':
    case 'long-text': return textControl(question);
    case 'date': return dateControl(question, typedDates[question.question.id]);
    case 'share': return shareControls(question);
    case 'contact': return contactControl(question, isContactUndecided);
    case 'service': return serviceControl(question, naming, found);
  }
}

/** Points a fault in a service's name at the field that stands on this page. */
function withVisibleControls(question: QuestionInWords, {naming, found}: Shown): QuestionInWords {
  const {kind, id} = question.question;
  if (kind !== 'service') return question;
  const standsThere = found === undefined ? 'query' : found !== 'unavailable' && found.length > 0 && naming.pick !== notListed ? 'pick' : 'name';
  return {...question, faults: question.faults.map((fault) => (fault.control === `${id}-name` ? {...fault, control: `${id}-${standsThere}`} : fault))};
}

/**
 * What appears when the answer on the page before is chosen, such as help in
 * danger. The style sheet shows it there at once; a reader who did not see it
 * gets it here.
 */
export function answeredBefore(localised: LocalisedSet, journey: Journey): Html | undefined {
  const {pages, draft} = visiblePages(journey.set, journey.draft);
  const before = pages.find(({page}) => page.id === journey.trail.at(-1))?.questions ?? [];
  const then = before.flatMap((question) => thenOf(question, localised, draft.answers[question.id], journey));
  if (then.length === 0) return undefined;
  return html`<div class="inset said-before" role="note" aria-label="${plainWords(localised.words).helpFromBefore}">${proseParagraphs(then, placeholdersOf(localised, draft))}</div>`;
}

function thenOf(question: Question, localised: LocalisedSet, answer: unknown, {draft}: Journey): readonly string[] {
  if (question.kind !== 'choice' || typeof answer !== 'string') return [];
  return questionText(localised.text, question.id, draft).choices?.[answer]?.then ?? [];
}

