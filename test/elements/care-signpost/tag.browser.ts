import {expect, fixture, html} from '@open-wc/testing';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {wipers} from '../../../src/elements/shared/quick-exit/wiping.js';
import {exampleEndpoint, origin, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {read} from '../../support/care-feedback/form-person.js';
import {body, directory, route} from '../../support/signposting/directory.js';
import {allBut, pageWith} from '../../support/elements/frame.js';
import {answer, asked, chosen, listed, lists, names, questions, saidOf, show, wants, whole} from '../../support/care-signpost/visitor.js';

const {danger, wants: want, nation, service, pays, complained, age} = questions;
const everyQuestion = [danger, want, nation, service];

let endpoint: ExampleEndpoint;
let errors: string[];
const realError = console.error;
beforeEach(() => {
  endpoint = exampleEndpoint();
  errors = [];
  console.error = (...words: unknown[]) => void errors.push(words.join(' '));
});
afterEach(() => {
  console.error = realError;
  endpoint.remove();
  document.querySelectorAll('care-signpost, iframe').forEach((each) => each.remove());
});

describe('what the page knows already', () => {
  it('is not asked again: as JSON in the tag', async () => {
    const panel = await show(html`<care-signpost situation='{"wants": "complain", "service": "gp", "happened": "2000-01"}'></care-signpost>`);
    expect(asked(panel)).to.deep.equal([danger, nation, complained]);
    expect(listed(panel).slice(0, 3)).to.deep.equal(['Emergency services', names.provider, names.icb]);
    expect(saidOf(panel, names.icb)).to.include('The usual time ended on 31 January 2001. You can still ask them.');
    expect(errors).to.deep.equal([]);
  });

  it('is not asked again: as an object, up to where nothing is left to ask', async () => {
    const panel = await show(html`<care-signpost .situation=${{wants: 'complain', service: 'gp', complained: 'answered', danger: 'no', nation: 'england'} as const}></care-signpost>`);
    expect(asked(panel)).to.deep.equal([]);
    expect(panel.shadowRoot!.querySelector('form')).to.equal(null);
    expect(listed(panel).slice(0, 2)).to.deep.equal(['Emergency services', names.phso]);
  });

  it('is not asked again: the nation', async () => {
    const panel = await show(html`<care-signpost nation="scotland" situation='{"nation": "wales"}'></care-signpost>`);
    expect(asked(panel)).to.deep.equal([danger, want, service]);
    expect(listed(panel)).to.include('Care Inspectorate').and.not.to.include(names.cqc);
  });

  it('counts more than what somebody answered before', async () => {
    const panel = await show(html`<care-signpost></care-signpost>`);
    await answer(panel, want, wants.tell);
    await answer(panel, age, 'Yes');
    panel.situation = {wants: 'complain'};
    await panel.updateComplete;
    expect(asked(panel)).to.deep.equal([danger, nation, service, complained, pays]);
    expect(listed(panel)[1]).to.equal(names.provider);
    expect(listed(panel)).not.to.include('Childline');
    panel.situation = null;
    await panel.updateComplete;
    expect(asked(panel)).to.deep.equal(everyQuestion);
    expect(await chosen(panel, want)).to.equal(undefined);
  });

  it('is the page’s to keep: what it does to its object later changes nothing by itself', async () => {
    const known: {wants: 'complain' | 'tell'} = {wants: 'complain'};
    const panel = await show(html`<care-signpost .situation=${known}></care-signpost>`);
    known.wants = 'tell';
    await answer(panel, service, 'GP practice');
    expect(listed(panel)[1]).to.equal(names.provider);
  });
});

describe('what a tag gets wrong', () => {
  const faults: [string, string, string][] = [
    ['situation', '{wants: "complain"}', 'JSON'],
    ['situation', '{"colour": "red"}', '"colour" is not known'],
    ['situation', '{"wants": "money"}', '"wants" is one of tell, complain, information'],
    ['situation', '{"wants": ["complain"]}', '"wants" is one of tell'],
    ['situation', '{"happened": "yesterday"}', '"happened"'],
    ['situation', '{"__proto__": {"wants": "complain"}}', '"__proto__" is not known'],
    ['situation', '["complain"]', 'It is not an object.'],
    ['situation', '"complain"', 'It is not an object.'],
    ['situation', 'null', 'It is not an object.'],
    ['nation', 'England', '"nation" is one of england, wales, scotland, northern-ireland.'],
    ['nation', 'constructor', '"nation" is one of england'],
  ];
  for (const [attribute, value, fix] of faults) {
    it(`is not used, its developer reads once what to mend, and people are asked instead: ${attribute} ${value}`, async () => {
      const panel = document.createElement('care-signpost');
      panel.setAttribute(attribute, value);
      document.body.append(panel);
      await whole(panel);
      panel.lang = 'en-GB';
      await answer(panel, danger, 'No');
      expect(asked(panel)).to.deep.equal(everyQuestion);
      expect(listed(panel)[0]).to.equal('Emergency services');
      expect(read(panel)).not.to.match(/error|attribute|JSON|situation/i);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include(`<care-signpost>, attribute "${attribute}"`).and.to.include(fix).and.to.include('A situation looks like {"wants": "complain"}.');
    });
  }

  it('leaves what is right in the other attributes', async () => {
    const panel = await show(html`<care-signpost nation="Cymru" situation='{"wants": "complain"}'></care-signpost>`);
    expect(asked(panel)).to.deep.equal([danger, nation, service, complained, pays]);
    expect(errors).to.have.length(1);
  });

  it('an area that is none changes nothing', async () => {
    for (const area of ['', '   ', 'Nowhere']) {
      const panel = await show(html`<care-signpost area=${area}></care-signpost>`);
      expect(asked(panel)).to.deep.equal(everyQuestion);
      await answer(panel, want, wants.safeguard);
      expect(listed(panel)).to.include(names.safeguarding);
    }
    expect(errors).to.deep.equal([]);
  });
});

describe('a tag that changes', () => {
  it('counts at once, and answers to what is still asked stay', async () => {
    const panel = await show(html`<care-signpost></care-signpost>`);
    await answer(panel, want, wants.complain);
    await answer(panel, service, 'Care home');
    panel.setAttribute('nation', 'wales');
    await panel.updateComplete;
    expect(asked(panel)).to.deep.equal([danger, want, service, complained, pays]);
    expect(await chosen(panel, service)).to.equal('Care home');
    expect(listed(panel)).to.include('Care Inspectorate Wales').and.not.to.include(names.lgsco);
    panel.removeAttribute('nation');
    await panel.updateComplete;
    expect(await chosen(panel, service)).to.equal('Care home');
    expect(listed(panel)).to.include(names.lgsco);
  });

  it('that is mended is used', async () => {
    const panel = await show(html`<care-signpost situation="{"></care-signpost>`);
    panel.setAttribute('situation', '{"wants": "complain"}');
    await panel.updateComplete;
    expect(asked(panel)).to.deep.equal([danger, nation, service, complained, pays]);
    expect(errors).to.have.length(1);
  });
});

describe('a panel in a language that runs from right to left', () => {
  it('shows the figures of every number and address in the order in which they are dialled and typed', async () => {
    const panel = await show(html`<care-signpost lang="ar-XB"></care-signpost>`);
    await whole(panel);
    await eventually(() => panel.shadowRoot!.querySelector('.surface')!.getAttribute('dir') === 'rtl', 'words that run from right to left');
    const links = [...panel.shadowRoot!.querySelectorAll<HTMLElement>('a[href^="tel:"], a[href^="https:"]')];
    const texts = links.map((link) => (link.querySelector('[aria-hidden]') ?? link).firstChild!.parentElement!);
    const places = (text: Text, from: number, to: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return range.getBoundingClientRect().left;
    };
    const turned = texts.flatMap((element) => {
      const text = [...element.childNodes].find((node): node is Text => node instanceof Text && node.data.trim() !== '')!;
      return places(text, 0, 1) < places(text, text.length - 1, text.length) ? [] : [text.data];
    });
    expect(links.length).to.be.greaterThan(5);
    expect(turned).to.deep.equal([]);
  });
});

describe('two panels on one page', () => {
  it('each speak the language around them, and follow it when it changes', async () => {
    const holder = await fixture<HTMLElement>(html`<div><care-signpost lang="en-XA"></care-signpost><section lang="en"><care-signpost></care-signpost></section></div>`);
    const [strange, plain] = [...holder.querySelectorAll('care-signpost')];
    await whole(strange!);
    await whole(plain!);
    const heading = (panel: CareSignpost) => panel.shadowRoot!.querySelector('h2')!.textContent;
    const language = (panel: CareSignpost) => panel.shadowRoot!.querySelector('.surface')!.getAttribute('lang')!.toLowerCase();
    await eventually(() => heading(strange!) !== 'Who can help', 'other words');
    expect(heading(plain!)).to.equal('Who can help');
    expect([strange!, plain!].map(language)).to.deep.equal(['en-xa', 'en']);
    await answer(plain!, danger, 'No');
    holder.querySelector('section')!.lang = 'en-XA';
    await eventually(() => heading(plain!) === heading(strange!), 'the same words');
    expect(plain!.shadowRoot!.querySelector<HTMLInputElement>('#danger-no')!.checked).to.equal(true);
  });

  it('keep their answers to themselves', async () => {
    const one = await show(html`<care-signpost></care-signpost>`);
    const other = await show(html`<care-signpost></care-signpost>`);
    await answer(one, danger, 'Yes');
    await answer(other, danger, 'No');
    expect([await chosen(one, danger), await chosen(other, danger)]).to.deep.equal(['Yes', 'No']);
    expect(listed(one)[1]).to.equal('NHS 111');
    expect(listed(other)[1]).to.equal(names.cqc);
  });
});

describe('a panel that goes from the page', () => {
  it('listens to nothing any more, and comes back as it was, without asking again', async () => {
    const listening = new Set<unknown>();
    const {addEventListener: add, removeEventListener: remove} = globalThis;
    globalThis.addEventListener = (type: string, listener: unknown, options?: unknown) => (listening.add(listener), add.call(globalThis, type, listener as EventListener, options as boolean));
    globalThis.removeEventListener = (type: string, listener: unknown, options?: unknown) => (listening.delete(listener), remove.call(globalThis, type, listener as EventListener, options as boolean));
    try {
      const others = wipers().size;
      endpoint.behaviour.signposts = () => Response.json(directory([body('example')], [route('only', ['example'])]));
      const panel = await show(html`<care-signpost endpoint=${origin} leave-quickly></care-signpost>`);
      const holder = panel.parentElement!;
      await lists(panel, 'The example');
      await answer(panel, danger, 'No');
      for (let time = 0; time < 3; time += 1) {
        expect(listening.size).to.be.at.least(2);
        panel.remove();
        expect(listening.size).to.equal(0);
        expect(wipers().size).to.equal(others);
        holder.append(panel);
        await panel.updateComplete;
      }
      expect(await chosen(panel, danger)).to.equal('No');
      expect(endpoint.asked).to.deep.equal(['/v1/signposts?language=en']);
    } finally {
      Object.assign(globalThis, {addEventListener: add, removeEventListener: remove});
    }
  });
});

describe('what the page hears', () => {
  it('is that the list stands, once, and nothing of what somebody looks for', async () => {
    const heard: Event[] = [];
    const listen = (event: Event) => heard.push(event);
    document.addEventListener('care-signpost-shown', listen);
    const panel = await show(html`<care-signpost situation='{"wants": "complain"}'></care-signpost>`);
    await answer(panel, service, 'Care home');
    panel.setAttribute('nation', 'wales');
    await panel.updateComplete;
    document.removeEventListener('care-signpost-shown', listen);
    expect(heard).to.have.length(1);
    expect(Object.keys(heard[0]!).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
    expect([heard[0]!.bubbles, heard[0]!.composed, 'detail' in heard[0]!]).to.deep.equal([true, true, false]);
  });
});

describe('where our code does not come', () => {
  const fallback = '<care-signpost><a href="https://central.example/who-can-help">Find who can help</a></care-signpost>';

  it('the page’s own words stay', async () => {
    const panel = await pageWith('care-signpost', fallback, []);
    expect(panel.shadowRoot).to.equal(null);
    expect(panel.innerText).to.equal('Find who can help');
    expect(panel.querySelector('a')!.getBoundingClientRect().height).to.be.above(0);
  });

  it('after the first part, everybody is listed, 999 on top', async () => {
    const panel = (await pageWith('care-signpost', fallback, allBut('/src/delivery/'))) as CareSignpost;
    await lists(panel, names.lgsco);
    const all = listed(panel);
    expect(all[0]).to.equal('Emergency services');
    expect(all).to.include.members(['NHS 111', 'Samaritans', 'Childline', names.phso, names.cqc, names.imha, 'Protect', 'General Medical Council']);
    expect(panel.shadowRoot!.querySelectorAll('form, button')).to.have.length(0);
  });
});
