import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/care-feedback.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, origin, problem, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {button, choose, press, read, reads, sees, unfold, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
const realError = console.error;
beforeEach(() => {
  endpoint = exampleEndpoint();
  console.error = () => {};
});
afterEach(async () => {
  console.error = realError;
  endpoint.remove();
  document.adoptedStyleSheets = [];
  await setViewport({width: 800, height: 600});
});

type Stop = [string, (form: CareFeedback) => Promise<void>];

/** Every kind of page, each from the one before. */
const stops: Stop[] = [
  ['the first page', (form) => goTo(form, 'whose')],
  ['the first page with a fault', async (form) => {
    await press(form, 'Continue');
    await reads(form, 'There is a problem');
  }],
  ['the first page with all that it may ask and say', async (form) => {
    await choose(form, 'A relative or friend');
    await choose(form, 'Yes', 'Has the person died?');
    await choose(form, 'Yes', 'Are you under 18?');
    await reads(form, 'Medical examiner');
    await reads(form, 'Childline');
  }],
  ['one choice with a fault', async (form) => {
    await choose(form, 'No', 'Has the person died?');
    await goTo(form, 'experience');
    await press(form, 'Continue');
    await reads(form, 'There is a problem');
  }],
  ['danger', async (form) => {
    await goTo(form, 'risk');
    await choose(form, 'Yes');
  }],
  ['date and text', (form) => goTo(form, 'when', {risk: async () => undefined})],
  ['long text and several choices', async (form) => {
    await goTo(form, 'story');
    await write(form, 'What happened? (optional)', 'They were kind.');
    await choose(form, 'Rights');
    await reads(form, 'detained under the Mental Health Act');
  }],
  ['share', (form) => goTo(form, 'share')],
  ['contact', async (form) => {
    await goTo(form, 'contact');
    await choose(form, 'Yes', 'May we contact you?');
    await choose(form, 'Yes', 'Is it safe for us to reply?');
    await write(form, 'Email (optional)', 'nothing');
    await press(form, 'Continue');
    await reads(form, 'There is a problem');
  }],
  ['contact that is not safe', (form) => choose(form, 'No', 'Is it safe for us to reply?')],
  ['check answers, with what was left out and the small print', async (form) => {
    await goTo(form, 'check');
    await unfold(form, 'Questions that you left out');
    await unfold(form, 'Why, for how long, and how to object');
  }],
  ['a failed sending', async (form) => {
    endpoint.behaviour.submissions = problem(422, [{pointer: '/answers/story', detail: 'is not wanted'}]);
    await press(form, 'Send');
    await reads(form, 'We have not got this yet');
  }],
  ['the receipt', async (form) => {
    endpoint.behaviour.submissions = undefined;
    await press(form, 'Try to send again');
    await reads(form, 'K7MQ');
  }],
];

async function everyPage(look: (form: CareFeedback, name: string) => unknown): Promise<void> {
  const form = await openForm();
  for (const [name, arrive] of stops) {
    await arrive(form);
    await look(form, name);
  }
}

describe('every kind of page', () => {
  it('is accessible', async () => {
    await everyPage((form) => expect(form).to.be.accessible());
  });

  // Firefox lets no test force colours; the end-to-end tests start it with colours forced.
  if (!navigator.userAgent.includes('Firefox')) {
    it('is accessible in forced colours', async () => {
      await emulateMedia({forcedColors: 'active'});
      await everyPage((form) => expect(form).to.be.accessible()).finally(() => emulateMedia({forcedColors: 'none'}));
    });
  }

  it('fits 320 pixels without scrolling sideways, and can be hit with a thumb', async () => {
    await setViewport({width: 320, height: 640});
    await everyPage((form, name) => {
      expect(document.documentElement.scrollWidth, name).to.be.at.most(320);
      for (const target of form.shadowRoot!.querySelectorAll<HTMLElement>('button, input, textarea, summary, li > a, .option label')) {
        const {width, height} = target.getBoundingClientRect();
        if (width > 0) expect(Math.min(width, height), `${name}: ${target.outerHTML}`).to.be.at.least(23.9);
      }
    });
  });

  it('has no style attribute, which a strict page would refuse', async () => {
    await everyPage((form, name) => expect(form.shadowRoot!.querySelectorAll('[style], style').length, name).to.equal(0));
  });

  it('has no id twice, and no reference to what is not there', async () => {
    await everyPage((form, name) => {
      const root = form.shadowRoot!;
      const ids = [...root.querySelectorAll('[id]')].map(({id}) => id);
      expect(ids.filter((id, place) => ids.indexOf(id) !== place), name).to.deep.equal([]);
      const references = [...root.querySelectorAll('[aria-describedby], [aria-labelledby], [aria-controls], label[for]')].flatMap((each) =>
        ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'].flatMap((attribute) => each.getAttribute(attribute)?.split(' ') ?? []),
      );
      expect(references.filter((id) => !ids.includes(id)), name).to.deep.equal([]);
    });
  });
});

describe('the page around', () => {
  const hostile = `
    html { font-size: 62.5%; letter-spacing: 1em; }
    * { color: red; }
    label, button, h2, fieldset, input { display: inline !important; font-size: 3px !important; color: red !important; background: black !important; position: absolute !important; }
    .surface, .field, .option, .hint, .title { display: none !important; }
  `;

  it('changes nothing in the form by its own style', async () => {
    const form = await openForm();
    await goTo(form, 'whose');
    const look = () => [...form.shadowRoot!.querySelectorAll<HTMLElement>('h2, label, button, input, fieldset, .surface, p')].map((each) => {
      const {fontSize, color, display, position, letterSpacing, backgroundColor} = getComputedStyle(each);
      return {fontSize, color, display, position, letterSpacing, backgroundColor, height: each.offsetHeight};
    });
    const before = look();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(hostile);
    document.adoptedStyleSheets = [sheet];
    expect(look()).to.deep.equal(before);
  });

  it('keeps its own looks and its globals', async () => {
    const holder = await fixture<HTMLElement>(html`<div><h2 class="title">A heading</h2><p class="hint">Words</p></div>`);
    const look = () => [...holder.children].map((each) => getComputedStyle(each).fontSize + getComputedStyle(each).color);
    const [before, names] = [look(), Object.getOwnPropertyNames(window)];
    const form = await openForm();
    await goTo(form, 'story');
    expect(look()).to.deep.equal(before);
    expect(Object.getOwnPropertyNames(window).filter((name) => !names.includes(name))).to.deep.equal([]);
  });

  it('is not scrolled when the form opens, and only as far as a new heading needs', async () => {
    await fixture(html`<div><p style="height: 3000px">Above</p></div>`);
    // A page that was scrolled before keeps its place while there is room for it.
    window.scrollTo(0, 40);
    const form = await openForm();
    expect(window.scrollY).to.equal(40);
    await goTo(form, 'risk');
    await setViewport({width: 800, height: 300});
    await choose(form, 'No');
    (await button(form, 'Continue')).scrollIntoView();
    await press(form, 'Continue');
    const heading = await sees(form, pages.when);
    const {top} = heading.getBoundingClientRect();
    // Clear of a header of the site's own that stays on the screen.
    expect(top).to.be.at.least(95);
    expect(top).to.be.at.most(126);
  });
});

describe('reading from right to left', () => {
  it('puts a choice at the right of its words, and lets what somebody writes find its own direction', async () => {
    const holder = await fixture<HTMLElement>(html`<div dir="rtl" lang="ar"><care-feedback endpoint=${origin} service="1-1000000001"></care-feedback></div>`);
    const form = holder.querySelector<CareFeedback>('care-feedback')!;
    await goTo(form, 'story');
    for (const field of form.shadowRoot!.querySelectorAll('textarea')) expect(field.dir).to.equal('auto');
    const field = form.shadowRoot!.querySelector('textarea')!;
    await write(form, 'What happened? (optional)', 'كانوا لطفاء');
    expect(field.matches(':dir(rtl)')).to.equal(true);
    await write(form, 'What happened? (optional)', 'They were kind');
    expect(field.matches(':dir(ltr)')).to.equal(true);
  });
});

describe('two forms on one page', () => {
  it('each speak the language around them', async () => {
    const holder = await fixture<HTMLElement>(html`
      <div>
        <care-feedback lang="en-XA" endpoint=${origin} service="1-1000000001"></care-feedback>
        <section lang="en"><care-feedback endpoint=${origin} service="1-1000000001"></care-feedback></section>
      </div>
    `);
    const [strange, plain] = [...holder.querySelectorAll<CareFeedback>('care-feedback')];
    await sees(plain!, pages.whose);
    await reads(strange!, 'Çóñţíñúé');
    expect(read(plain!)).not.to.include('Çóñţíñúé');
    expect([strange!, plain!].map((form) => form.shadowRoot!.querySelector('.surface')!.getAttribute('lang')!.toLowerCase())).to.deep.equal(['en-xa', 'en']);
  });

  it('follow the page when it changes its language', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="en"><care-feedback endpoint=${origin} service="1-1000000001"></care-feedback></div>`);
    const form = holder.querySelector<CareFeedback>('care-feedback')!;
    await sees(form, pages.whose);
    holder.lang = 'en-XA';
    await reads(form, 'Çóñţíñúé');
  });

  it('keep their answers to themselves', async () => {
    const [one, other] = [await openForm(), await openForm()];
    await goTo(one!, 'experience');
    expect(other!.shadowRoot!.querySelectorAll(':checked')).to.have.length(0);
    await press(one!, 'Back');
    await sees(one!, pages.whose);
    expect(one!.shadowRoot!.querySelectorAll(':checked')).to.have.length(1);
  });
});

describe('session recorders', () => {
  it('are told by the marks that they know to leave the whole form out', async () => {
    const form = await openForm();
    const surface = form.shadowRoot!.querySelector('.surface')!;
    expect(surface.matches('.rr-block.ph-no-capture[data-private][data-hj-suppress][data-dd-privacy]')).to.equal(true);
    await goTo(form, 'check');
    for (const field of surface.querySelectorAll('[name]')) expect(field.getAttribute('name')).to.match(/^q-/);
  });
});
