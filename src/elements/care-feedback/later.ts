import {checkPage} from './check-answers.js';
import {faultText} from './fault-text.js';
import {send} from './posting.js';
import {problems} from './problems.js';
import {contact} from './questions/contact.js';
import {date} from './questions/date.js';
import {service} from './questions/service.js';
import {share} from './questions/share.js';
import {longText, text} from './questions/text.js';
import {receiptPage} from './receipt.js';
import {sendPart} from './send-part.js';
import type {Asked, Later} from './view.js';

/** What the first page does without; it loads while the person reads that page. */
export const later: Later = {field, faultText, problems, checkPage, sendPart, receiptPage, send};

function field(asked: Asked): unknown {
  switch (asked.question.kind) {
    case 'text': return text(asked);
    case 'long-text': return longText(asked);
    case 'date': return date(asked);
    case 'share': return share(asked);
    case 'contact': return contact(asked);
    default: return service(asked);
  }
}
