import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {control, focused, tabTo} from '../../support/care-feedback/form-person.js';
import {answer, asked, chosen, listed, names, questions, saidOf, show, status, wants, whole} from '../../support/care-signpost/visitor.js';

const {danger, wants: want, nation, service, pays, complained, profession, age, detained} = questions;
const open = () => show(html`<care-signpost></care-signpost>`);

afterEach(() => document.querySelectorAll('care-signpost').forEach((each) => each.remove()));

describe('999', () => {
  it('is on top from the very first paint, before any question has come', async () => {
    const panel = document.createElement('care-signpost');
    let first: string[] = [];
    panel.addEventListener('care-signpost-shown', () => (first = listed(panel)));
    document.body.append(panel);
    await panel.updateComplete;
    expect(first).to.deep.equal(['Emergency services', 'Police', 'Samaritans', 'NHS 111']);
    expect(asked(panel)).to.deep.equal([]);
    await whole(panel);
    expect(listed(panel)[0]).to.equal('Emergency services');
  });

  it('keeps its place above the questions, as a number to call, whatever is answered', async () => {
    const panel = await open();
    const before = panel.shadowRoot!.querySelector('.signposts > li')!;
    const steps = [[danger, 'No'], [want, wants.complain], [service, 'Care home'], [danger, 'Yes'], [want, wants.staff], [nation, 'Scotland'], [danger, 'No']] as const;
    for (const [question, choice] of steps) {
      await answer(panel, question, choice);
      const first = panel.shadowRoot!.querySelector('.signposts > li')!;
      expect(first === before, choice).to.equal(true);
      expect(first.querySelector('h3')!.textContent, choice).to.equal('Emergency services');
      expect(first.querySelector('a')!.getAttribute('href'), choice).to.equal('tel:999');
      expect(first.compareDocumentPosition(panel.shadowRoot!.querySelector('form')!), choice).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    }
  });

  it('is followed by whoever helps in danger, and by those for children where it is about one', async () => {
    const panel = await open();
    await answer(panel, want, wants.complain);
    await answer(panel, danger, 'Yes');
    expect(listed(panel).slice(0, 5)).to.deep.equal(['Emergency services', 'NHS 111', 'Samaritans', 'Shout', names.safeguarding]);
    await answer(panel, want, wants.safeguard);
    await answer(panel, age, 'Yes');
    expect(listed(panel).slice(0, 4)).to.deep.equal(['Emergency services', 'Childline', 'NSPCC', 'Your council’s children’s social care']);
    await answer(panel, danger, 'No');
    await answer(panel, want, wants.complain);
    expect(listed(panel).slice(0, 2)).to.deep.equal(['Emergency services', names.provider]);
  });

  it('comes without numbers of England where the page is for another nation', async () => {
    for (const elsewhere of ['wales', 'scotland', 'northern-ireland'] as const) {
      const panel = document.createElement('care-signpost');
      panel.nation = elsewhere;
      let first: string[] = [];
      panel.addEventListener('care-signpost-shown', () => (first = listed(panel)));
      document.body.append(panel);
      await panel.updateComplete;
      expect(first, elsewhere).to.deep.equal(['Emergency services', 'Police', 'Samaritans']);
    }
  });
});

