import type {TemplateResult} from 'lit';
import type {QuestionContext} from '../render-context.js';
import {choice, choices} from './choice-question.js';
import {contact} from './contact-question.js';
import {date} from './date-question.js';
import {longText, text} from './text-question.js';
import {service} from './service-question.js';
import {share} from './share-question.js';

/** What somebody answers a question with, by its kind. */
export function questionControl(context: QuestionContext): TemplateResult {
  switch (context.question.kind) {
    case 'choice': return choice(context);
    case 'choices': return choices(context);
    case 'text': return text(context);
    case 'long-text': return longText(context);
    case 'date': return date(context);
    case 'service': return service(context);
    case 'share': return share(context);
    case 'contact': return contact(context);
  }
}
