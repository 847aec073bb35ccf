import {html, nothing, type TemplateResult} from 'lit';
import type {Question} from '../../contract/question-set.js';
import type {Words} from '../../locale/words.js';
import {checkAnswers, currentPage, isLast, placeBehind} from '../../questionnaire/journey.js';
import {line} from '../../questionnaire/words/fill.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {versionFor} from '../../questionnaire/words/version.js';
import {checkPage} from './check-answers.js';
import type {FeedbackForm} from './feedback-form.js';
import {keptPage} from './kept-page.js';
import {problems} from './problems.js';
import {choice, choices} from './questions/choice.js';
import {contact} from './questions/contact.js';
import {date} from './questions/date.js';
import {foldable} from './questions/folded.js';
import {controlId} from './questions/parts.js';
import {service} from './questions/service.js';
import {share} from './questions/share.js';
import {longText, text} from './questions/text.js';
import {receiptPage} from './receipt.js';
import {sendPart} from './send-part.js';
import {page, surface} from './surface.js';
import {faultText, viewOf, type Asked, type View} from './view.js';
import {elementWords} from './words.js';

// By its id: what it asks comes with other code.
const quick = 'quick';

/** Whatever is to be seen at the place where a person is. */
export function draw(form: FeedbackForm, words: Words): TemplateResult {
  const view = viewOf(form, words);
  // On every page, so that what is asked for tells nobody what was answered.
  void form.pointing?.learn(form.element.language());
  return surface(view, {form, turn: form.turn, content: content(view), heard: heardAtOnce(view), emergency: form.pointing?.emergency(view)});
}

/** That it has arrived: heard before the focus moves to where it can be read. */
function heardAtOnce({form: {delivery}, words}: View): string | undefined {
  if (delivery.is !== 'received') return undefined;
  const {received, accepted} = endingWords(words);
  return delivery.receipt ? received : accepted;
}

function content(view: View): TemplateResult {
  const {form} = view;
  if (form.delivery.is === 'received') return receiptPage(view, form.delivery.receipt);
  if (form.delivery.is === 'kept') return keptPage(view, form.delivery);
  return form.journey.at === checkAnswers ? checkPage(view) : questionPage(view);
}

function questionPage(view: View): TemplateResult {
  const {form, spoken} = view;
  const here = currentPage(form.journey);
  const words = spoken.text.pages[here?.page.id ?? ''];
  // A question that does not apply keeps its place, so that what stands behind it is not drawn anew when it comes.
  const fieldOf = (question: Question): unknown[] => {
    const place = here?.questions.indexOf(question) ?? -1;
    return place < 0 ? [nothing, nothing] : [field(ask(question, view, !words?.title && place === 0)), form.pointing?.under(question, view)];
  };
  return page(view, {
    ...words,
    back: placeBehind(form.journey) ? () => form.back() : undefined,
    problems: problems(view),
    subject: subject(view),
    lang: spoken.lang,
    isBusy: form.delivery.is === 'sending',
    // One list, not lists in a list: Lit then keeps the control of the first form that has the focus.
    questions: [
      ...(here?.page.questions ?? []).flatMap((question) => fieldOf(question)),
      form.pointing?.after(here?.questions ?? [], view),
      form.pointing?.on(here?.page.id, view),
      ...(placeBehind(form.journey) ? [] : (form.keeping?.stuck?.draw(view.words) ?? [])),
    ],
    ...(isLast(form.journey) && {end: sendPart(view)}),
  });
}

/** What `quick` is about, which nothing else on its page says. Its line is kept for a name that may come late. */
function subject({form, blanks, words}: View): TemplateResult | typeof nothing {
  const {set, told} = form.journey;
  if (set.id !== quick || !told.about || currentPage(form.journey)?.questions.some(({kind}) => kind === 'service')) return nothing;
  return html`<p class="subject" aria-live="polite">${line(elementWords(words).tellingAbout, blanks)}</p>`;
}

/** A question with the words that hold for what was told. */
function ask(question: Question, view: View, isHeading: boolean): Asked {
  const {spoken, told, blanks, around, form} = view;
  const words = versionFor(spoken.text.questions[question.id] ?? {label: question.id}, told);
  const label = line(words.label, blanks);
  // Whether to share, or to be contacted, is plainly the person's to say.
  const isOptional = question.required === false && question.kind !== 'share' && question.kind !== 'contact';
  const fault = form.journey.faults.find((each) => each.question === question.id && !each.part);
  return {
    scene: view,
    question,
    text: words,
    label: isOptional ? around.optional(label) : label,
    isHeading,
    id: controlId(question.id),
    error: fault && faultText(fault, view),
  };
}

function field(asked: Asked): TemplateResult {
  return foldable(asked, control(asked));
}

function control(asked: Asked): TemplateResult {
  switch (asked.question.kind) {
    case 'choice': return choice(asked);
    case 'choices': return choices(asked);
    case 'text': return text(asked);
    case 'long-text': return longText(asked);
    case 'date': return date(asked);
    case 'service': return service(asked);
    case 'share': return share(asked);
    case 'contact': return contact(asked);
  }
}