describe('the questions', () => {
  it('are few, danger first, and none has to be answered', async () => {
    const panel = await open();
    expect(asked(panel)).to.deep.equal([danger, want, nation, service]);
    expect(panel.shadowRoot!.querySelectorAll(':checked:not(option), [required], [aria-invalid]')).to.have.length(0);
    expect(listed(panel)).to.include(names.cqc).and.to.include(names.healthwatch);
  });

  const ways: [string, string[], string[]][] = [
    ['a complaint', [want, wants.complain], [service, complained]],
    ['a complaint about a hospital, where people may pay themselves', [want, wants.complain, service, 'Hospital'], [service, pays]],
    ['a complaint about a GP practice, where nobody pays', [want, wants.complain, service, 'GP practice'], [service, complained]],
    ['a complaint about a care home', [want, wants.complain, service, 'Care home'], [service, complained]],
    ['a complaint about mental health care', [want, wants.complain, service, 'Mental health'], [service, detained]],
    ['telling what mental health care was like', [want, wants.tell, service, 'Mental health'], [service, detained]],
    ['telling what care was like', [want, wants.tell], [service, age]],
    ['a professional', [want, wants.person], [profession]],
    ['a worker', [want, wants.staff], [age]],
    ['harm', [want, wants.safeguard], [age]],
    ['records', [want, wants.records], [service]],
    ['information', [want, wants.information], [service]],
  ];
  for (const [about, given, expected] of ways) {
    it(`about ${about} are those that change the answer`, async () => {
      const panel = await open();
      for (let place = 0; place < given.length; place += 2) await answer(panel, given[place]!, given[place + 1]!);
      expect(asked(panel)).to.deep.equal([danger, want, nation, ...expected]);
    });
  }

  it('make the list better with each answer', async () => {
    const panel = await open();
    await answer(panel, danger, 'No');
    await answer(panel, want, wants.complain);
    expect(listed(panel)).to.include(names.phso).and.to.include(names.lgsco);
    await answer(panel, service, 'Care home');
    expect(listed(panel).slice(1, 4)).to.deep.equal([names.provider, 'Independent advocacy', names.lgsco]);
    expect(listed(panel)).not.to.include(names.phso);
    await answer(panel, complained, 'Yes, and it has answered');
    expect(listed(panel)[1]).to.equal(names.lgsco);
    expect(saidOf(panel, names.lgsco)).to.include('so this is the next step');
    await answer(panel, nation, 'Wales');
    expect(listed(panel).slice(1, 3)).to.deep.equal(['Public Services Ombudsman for Wales', 'Llais']);
    expect(listed(panel)).not.to.include(names.lgsco);
  });

  it('lead a private patient to whom a private patient can complain', async () => {
    const panel = await open();
    await answer(panel, want, wants.complain);
    await answer(panel, service, 'Hospital');
    await answer(panel, pays, 'The person or their family');
    expect(listed(panel)).to.include(names.iscas);
    expect(listed(panel)).not.to.include(names.phso);
  });

  it('lead somebody who is detained to CQC’s own duty and to an advocate', async () => {
    const panel = await open();
    await answer(panel, danger, 'No');
    await answer(panel, want, wants.complain);
    await answer(panel, service, 'Mental health');
    await answer(panel, detained, 'Yes');
    expect(listed(panel).slice(1, 3)).to.deep.equal([names.mentalHealthAct, names.imha]);
  });

  it('that no longer apply go when an answer changes, and their answers with them', async () => {
    const panel = await open();
    await answer(panel, danger, 'No');
    await answer(panel, want, wants.information);
    await answer(panel, service, 'Mental health');
    await answer(panel, detained, 'Yes');
    expect(listed(panel)).to.include(names.imha);
    await answer(panel, want, wants.safeguard);
    expect(asked(panel)).to.deep.equal([danger, want, nation, age]);
    expect(listed(panel)).not.to.include(names.imha);
    await answer(panel, want, wants.information);
    expect(asked(panel)).to.deep.equal([danger, want, nation, service]);
    expect(await chosen(panel, service)).to.equal('');
    expect(listed(panel)).not.to.include(names.imha);
  });

  it('never bring back the answer of a question that has gone, also where another stood in its place', async () => {
    const panel = await open();
    await answer(panel, want, wants.tell);
    await answer(panel, age, 'Yes');
    await answer(panel, want, wants.complain);
    expect(await chosen(panel, complained)).to.equal(undefined);
    await answer(panel, complained, 'No');
    await answer(panel, want, wants.tell);
    expect(await chosen(panel, age)).to.equal(undefined);
  });

  it('can be left open again where they are a list', async () => {
    const panel = await open();
    await answer(panel, want, wants.complain);
    await answer(panel, service, 'Care home');
    await answer(panel, service, 'Choose');
    expect(listed(panel)).to.include(names.phso).and.to.include(names.lgsco);
  });
});

