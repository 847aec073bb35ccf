import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {LitElement} from 'lit';
import '../../../src/define/care-feedback.js';
import '../../../src/define/care-place.js';
import '../../../src/define/care-rating.js';
import '../../../src/define/care-signpost.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import type {CarePlace} from '../../../src/elements/care-place/care-place.js';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {eventually} from '../../support/eventually.js';
import {replacing, replacingForNow, translators, wordsOf, type Translate} from '../../support/translators.js';
import {exampleEndpoint, ownAddress, unreachable} from '../../support/care-feedback/example-endpoint.js';
import {area, services} from '../../support/care-place/areas.js';
import {endpointWith, json, origin} from '../../support/care-rating/rating-endpoint.js';
import {house, said} from '../../support/care-rating/ratings.js';
import {whole} from '../../support/care-signpost/visitor.js';

// Whoever reads a translated page sees, after every step, what one sees who
// does the same on a page that nobody translates.

/** Hands back what the page had before. */
const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0).reverse()) each();
});

const root = (element: LitElement) => element.shadowRoot!;
const surface = (element: LitElement) => root(element).querySelector<HTMLElement>('.surface, :host > .surface, .surface')!;
/** A code is each form's own. */
const words = (element: LitElement) => wordsOf(surface(element)).replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g, 'CODE');
const find = (element: LitElement, selector: string) => eventually(() => root(element).querySelector<HTMLElement>(selector), selector);

type Step<Tag extends LitElement> = (element: Tag) => unknown;

/** Does every step on two elements, of which one is translated after each. */
async function compare<Tag extends LitElement>(open: () => Promise<Tag>, translate: Translate, steps: readonly Step<Tag>[]): Promise<void> {
  const [plain, translated] = [await open(), await open()];
  translate(root(translated));
  for (const [place, step] of steps.entries()) {
    for (const each of [plain, translated]) {
      await step(each);
      await each.updateComplete;
    }
    await eventually(() => words(translated) === words(plain), () => `the same words after step ${place + 1}, in a translation\n${words(translated)}\nand without\n${words(plain)}`);
    translate(root(translated));
  }
}

const click = (selector: string) => async (element: LitElement) => (await find(element, selector)).click();
const goOn = click('form > button:last-of-type, form button[part=button]');
const pick = (selector: string, value: string) => async (element: LitElement) => {
  const field = (await find(element, selector)) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change'));
};
const type = (selector: string, text: string) => async (element: LitElement) => {
  const field = (await find(element, selector)) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};
const open = (summary: number) => async (element: LitElement) => {
  const fold = await eventually(() => [...root(element).querySelectorAll('details')].at(summary), 'what folds up');
  fold.open = !fold.open;
};
const until = (text: string) => (element: LitElement) => eventually(() => words(element).includes(text.replace(/\s/g, '')), () => `“${text}”; there is: ${words(element)}`);

async function signpost(): Promise<CareSignpost> {
  const panel = await fixture<CareSignpost>(html`<care-signpost></care-signpost>`);
  await whole(panel);
  return panel;
}

async function place(): Promise<CarePlace> {
  const tag = document.createElement('care-place');
  Object.assign(tag, {endpoint: origin, place: 'exampleshire'});
  const isShown = oneEvent(tag, 'care-place-shown');
  (await fixture<HTMLElement>(html`<div></div>`)).append(tag);
  await isShown;
  return tag;
}

