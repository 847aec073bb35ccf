import {expect, html} from '@open-wc/testing';
import {emulateMedia, sendKeys} from '@web/test-runner-commands';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {eventually} from '../../support/eventually.js';
import {focused, tabTo} from '../../support/care-feedback/form-person.js';
import {answer, links, listed, names, questions, saidOf, show, wants} from '../../support/care-signpost/visitor.js';

const {danger, wants: want, service, complained} = questions;
const complaint = html`<care-signpost situation='{"wants": "complain", "service": "gp", "danger": "no", "nation": "england"}'></care-signpost>`;

afterEach(() => document.querySelectorAll('care-signpost').forEach((each) => each.remove()));

const linkTo = (panel: CareSignpost, href: string) => links(panel).find((each) => each.getAttribute('href') === href)!;

/** What a screen reader says of an element: all that is not hidden from it. */
function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll('[aria-hidden=true]').forEach((each) => each.remove());
  return copy.textContent!.replace(/\s+/g, ' ').trim();
}

describe('a number', () => {
  it('is a link that calls, read as it is written and heard digit by digit, with whose it is', async () => {
    const panel = await show(complaint);
    const numbers = links(panel).filter(({protocol}) => protocol === 'tel:' || protocol === 'sms:');
    expect(numbers.length).to.be.at.least(6);
    for (const number of numbers) {
      const digits = number.getAttribute('href')!.replace(/^(tel|sms):/, '');
      const whose = number.closest('.signposts > li')!.querySelector('h3')!.textContent!;
      expect(spoken(number).replace(/(SHOUT|PEOPLE) to /, '')).to.equal(`${whose}, ${[...digits].join(' ')}`);
      expect(number.querySelector<HTMLElement>('[aria-hidden=true]')!.innerText.replaceAll(/[^\d+]/g, '')).to.equal(digits);
    }
    expect(linkTo(panel, 'tel:03450154033').innerText).to.include('0345 015 4033');
  });

  it('to text names what to text, and a way without a link is words alone', async () => {
    const panel = await show(html`<care-signpost situation='{"wants": "tell", "service": "care-home", "nation": "england", "danger": "now"}'></care-signpost>`);
    expect(saidOf(panel, 'Shout')).to.include('SHOUT');
    expect(linkTo(panel, 'sms:85258').textContent).to.include('85258');
    expect(saidOf(panel, names.cqc)).to.include('CQC, Citygate, Gallowgate, Newcastle NE1 4PA').and.to.include('Through SignLive');
    expect(links(panel).filter(({textContent}) => /Citygate|SignLive/.test(textContent!))).to.deep.equal([]);
  });

  it('says what to press after it', async () => {
    const panel = await show(html`<care-signpost situation='{"wants": "complain", "service": "mental-health", "detained": "yes", "danger": "no", "nation": "england"}'></care-signpost>`);
    expect(saidOf(panel, names.mentalHealthAct)).to.include('03000 616161').and.to.include('then press 1');
  });
});

describe('a link', () => {
  it('says nothing of the page to where it leads, and is large enough for a thumb', async () => {
    const panel = await show(complaint);
    for (const link of links(panel)) {
      expect(link.rel, link.href).to.equal('noopener noreferrer');
      expect(['https:', 'tel:', 'sms:', 'mailto:']).to.include(link.protocol);
      const {width, height} = link.getBoundingClientRect();
      expect(Math.min(width, height), link.href).to.be.at.least(43.9);
    }
    expect(linkTo(panel, 'https://www.ombudsman.org.uk').innerText).to.equal('ombudsman.org.uk');
    expect(linkTo(panel, 'mailto:enquiries@cqc.org.uk').innerText).to.equal('enquiries@cqc.org.uk');
  });
});

