import type {Service} from '../../../contract/service.js';
import {serviceWords} from '../../../domain/questionnaire/words/service-words.js';
import {nameOf} from '../../../domain/questionnaire/words/placeholder-values.js';
import {tellingApart} from '../../../domain/questionnaire/which-service.js';
import {attributes, html, type Html, type HtmlPart} from '../../html/html.js';
import type {QuestionInWords} from '../../html/question-in-words.js';
import {choiceId, errorMessageHtml, controlGroup} from '../../html/form-controls.js';
import {partField} from './part-field.js';
import {plainWords} from '../../html/plain-words.js';
import type {Naming, ServiceNaming} from './plain-form-session.js';

/** What a search found; `unavailable` where the list could not be asked. */
export type FoundServices = readonly Service[] | 'unavailable';

/** The choice that stands for a service that is not in the list; no service has such an id. */
export const notListed = 'not-listed';

/**
 * Which service, several services, or care in an area. `found` answers
 * `naming.searched` and is left out before any search.
 */
export function serviceControl(question: QuestionInWords, naming: ServiceNaming, found: FoundServices | undefined): Html {
  const {question: {id}, localised} = question;
  const words = serviceWords(localised.words);
  const kinds: readonly (readonly [Naming, string])[] = [['service', words.one], ['pathway', words.several], ['place', words.area]];
  return html`<div class="naming">
${controlGroup(question, kinds.map(([value, label]) => radio({name: `${id}-kind`, control: choiceId(id, value, value === 'service' ? 0 : 1), value, label, isChosen: naming.kind === value})))}
<div class="of-services">
${partField(question, {part: 'query', label: words.search, value: naming.query})}
<p><button type="submit" class="secondary" name="_do" value="search">${words.find}</button></p>
${found !== undefined && matches(question, naming, found)}
<div class="of-pathway">
<p><button type="submit" class="secondary" name="_do" value="add">${words.add}</button></p>
${naming.chosen.length > 0 && soFar(question, naming)}
</div>
</div>
<div class="of-place">${partField(question, {part: 'place', label: words.place, value: naming.place})}</div>
</div>`;
}

function matches(question: QuestionInWords, naming: ServiceNaming, found: FoundServices): Html {
  const {question: {id}, localised} = question;
  const words = serviceWords(localised.words);
  const byName = html`<div class="by-name">
${partField(question, {part: 'name', label: words.name, value: naming.name})}
${partField(question, {part: 'town', label: words.town, value: naming.town})}
</div>`;
  if (found === 'unavailable') return html`<p class="inset">${words.cannotSearch}</p>${byName}`;
  if (found.length === 0) return html`<p class="inset">${words.noneFound}</p>${byName}`;
  const fault = question.faults.find(({control}) => control === `${id}-pick`);
  return html`<div class="field" ${attributes({'data-faulty': Boolean(fault)})}>
<fieldset class="picks" ${attributes({'aria-describedby': fault && `${id}-pick-error`})}>
<legend>${words.pick}</legend>
${errorMessageHtml(question, `${id}-pick-error`, fault)}
${found.map((service, position) => radio({
    name: `${id}-pick`, control: choiceId(`${id}-pick`, String(position), position), value: service.id, label: serviceName(service), isChosen: naming.pick === service.id,
    hint: [service.postcode, tellingApart(service, found), service.status.kind === 'closed' && words.closed].filter(Boolean).join(' · '),
  }))}
${radio({name: `${id}-pick`, control: choiceId(`${id}-pick`, notListed, 1), value: notListed, label: words.notListed, isChosen: naming.pick === notListed})}
${byName}
</fieldset>
</div>`;
}

function soFar({localised}: QuestionInWords, {chosen}: ServiceNaming): Html {
  const words = serviceWords(localised.words);
  return html`<h2>${plainWords(localised.words).servicesSoFar}</h2>
<ol class="services">${chosen.map((service, position): HtmlPart => {
    const name = serviceName(service);
    return html`<li><bdi>${name}</bdi> <button type="submit" class="secondary" name="_remove" value="${position}">${words.remove(name)}</button></li>`;
  })}</ol>`;
}

function serviceName({name, town}: {name: string; town?: string | undefined}): string {
  return nameOf({kind: 'service', services: [{name, ...(town && {town})}]}) ?? name;
}

function radio({name, control, value, label, isChosen, hint}: {name: string; control: string; value: string; label: string; isChosen: boolean; hint?: string}): Html {
  return html`<div class="option"><input ${attributes({type: 'radio', id: control, name, value, checked: isChosen, 'aria-describedby': hint && `${control}-hint`})}>
<label for="${control}">${label}</label>${hint && html`<div class="hint" id="${control}-hint">${hint}</div>`}</div>`;
}