describe('somebody with a keyboard', () => {
  it('answers all of it, and the focus stays where they are', async () => {
    const panel = await open();
    const press = async (keys: readonly string[], on: HTMLElement) => {
      for (const key of keys) {
        await sendKeys({press: key});
        await panel.updateComplete;
      }
      // Not compared by chai, which would print half the page.
      expect(focused(panel) === on && on.isConnected, `${keys.join()}: the focus is at ${focused(panel)?.outerHTML}`).to.equal(true);
    };
    await tabTo(panel, await control(panel, 'Yes', danger));
    await press(['ArrowDown', 'ArrowUp', 'ArrowDown'], await control(panel, 'No', danger));
    await tabTo(panel, await control(panel, wants.tell));
    await press(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp'], await control(panel, wants.complain));
    const select = await control(panel, service);
    await tabTo(panel, select);
    await press(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'], select);
    expect(await chosen(panel, service)).to.equal('Care at home');
    await tabTo(panel, await control(panel, 'No', complained));
    await press(['ArrowDown'], await control(panel, 'Yes, and there is no answer'));
    expect(listed(panel).slice(0, 2)).to.deep.equal(['Emergency services', names.provider]);
    expect(saidOf(panel, names.provider)).to.include('Ask them when you will have an answer.');
  });

  it('comes to 999 before anything else', async () => {
    const panel = await open();
    const before = document.createElement('button');
    panel.before(before);
    before.focus();
    await sendKeys({press: 'Tab'});
    before.remove();
    expect(focused(panel)!.getAttribute('href')).to.equal('tel:999');
  });

  it('keeps the link that they are at when the questions come', async () => {
    const panel = document.createElement('care-signpost');
    panel.addEventListener('care-signpost-shown', () => panel.shadowRoot!.querySelector<HTMLElement>('[href="tel:116123"]')!.focus());
    document.body.append(panel);
    await whole(panel);
    expect(focused(panel)?.getAttribute('href')).to.equal('tel:116123');
  });
});

describe('somebody who hears the page', () => {
  /** What is new in the region that is read aloud, once the answer is given. */
  async function heard(panel: CareSignpost, question: string, choice: string): Promise<string> {
    const region = panel.shadowRoot!.querySelector('form + [role=status]')!;
    let isNew = false;
    const changes = new MutationObserver(() => (isNew = true));
    changes.observe(region, {childList: true, characterData: true, subtree: true});
    await answer(panel, question, choice);
    await panel.updateComplete;
    changes.disconnect();
    expect(region.isConnected).to.equal(true);
    return isNew ? region.textContent!.trim() : '';
  }

  it('is told in a whole sentence how many can help, and the focus does not move', async () => {
    const panel = await open();
    expect(status(panel)).to.equal('');
    const radio = await control(panel, wants.complain);
    radio.focus();
    expect(await heard(panel, want, wants.complain)).to.equal(`${listed(panel).length - 1} can help. They are listed below.`);
    expect(focused(panel) === radio).to.equal(true);
  });

  it('is told again when as many can help as before', async () => {
    const panel = await open();
    await answer(panel, want, wants.person);
    const nurse = await heard(panel, profession, 'Nurse or midwife');
    expect(nurse).to.match(/^\d+ can help\. They are listed below\.$/);
    expect(await heard(panel, profession, 'Doctor')).to.equal(nurse);
    expect(listed(panel)[1]).to.equal('General Medical Council');
  });

  it('has every question by a name of its own', async () => {
    const panel = await open();
    await answer(panel, want, wants.complain);
    const root = panel.shadowRoot!;
    for (const control of root.querySelectorAll<HTMLInputElement>('form input, form select')) expect(control.labels!.length, control.outerHTML).to.equal(1);
    const ids = [...root.querySelectorAll('[id]')].map(({id}) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect([...root.querySelectorAll('form fieldset')].map((each) => each.querySelectorAll(':scope > legend').length)).to.deep.equal([1, 1, 1, 1]);
  });
});

describe('the panel', () => {
  it('is accessible before its questions come, with them, and in danger', async () => {
    const panel = document.createElement('care-signpost');
    document.body.append(panel);
    await panel.updateComplete;
    await expect(panel).to.be.accessible();
    await whole(panel);
    await expect(panel).to.be.accessible();
    await answer(panel, danger, 'Yes');
    await answer(panel, want, wants.complain);
    await answer(panel, service, 'Hospital');
    await expect(panel).to.be.accessible();
  });

  it('has no style attribute, which a strict page would refuse', async () => {
    const panel = await open();
    await answer(panel, danger, 'Yes');
    expect(panel.shadowRoot!.querySelectorAll('[style], style')).to.have.length(0);
  });
});
