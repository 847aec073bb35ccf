import {html, nothing, type TemplateResult} from 'lit';
import type {Question} from '../../contract/question-set.js';
import {checkAnswers, currentPage, isLast, placeBehind, sendsFromItsPage} from '../../domain/questionnaire/journey.js';
import {fillLine} from '../../domain/questionnaire/words/placeholders.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {versionFor} from '../../domain/questionnaire/words/question-text.js';
import {checkPage} from './check-answers.js';
import {formShell, page, type ShellOwner} from './form-shell.js';
import {waitingPage} from './waiting-page.js';
import {problems} from './problems.js';
import {foldable} from './questions/folded-question.js';
import {controlId} from './questions/field-parts.js';
import {questionControl} from './questions/question-control.js';
import {receiptPage} from './receipt-view.js';
import {faultText, type QuestionContext, type RenderContext} from './render-context.js';
import {sendPart} from './send-part.js';
import {elementWords} from './element-words.js';

/** Whatever is to be seen at the place where a person is. */
export function render(context: RenderContext, owner: ShellOwner): TemplateResult {
  return formShell(context, {...owner, turn: context.session.turn, content: content(context), heard: heardAtOnce(context), emergency: context.signposts?.emergency(context)});
}

/** That it has arrived: heard before the focus moves to where it can be read. */
function heardAtOnce({session: {delivery}, words}: RenderContext): string | undefined {
  if (delivery.is !== 'received') return undefined;
  const {received, accepted} = endingWords(words);
  return delivery.receipt ? received : accepted;
}

function content(context: RenderContext): TemplateResult {
  const {delivery, journey} = context.session;
  if (delivery.is === 'received') return receiptPage(context, delivery.receipt);
  if (delivery.is === 'kept') return waitingPage(context, delivery);
  return journey.at === checkAnswers ? checkPage(context) : questionPage(context);
}

function questionPage(context: RenderContext): TemplateResult {
  const {session: {journey, delivery}, spoken, signposts, undelivered, step} = context;
  const here = currentPage(journey);
  const isFirst = placeBehind(journey) === undefined;
  const words = spoken.text.pages[here?.page.id ?? ''];
  // A question that does not apply keeps its place, so that what stands behind it is not drawn anew when it comes.
  const fieldOf = (question: Question): unknown[] => {
    const place = here?.questions.indexOf(question) ?? -1;
    return place < 0 ? [nothing, nothing] : [field(ask(question, context, !words?.title && place === 0)), signposts?.under(question, context)];
  };
  return page(context, {
    ...words,
    back: isFirst ? undefined : () => step({do: 'back'}),
    problems: problems(context),
    subject: subject(context),
    lang: spoken.lang,
    isBusy: delivery.is === 'sending',
    // One list, not lists in a list: Lit then keeps the control of the first form that has the focus.
    questions: [
      ...(here?.page.questions ?? []).flatMap((question) => fieldOf(question)),
      signposts?.after(here?.questions ?? [], context),
      signposts?.on(here?.page.id, context),
      ...((isFirst && undelivered?.render(context.words)) || []),
    ],
    ...(isLast(journey) && {end: sendPart(context)}),
  });
}

/** What a set is about that is sent from its page: nothing there says it otherwise, nor a check of all answers. Its line is kept for a name that may come late. */
function subject({session: {journey}, spoken, placeholders: blanks, words}: RenderContext): TemplateResult | typeof nothing {
  const here = currentPage(journey);
  const isSaid = spoken.text.pages[journey.at]?.body?.some((text) => text.includes('{service}'));
  if (!sendsFromItsPage(journey) || isSaid || !journey.draft.about || here?.questions.some(({kind}) => kind === 'service')) return nothing;
  return html`<p class="subject" aria-live="polite">${fillLine(elementWords(words).tellingAbout, blanks)}</p>`;
}

/** A question with the words that hold for what was told. */
function ask(question: Question, context: RenderContext, isHeading: boolean): QuestionContext {
  const {spoken, draft, placeholders: blanks, formWords: around, session} = context;
  const words = versionFor(spoken.text.questions[question.id] ?? {label: question.id}, draft);
  const label = fillLine(words.label, blanks);
  // Whether to share, or to be contacted, is plainly the person's to say.
  const isOptional = question.required === false && question.kind !== 'share' && question.kind !== 'contact';
  const fault = session.journey.faults.find((each) => each.question === question.id && !each.part);
  return {
    context,
    question,
    text: words,
    label: isOptional ? around.optional(label) : label,
    isHeading,
    id: controlId(question.id),
    error: fault && faultText(fault, context),
  };
}

function field(context: QuestionContext): TemplateResult {
  return foldable(context, questionControl(context));
}
