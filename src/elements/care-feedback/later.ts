import {isLast} from '../../questionnaire/journey.js';
import {checkAnswers} from '../../questionnaire/places.js';
import {checkPage} from './check-answers.js';
import {back, complete} from './doing.js';
import {errorMessage} from './error-message.js';
import {laterStyles} from './later-styles.js';
import {continueButton, page} from './page.js';
import {goOn} from './posting.js';
import {problems} from './problems.js';
import {choices} from './questions/choices.js';
import {contact} from './questions/contact.js';
import {date} from './questions/date.js';
import {oneChoice} from './questions/one-choice.js';
import {service} from './questions/service.js';
import {share} from './questions/share.js';
import {longText, text} from './questions/text.js';
import {receiptPage} from './receipt.js';
import {sendPart} from './send-part.js';
import type {Asked, Later, View} from './view.js';

/** What the first page does without; it loads while the person reads that page. */
export const later: Later = {styles: laterStyles, complete, goOn, back, content, errorMessage};

function content(view: View): unknown {
  const {form} = view;
  if (form.delivery.is === 'received') return receiptPage(view, form.delivery.receipt);
  if (form.journey.at === checkAnswers) return checkPage(view);
  return page(view, {field, problems: problems(view), end: isLast(form.journey) ? sendPart(view) : continueButton(view)});
}

function field(asked: Asked): unknown {
  switch (asked.question.kind) {
    case 'choice': return oneChoice(asked);
    case 'choices': return choices(asked);
    case 'text': return text(asked);
    case 'long-text': return longText(asked);
    case 'date': return date(asked);
    case 'service': return service(asked);
    case 'share': return share(asked);
    case 'contact': return contact(asked);
  }
}