describe('copying', () => {
  const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
  const clipboard = (given: unknown) => Object.defineProperty(Navigator.prototype, 'clipboard', {configurable: true, get: () => given});
  afterEach(() => Object.defineProperty(Navigator.prototype, 'clipboard', real));

  const nameOf = (button: Element) => button.getAttribute('aria-label')!;
  const copyButton = (panel: CareSignpost, name: string) => [...panel.shadowRoot!.querySelectorAll<HTMLButtonElement>('.signposts button')].find((each) => nameOf(each) === name)!;
  const ombudsman = 'Copy 0 3 4 5 0 1 5 4 0 3 3, Parliamentary and Health Service Ombudsman';
  /** What is said of it, and what is seen beside the button. */
  const outcome = (panel: CareSignpost) => [panel.shadowRoot!.querySelector('[role=status].unseen')!.textContent!.trim(), copyButton(panel, ombudsman).parentElement!.innerText];

  it('takes the number as it is written, by the keyboard too, and says so', async () => {
    const copied: string[] = [];
    clipboard({writeText: async (text: string) => void copied.push(text)});
    const panel = await show(complaint);
    const button = copyButton(panel, ombudsman);
    await tabTo(panel, button);
    await sendKeys({press: 'Enter'});
    await eventually(() => outcome(panel)[0] === 'Copied', 'that it was copied');
    expect(outcome(panel)[1]).to.include('Copied');
    expect(copied).to.deep.equal(['0345 015 4033']);
    expect(focused(panel) === button).to.equal(true);
  });

  it('has a button with a name of its own for every number and address', async () => {
    const panel = await show(complaint);
    const buttons = [...panel.shadowRoot!.querySelectorAll('.signposts button')].map(nameOf);
    expect(new Set(buttons).size).to.equal(buttons.length);
    expect(buttons.length).to.be.at.least(links(panel).length);
  });

  for (const [name, given] of [['refuses', {writeText: () => Promise.reject(new Error('closed'))}], ['is not there', undefined]] as const) {
    it(`says so beside the number, which can be copied by hand, where the clipboard ${name}`, async () => {
      clipboard(given);
      const panel = await show(complaint);
      copyButton(panel, ombudsman).click();
      await eventually(() => outcome(panel)[0] === 'This could not be copied.', 'that it was not');
      expect(outcome(panel)[1]).to.include('0345 015 4033').and.to.include('This could not be copied.');
    });
  }
});

describe('the whole list', () => {
  it('has the day on which each was checked, but for those whom nobody has checked', async () => {
    const panel = await show(html`<care-signpost></care-signpost>`);
    for (const [question, choice] of [[danger, 'Yes'], [want, wants.complain], [service, 'GP practice'], [complained, 'No']] as const) await answer(panel, question, choice);
    const undated = listed(panel).filter((name) => !/Checked \d{1,2} \w+ 20\d\d/.test(saidOf(panel, name)));
    expect(undated).to.deep.equal(['Emergency services', 'Shout', names.safeguarding, 'Police', 'National Domestic Abuse Helpline', names.provider, names.icb, 'Equality Advisory and Support Service']);
  });

  // Firefox lets no test print.
  if (!navigator.userAgent.includes('Firefox')) {
    it('is printed whole, without what only a screen needs', async () => {
      const panel = await show(html`<care-signpost leave-quickly></care-signpost>`);
      await answer(panel, want, wants.complain);
      const onScreen = listed(panel);
      await emulateMedia({media: 'print'});
      try {
        const root = panel.shadowRoot!;
        const seen = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)].filter((each) => each.getClientRects().length > 0);
        expect(seen('.signposts h3').map(({innerText}) => innerText)).to.deep.equal(onScreen);
        expect(seen('form, button, [role=status], .leaving')).to.deep.equal([]);
        expect(seen('.signposts .hint').length).to.be.at.least(5);
        expect(seen('.signposts a')[0]!.innerText).to.include('999');
      } finally {
        await emulateMedia({media: 'screen'});
      }
    });
  }

  it('is printed by a button', async () => {
    const panel = await show(html`<care-signpost></care-signpost>`);
    const {print} = globalThis;
    let printed = 0;
    globalThis.print = () => void (printed += 1);
    [...panel.shadowRoot!.querySelectorAll('button')].find(({innerText}) => innerText === 'Print this list')!.click();
    globalThis.print = print;
    expect(printed).to.equal(1);
  });
});