async function feedback(): Promise<CareFeedback> {
  const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${ownAddress()}></care-feedback>`);
  await eventually(() => root(form).querySelector('.title'), 'a form');
  // The rest of it is there once the second page stands; back again, as both begin alike.
  return form;
}

/** The other elements are kept whole by what keeps the panel: three ways say enough of them. */
const deep = ['puts elements into the place of texts', 'wraps all that stands in a paragraph, a heading or a label', 'writes paragraphs and headings anew, with copies of what is in them'];

describe('translated by a browser that', () => {
  for (const [how, translate] of Object.entries(translators)) {
    describe(how, () => {
      it('the panel shows who fits each answer', async () => {
        await compare(signpost, translate, [
          click('#danger-now'), click('#wants-complain'), pick('#service', 'care-home'), click('#wants-report-person'), pick('#profession', 'nurse'), click('#nation-wales'), click('.copy'),
        ]);
      });

      if (!deep.includes(how)) return;

      it('the area shows the numbers of the kind that is chosen, and who is compared', async () => {
        const endpoint = endpointWith({'/v1/places/exampleshire/services': json({services}), '/v1/places/exampleshire': json(area())});
        undo.push(() => endpoint.remove());
        await compare(place, translate, [
          pick('#kind', 'gp'), pick('#kind', 'care-home'), pick('#kind', ''), open(-1), until('Find'),
          type('#find', 'house 1'), click('[id="service-1-1000000010"]'), click('[id="service-1-1000000020"]'), click('.comparison .link'), type('#find', 'nobody'), pick('#kind', 'gp'),
        ]);
      });

      it('a rating shows what belongs to the service that the page asks for', async () => {
        const endpoint = endpointWith({
          '/v1/services/1-1000000001': json(house()),
          '/v1/services/1-1000000002': json({...house({overall: said('inadequate', '2024-06-07'), status: {kind: 'closed', on: '2025-03-31'}}), service: {id: '1-1000000002', name: 'Example Lodge', level: 'location'}}),
        });
        undo.push(() => endpoint.remove());
        const rating = async () => {
          const tag = document.createElement('care-rating');
          Object.assign(tag, {endpoint: origin, service: '1-1000000001', display: 'full'});
          const isShown = oneEvent(tag, 'care-rating-shown');
          (await fixture<HTMLElement>(html`<div></div>`)).append(tag);
          await isShown;
          return tag;
        };
        const ask = (changes: object) => async (tag: LitElement) => {
          const isShown = oneEvent(tag, 'care-rating-shown');
          Object.assign(tag, changes);
          await isShown;
        };
        await compare(rating, translate, [ask({service: '1-1000000002'}), ask({display: 'badge'}), ask({service: '1-1000000001'}), ask({display: 'full'})]);
      });

      it('the form shows each page, what is wrong, what is found, and the receipt', async () => {
        const endpoint = exampleEndpoint({submissions: unreachable});
        undo.push(() => endpoint.remove());
        await compare(feedback, translate, [
          goOn, until('There is a problem'), click('[id="q-relationship-carer"]'), goOn, until('Which service'), goOn, until('There is a problem'), type('[role=combobox]', 'example'), until('2 services found'), type('[role=combobox]', 'surgery'), until('1 service found'),
          click('[role=option]'), click('[id$="kind-pathway"]'), click('[id$="kind-service"]'), goOn, until('What has the care been like'), click('.link'), until('Which service'),
        ]);
      });
    });
  }
});

/** Translates whatever comes, as soon as it comes. */
function translateAlways(element: LitElement): void {
  const observer = new MutationObserver(() => replacing(root(element)));
  observer.observe(root(element), {childList: true, subtree: true, characterData: true});
  undo.push(() => observer.disconnect());
  replacing(root(element));
}

describe('on a page that a browser translates', () => {
  const endpoint = () => {
    const there = exampleEndpoint();
    undo.push(() => there.remove());
  };
  const known = async (): Promise<CareFeedback> => {
    const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${ownAddress()} service="1-1000000001"></care-feedback>`);
    await eventually(() => root(form).querySelector('.title'), 'a form');
    return form;
  };
  const answer = (heading: string, ...steps: Step<CareFeedback>[]): Step<CareFeedback>[] => [until(heading), ...steps, goOn];

  it('the form is understood to its receipt, through danger, faults and changed answers', async () => {
    endpoint();
    await compare(known, replacing, [
      ...answer('Tell us what care was like', click('[id="q-relationship-carer"]')), ...answer('What has the care been like', click('[id="q-experience-mixed"]')),
      click('[id="q-risk-yes"]'), click('[id="q-risk-no"]'), ...answer('Is anyone being hurt', click('[id="q-risk-unsure"]'), click('[id="q-risk-no"]')),
      until('When did it happen?'), goOn, until('There is a problem'), type('input.year', '3000'), goOn, until('There is a problem'), type('input.year', '2020'), goOn,
      ...answer('What happened?', type('textarea', 'x'.repeat(20_001)), type('textarea', 'They were kind.')),
      ...answer('Have you told the service?', click('[id$="-no"]')), ...answer('Who else may see it?'), ...answer('May we contact you?', click('[id$="contact-no"]')),
      until('Check your answers'), goOn, until('Thank you'),
    ]);
  });

  it('somebody who writes keeps the field, the caret and every letter, whatever is translated meanwhile', async () => {
    endpoint();
    const form = await known();
    for (const step of [...answer('Tell us what care was like', click('[id="q-relationship-carer"]')), ...answer('What has the care been like', click('[id="q-experience-mixed"]')), ...answer('Is anyone being hurt', click('[id="q-risk-no"]')), ...answer('When did it happen?', type('input.year', '2020'))]) await step(form);
    translateAlways(form);
    const field = (await find(form, 'textarea')) as HTMLTextAreaElement;
    field.focus();
    await sendKeys({type: 'They kind'});
    field.setSelectionRange(5, 5);
    await sendKeys({type: 'were '});
    await form.updateComplete;
    replacing(root(form));
    form.requestUpdate();
    await form.updateComplete;
    expect(root(form).activeElement === field).to.equal(true);
    expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal(['They were kind', 10, 10]);
  });

  it('a list that is translated as it comes has one line for each service', async () => {
    endpoint();
    const form = await feedback();
    translateAlways(form);
    for (const step of [click('[id="q-relationship-carer"]'), goOn, until('Which service'), type('[role=combobox]', 'example'), until('2 services found')]) await step(form);
    const lines = () => [...root(form).querySelectorAll<HTMLElement>('[role=option]')].map(wordsOf);
    await eventually(() => lines().every((line) => line.includes('Exampleton')), () => lines().join(' | '));
    await type('[role=combobox]', 'surgery')(form);
    await until('1 service found')(form);
    expect(lines()).to.deep.equal(['ExampleSurgery,Exampleton']);
  });

  it('a translation that is taken back leaves every word as it was, and what changed after it as it is now', async () => {
    const panel = await signpost();
    const before = words(panel);
    let takeBack = replacingForNow(root(panel));
    await Promise.resolve();
    takeBack();
    await Promise.resolve();
    expect(words(panel)).to.equal(before);
    takeBack = replacingForNow(root(panel));
    await click('#wants-complain')(panel);
    await panel.updateComplete;
    takeBack();
    panel.requestUpdate();
    await panel.updateComplete;
    const other = await signpost();
    await click('#wants-complain')(other);
    await other.updateComplete;
    expect(words(panel)).to.equal(words(other));
  });
});
