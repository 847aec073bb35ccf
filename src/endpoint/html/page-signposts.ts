import type {Situation} from '../../contract/situation.js';
import {needsQuickExit} from '../../domain/questionnaire/needs-quick-exit.js';
import {currentPage, type Journey} from '../../domain/questionnaire/journey.js';
import {visiblePages} from '../../domain/questionnaire/visible-pages.js';
import {situationOf} from '../../domain/questionnaire/situation-of.js';
import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import {endingSignposts} from '../../domain/signposting/ending-signposts.js';
import {neutralSite} from '../../domain/signposting/neutral-site.js';
import {isStory, occasionOf, occasionWords, signpostsOn, type Occasion} from '../../domain/signposting/occasions.js';
import {whoCanHelp, type Signpost} from '../../domain/signposting/who-can-help.js';
import {attributes, html, type Html} from './html.js';
import {signpostListHtml, type SignpostContext} from './signpost-list-html.js';
import type {LocalisedSet} from './localised-set.js';
import {plainWords} from './plain-words.js';

/**
 * Who can help, on a page of the form: beside the story for everybody; for what
 * was answered on the page before, as these pages cannot show it at once; and for
 * staff. It never stands in the way.
 */
export function signpostsOnPage(localised: LocalisedSet, journey: Journey): Html | undefined {
  const {pages, draft} = visiblePages(journey.set, journey.draft);
  const here = currentPage(journey);
  const before = pages.find(({page}) => page.id === journey.trail.at(-1))?.questions ?? [];
  const answered = before.flatMap(({id}) => occasionOn(id, draft) ?? []);
  const beside = here?.questions.some(isStory) && !answered.includes('danger') ? unfolding('danger', localised, draft, false) : undefined;
  const staff = here?.page.id === 'protection' ? section('staff', localised, draft) : undefined;
  return html`${answered.map((each) => (each === 'danger' ? unfolding(each, localised, draft, true) : section(each, localised, draft)))}${beside}${staff}`;
}

/** What an answer is the occasion for. Whether a complaint was answered is asked on a page after it, and changes its way. */
function occasionOn(question: string, {answers}: DraftResponse): Occasion | undefined {
  const isAnswered = question === 'service-answered' && answers[question] === 'yes';
  const asked = isAnswered ? 'told-service' : question;
  return occasionOf(asked, answers[asked]);
}

/** The two or three who fit, for the end of the form. */
export function endingPart(localised: LocalisedSet, draft: DraftResponse): Html | undefined {
  const {signposts: pointing, receiver, words} = localised;
  if (!pointing) return undefined;
  const signposts = endingSignposts(situationOf(draft), receiver.role, findIn(pointing));
  return html`<h2>${occasionWords(words).ending}</h2>${signpostListHtml(signposts, words, pointing.today)}`;
}

function unfolding(occasion: Occasion, localised: LocalisedSet, draft: DraftResponse, isOpen: boolean): Html | undefined {
  const list = listFor(occasion, localised, draft, false);
  const {[occasion]: title, dangerWho} = occasionWords(localised.words);
  return list && html`<details ${attributes({open: isOpen})}><summary>${title}</summary>${occasion === 'danger' && html`<p>${dangerWho}</p>`}${list}</details>`;
}

function section(occasion: Occasion, localised: LocalisedSet, draft: DraftResponse): Html | undefined {
  const list = listFor(occasion, localised, draft);
  return list && html`<h2>${occasionWords(localised.words)[occasion]}</h2>${list}`;
}

function listFor(occasion: Occasion, {signposts, words}: LocalisedSet, draft: DraftResponse, isUnderHeading = true): Html | undefined {
  return signposts && signpostListHtml(signpostsOn(occasion, situationOf(draft), findIn(signposts)), words, signposts.today, isUnderHeading);
}

function findIn({directory, today}: SignpostContext): (situation: Situation) => Signpost[] {
  return (situation) => whoCanHelp(directory, situation, today);
}

/** A way off the page that stays on the screen, for whom it could harm to be seen here; what it does is said on the first page that has it. */
export function quickExitPart({words}: LocalisedSet, draft: DraftResponse, journey?: Journey): Html | undefined {
  if (!needsQuickExit(draft)) return undefined;
  const own = plainWords(words);
  return html`<p class="leave screen-only">${leavingLink(own.leave)}</p>${journey && isNewlyDelicate(journey) && html`<p class="hint screen-only">${own.historyStays}</p>`}`;
}

/** The same once more before everything else, for those who hear the page from its top. */
export function quickExitLink({words}: LocalisedSet, draft: DraftResponse): Html | undefined {
  return needsQuickExit(draft) ? leavingLink(plainWords(words).leave, 'skip') : undefined;
}

function leavingLink(words: string, className?: string): Html {
  return html`<a href="${neutralSite.address}" rel="noopener noreferrer" referrerpolicy="no-referrer" ${attributes({class: className})}>${words}</a>`;
}

/** Whether it is the answers of the page before that make it so. */
function isNewlyDelicate({draft, trail, set}: Journey): boolean {
  const before = set.pages.find(({id}) => id === trail.at(-1))?.questions.map(({id}) => id) ?? [];
  const earlier = Object.fromEntries(Object.entries(draft.answers).filter(([question]) => !before.includes(question)));
  return !needsQuickExit({...draft, answers: earlier});
}
