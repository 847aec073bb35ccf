import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import type {Body, SignpostDirectory} from '../../../src/contract/signposts.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {allBut, pageWith} from '../../support/elements/frame.js';
import {exampleEndpoint, exampleReceiver, exampleService, origin, problem, unreachable, type Answer, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {choose, control, press, read, reads, sees, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages, tellsAsChild} from '../../support/care-feedback/walk-form.js';

const builtIn = builtInSignposts(words('en'));
const renamed = (id: string, name: string): SignpostDirectory => ({...builtIn, bodies: builtIn.bodies.map((body) => (body.id === id ? {...body, name} : body))});
const withService = (...kinds: string[]): Answer => () => Response.json({...exampleService, kinds});
const receiverThat = (changes: object): Answer => () => Response.json({...exampleReceiver, ...changes});

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint({signposts: () => Response.json(builtIn)})));
afterEach(() => {
  endpoint.remove();
  document.querySelectorAll('care-feedback, iframe').forEach((each) => each.remove());
});

/** What stands over those who can help, by the occasion. */
const over = {
  danger: 'In danger: who can help',
  complaint: 'This form is not a complaint, and we cannot resolve one. These are the steps of a complaint.',
  detained: 'Who can help people detained under the Mental Health Act',
  died: 'Who can help after a death',
  child: 'Who can help you',
  staff: 'Who can help people who speak up at work',
  ending: 'Who can help',
} as const;

const thanks = 'Thank you. We have got what you sent.';
const story = 'What happened? (optional)';

const titleOf = (form: CareFeedback, occasion: keyof typeof over) =>
  [...form.shadowRoot!.querySelectorAll<HTMLElement>('summary, .inset, h3')].find(({textContent}) => textContent!.trim() === over[occasion]);
const listAfter = (title: HTMLElement) =>
  [...(title.getRootNode() as ShadowRoot).querySelectorAll<HTMLElement>('.signposts')].find((list) => title.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING);

/** Who is listed on an occasion, in order; `undefined` where the form does not point there. */
function pointed(form: CareFeedback, occasion: keyof typeof over): string[] | undefined {
  const title = titleOf(form, occasion);
  return title && [...listAfter(title)!.querySelectorAll('h3, h4')].map(({textContent}) => textContent!);
}

const unfolding = (form: CareFeedback) => titleOf(form, 'danger')?.closest('details');

/** Waits for those who can help, which come after the rest of the form. */
async function points(form: CareFeedback, occasion: keyof typeof over): Promise<string[]> {
  return eventually(() => pointed(form, occasion), () => `“${over[occasion]}”; there is: ${read(form)}`);
}

async function sends(form: CareFeedback): Promise<void> {
  await goTo(form, 'check');
  await press(form, 'Send');
  await sees(form, thanks);
}

describe('help in danger', () => {
  it('stands beside the story for everybody, folded, with 999 first and as a number to call', async () => {
    const form = await openForm();
    await goTo(form, 'story', {risk: (each) => choose(each, 'No')});
    expect((await points(form, 'danger')).slice(0, 3)).to.deep.equal(['Emergency services', 'NHS 111', 'Samaritans']);
    expect(unfolding(form)!.open).to.equal(false);
    titleOf(form, 'danger')!.click();
    await eventually(() => unfolding(form)!.open, 'help that is unfolded');
    expect(unfolding(form)!.querySelector('a')!.getAttribute('href')).to.equal('tel:999');
    await expect(form).to.be.accessible();
    // Whoever has unfolded it and then writes keeps it before them.
    await write(form, story, 'They shouted at her.');
    expect(unfolding(form)!.open).to.equal(true);
    await press(form, 'Continue');
    await sees(form, pages.told);
  });

  for (const risk of ['Yes', 'I am not sure']) {
    it(`names two to call at once where somebody may be in danger, has the others folded, and does not stand in the way: ${risk}`, async () => {
      const form = await openForm();
      await goTo(form, 'risk');
      expect(pointed(form, 'danger')).to.equal(undefined);
      await choose(form, risk);
      expect((await points(form, 'danger')).slice(0, 4)).to.deep.equal(['Emergency services', 'NHS 111', 'Samaritans', 'Shout']);
      expect(unfolding(form)!.open).to.equal(false);
      const atOnce = [...form.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.brief a')];
      expect(atOnce.map(({href}) => href)).to.deep.equal(['tel:111', 'tel:116123']);
      for (const link of atOnce) expect(link.getBoundingClientRect().height).to.be.at.least(44);
      await expect(form).to.be.accessible();
      await press(form, 'Continue');
      await sees(form, pages.when);
    });
  }

  it('goes again for somebody who has said yes by mistake, and stays open for whoever has unfolded it', async () => {
    const form = await openForm();
    await goTo(form, 'risk');
    await choose(form, 'Yes');
    await points(form, 'danger');
    titleOf(form, 'danger')!.click();
    await eventually(() => unfolding(form)!.open, 'help that is unfolded');
    await choose(form, 'Neither', 'Told the police or council?');
    expect(unfolding(form)!.open).to.equal(true);
    await choose(form, 'No', 'neglected or in danger');
    expect(pointed(form, 'danger')).to.equal(undefined);
    await choose(form, 'I am not sure', 'neglected or in danger');
    expect((await points(form, 'danger'))[0]).to.equal('Emergency services');
  });

  it('for a child has those for children next to 999', async () => {
    const form = await openForm();
    await goTo(form, 'check', {whose: tellsAsChild});
    await press(form, 'Change your answer: What happened?');
    await sees(form, pages.story);
    expect((await points(form, 'danger')).slice(0, 3)).to.deep.equal(['Emergency services', 'Childline', 'NSPCC']);
  });

  it('stands in the set quick too, beside the comment and at the question', async () => {
    const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${origin} service="1-1000000001" question-set="quick"></care-feedback>`);
    await sees(form, 'How was the care?');
    await points(form, 'danger');
    expect(unfolding(form)!.open).to.equal(false);
    await choose(form, 'Very poor');
    await choose(form, 'Yes');
    const folds = [...form.shadowRoot!.querySelectorAll<HTMLDetailsElement>('form details:not(.privacy *)')];
    expect(folds.map(({open}) => open)).to.deep.equal([false, false]);
    expect(form.shadowRoot!.querySelectorAll('.brief a')).to.have.length(2);
    await press(form, 'Send');
    await sees(form, thanks);
    expect((await points(form, 'ending'))[0]).to.equal('Emergency services');
  });
});

/** The way of a complaint, for a service of one kind. */
async function complaintAbout(kinds: string[], answered?: 'Yes' | 'No', others: Parameters<typeof goTo>[2] = {}): Promise<{form: CareFeedback; way: string[]}> {
  endpoint.behaviour.service = withService(...kinds);
  const form = await openForm();
  await goTo(form, 'told', others);
  expect(pointed(form, 'complaint')).to.equal(undefined);
  await choose(form, 'Yes, I made a formal complaint', 'Have you told the service?');
  if (answered) await choose(form, answered, 'Has the service answered?');
  return {form, way: await points(form, 'complaint')};
}

const names = {provider: 'The service itself', icb: 'Integrated care board (ICB)', phso: 'Parliamentary and Health Service Ombudsman', lgsco: 'Local Government and Social Care Ombudsman', advocacy: 'NHS complaints advocacy', pals: 'Patient Advice and Liaison Service (PALS)', mentalHealthAct: 'CQC, about the Mental Health Act', imha: 'Independent mental health advocate (IMHA)', cqc: 'Care Quality Commission (CQC)', healthwatch: 'Local Healthwatch'};

describe('a formal complaint', () => {
  it('about a care home is shown its way to the ombudsman for social care', async () => {
    const {form, way} = await complaintAbout(['care-home']);
    expect(way.slice(0, 3)).to.deep.equal([names.provider, 'Independent advocacy', names.lgsco]);
    expect(way).not.to.include(names.icb).and.not.to.include(names.phso).and.not.to.include('Emergency services');
    await expect(form).to.be.accessible();
    await press(form, 'Continue');
    await sees(form, pages.share);
  });

  it('about a GP is shown the way of the NHS, without whom one could only have gone to instead', async () => {
    const {way} = await complaintAbout(['gp'], 'No');
    expect(way.slice(0, 3)).to.deep.equal([names.provider, names.advocacy, names.phso]);
    expect(way).not.to.include(names.lgsco).and.not.to.include(names.icb);
  });

  it('that was answered leads to the ombudsman, with the usual time from when it happened', async () => {
    const {form, way} = await complaintAbout(['hospital'], 'Yes', {when: async (each) => {
      await write(each, 'Month', '3');
      await write(each, 'Year', '2000');
    }});
    expect(way.slice(0, 2)).to.deep.equal([names.phso, names.advocacy]);
    expect(way).not.to.include(names.pals);
    expect(read(form)).to.include('so this is the next step if you are still unhappy').and.to.include('The usual time ended on 31 March 2001. You can still ask them.');
  });

  it('about a service of an unknown kind is shown both ways', async () => {
    const {way} = await complaintAbout([]);
    expect(way).to.include(names.phso).and.to.include(names.lgsco);
  });

  it('of somebody detained leads to CQC first', async () => {
    const {way} = await complaintAbout(['mental-health'], undefined, {story: (each) => choose(each, 'Yes', 'detained under the Mental Health Act')});
    expect(way.slice(0, 2)).to.deep.equal([names.mentalHealthAct, names.imha]);
  });

  it('is shown its way no longer by whoever takes the answer back', async () => {
    const {form} = await complaintAbout(['care-home']);
    for (const other of ['Yes', 'No', 'I am not sure']) {
      await choose(form, other, 'Have you told the service?');
      expect(pointed(form, 'complaint'), other).to.equal(undefined);
    }
  });

  it('is heard in a region that was there before, and only its one line: the list may be long', async () => {
    const form = await openForm();
    await goTo(form, 'told');
    const before = await eventually(() => form.shadowRoot!.querySelector('form .field:not(:has(~ .field)) ~ [aria-live=polite]'), 'a region');
    await choose(form, 'Yes, I made a formal complaint', 'Have you told the service?');
    await points(form, 'complaint');
    expect(titleOf(form, 'complaint')!.closest('[aria-live]') === before).to.equal(true);
    expect(before.textContent!.trim()).to.equal(over.complaint);
  });
});

describe('other answers that call for somebody', () => {
  it('detained: CQC’s own duty, and the advocate', async () => {
    const form = await openForm();
    await goTo(form, 'story');
    await choose(form, 'Rights');
    await choose(form, 'Yes', 'detained under the Mental Health Act');
    expect(await points(form, 'detained')).to.deep.equal([names.mentalHealthAct, names.imha]);
    expect(read(form)).to.include('Whoever pays').and.to.include('then press 1');
    await choose(form, 'I am not sure', 'detained under the Mental Health Act');
    expect(pointed(form, 'detained')).to.equal(undefined);
  });

  it('somebody has died: who looks into a death, and who helps those left behind', async () => {
    const form = await openForm();
    await goTo(form, 'whose');
    await choose(form, 'A relative or friend');
    await choose(form, 'Yes', 'Has the person died?');
    expect(await points(form, 'died')).to.deep.equal(['Medical examiner', 'Coroner', 'Bereavement support']);
    await choose(form, 'My own');
    expect(pointed(form, 'died')).to.equal(undefined);
  });

  it('somebody under 18: Childline first, then 999', async () => {
    const form = await openForm();
    await goTo(form, 'whose');
    await tellsAsChild(form);
    expect(await points(form, 'child')).to.deep.equal(['Childline', 'Emergency services']);
    expect(titleOf(form, 'child')!.getBoundingClientRect().height).to.be.above(0);
    await press(form, 'Continue');
    await sees(form, pages.experience);
  });

  it('staff: whom they can tell and who advises them, before they go on', async () => {
    const form = await openForm();
    await goTo(form, 'experience', {whose: (each) => choose(each, 'I work or volunteer there, or used to')});
    await choose(form, 'Poor');
    await press(form, 'Continue');
    await sees(form, 'Before you go on: speaking up as a worker');
    expect(await points(form, 'staff')).to.deep.equal(['CQC, for staff', 'Protect', 'Your council’s adult safeguarding team', 'Speak Up Direct']);
    await expect(form).to.be.accessible();
    await press(form, 'Continue');
    await sees(form, pages.risk);
  });

  it('nothing of the kind: nobody is pointed anywhere, but for danger beside the story', async () => {
    const form = await openForm();
    await goTo(form, 'check');
    expect(form.shadowRoot!.querySelectorAll('.signposts')).to.have.length(0);
  });
});

describe('the receipt', () => {
  type Answers = Parameters<typeof goTo>[2];
  const endings: [string, object, Answers, string[]][] = [
    ['somebody who told a local Healthwatch', {}, {}, [names.cqc, 'Care Opinion', names.provider]],
    ['somebody who told the regulator', {role: 'regulator'}, {}, [names.healthwatch, 'Care Opinion', names.provider]],
    ['somebody who told the service', {role: 'provider'}, {}, [names.cqc, names.healthwatch, 'Care Opinion']],
    ['somebody in danger', {}, {risk: (form) => choose(form, 'Yes')}, ['Emergency services', 'NHS 111', 'Samaritans']],
    ['somebody who is not sure of danger', {}, {risk: (form) => choose(form, 'I am not sure')}, [names.cqc, 'Care Opinion', names.provider]],
    ['a child', {}, {whose: tellsAsChild}, ['Childline', names.cqc, 'Care Opinion']],
    ['a child in danger', {}, {risk: (form) => choose(form, 'Yes'), whose: tellsAsChild}, ['Emergency services', 'Childline', 'NSPCC']],
    ['somebody who complains', {}, {told: (form) => choose(form, 'Yes, I made a formal complaint')}, [names.provider, 'Independent advocacy', names.lgsco]],
  ];
  for (const [who, receiver, answers, expected] of endings) {
    it(`ends with the two or three who fit: ${who}`, async () => {
      endpoint.behaviour.receiver = receiverThat(receiver);
      const form = await openForm();
      await goTo(form, 'check', answers);
      await press(form, 'Send');
      await sees(form, thanks);
      expect(await points(form, 'ending')).to.deep.equal(expected);
    });
  }

  it('is accessible, and its links say nothing of the page to where they lead', async () => {
    const form = await openForm();
    await sends(form);
    await points(form, 'ending');
    for (const link of listAfter(titleOf(form, 'ending')!)!.querySelectorAll('a')) {
      expect(link.rel).to.equal('noopener noreferrer');
      expect(['https:', 'tel:', 'sms:', 'mailto:']).to.include(link.protocol);
    }
    await expect(form).to.be.accessible();
  });
});

describe('a form that gets nobody’s list', () => {
  const answers: [string, Answer][] = [
    ['no network', unreachable],
    ['no answer', () => new Promise(() => {})],
    ['a server that is down', problem(500)],
    ['a page', () => new Response('<!doctype html><p>Hello')],
    ['another object', () => Response.json({})],
    ['a link that runs code', () => Response.json({...builtIn, bodies: builtIn.bodies.map((body) => ({...body, ways: [{kind: 'web', value: 'javascript:alert(1)', checked: null}]}))})],
    ['a list in which nobody is', () => Response.json({language: 'en', bodies: [], routes: []})],
  ];
  for (const [name, signposts] of answers) {
    it(`points by what it carries, to the receipt: ${name}`, async () => {
      endpoint.behaviour.signposts = signposts;
      const form = await openForm();
      await goTo(form, 'risk');
      await choose(form, 'Yes');
      expect((await points(form, 'danger')).slice(0, 2)).to.deep.equal(['Emergency services', 'NHS 111']);
      await goTo(form, 'told', {risk: async () => undefined});
      await choose(form, 'Yes, I made a formal complaint');
      expect(await points(form, 'complaint')).to.include(names.lgsco);
      await press(form, 'Continue');
      await sends(form);
      expect(await points(form, 'ending')).to.deep.equal(['Emergency services', 'NHS 111', 'Samaritans']);
      expect(read(form)).not.to.match(/went wrong|error/i);
    });
  }

  it('works to the receipt where the part that points does not come at all', async () => {
    const markup = `<care-feedback endpoint="${origin}" service="1-1000000001"><a href="${origin}/feedback">Tell us</a></care-feedback>`;
    const form = (await pageWith('care-feedback', markup, allBut('/src/domain/signposting/', '/src/domain/signposting/first-ways.ts', '/src/domain/signposting/neutral-site.ts'))) as CareFeedback;
    const unhandled: unknown[] = [];
    form.ownerDocument.defaultView!.addEventListener('unhandledrejection', ({reason}) => unhandled.push(reason));
    await goTo(form, 'risk');
    await choose(form, 'Yes');
    await reads(form, 'If someone is in danger now, call 999. Do not wait for this form.');
    await goTo(form, 'story', {risk: async () => undefined});
    await sends(form);
    await reads(form, 'K7MQ-4TRD-9X2P-H6WC');
    expect(form.shadowRoot!.querySelectorAll('.signposts')).to.have.length(0);
    expect(read(form)).to.include('Call 999');
    expect(unhandled).to.have.length(0);
  });
});

describe('the endpoint’s own list', () => {
  const own: Body['name'] = 'Their own NHS 111';

  it('is what the form points by once it has come, and what it carries until then', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    endpoint.behaviour.signposts = async () => (await held, Response.json(renamed('nhs-111', own)));
    const form = await openForm();
    await goTo(form, 'risk');
    await choose(form, 'Yes');
    expect((await points(form, 'danger'))[1]).to.equal('NHS 111');
    release();
    await eventually(() => pointed(form, 'danger')?.[1] === own, 'their own');
    expect(read(form)).to.include(own);
    expect((await control(form, 'Yes', 'neglected or in danger')).checked).to.equal(true);
  });

  it('stays with the form that somebody starts after the receipt', async () => {
    endpoint.behaviour.signposts = () => Response.json(renamed('cqc', 'Their own CQC'));
    const form = await openForm();
    await sends(form);
    await eventually(() => pointed(form, 'ending')?.[0] === 'Their own CQC', 'their own');
    await press(form, 'Tell us about another service');
    await sees(form, pages.whose);
    await choose(form, 'My own');
    await press(form, 'Continue');
    await write(form, 'Name, town or postcode of the service', 'A place by name');
    await eventually(() => endpoint.asked.some((address) => address.startsWith('/v1/services?')), 'a search');
    await press(form, 'Continue');
    await sends(form);
    expect((await points(form, 'ending'))[0]).to.equal('Their own CQC');
    expect(endpoint.asked.filter((address) => address.startsWith('/v1/signposts'))).to.have.length(1);
  });

  it('takes nobody’s 999 away, and makes no number known', async () => {
    const bodies = renamed('nhs-111', own).bodies.filter(({id}) => id !== '999').map((body): Body => (body.id === 'nhs-111' ? {...body, ways: [{kind: 'phone', value: '01632 960001', known: true, checked: null}]} : body));
    endpoint.behaviour.signposts = () => Response.json({...builtIn, bodies});
    const form = await openForm();
    await goTo(form, 'risk');
    await choose(form, 'Yes');
    await eventually(() => pointed(form, 'danger')?.includes(own), 'their own');
    expect(pointed(form, 'danger')!.slice(0, 2)).to.deep.equal(['Emergency services', own]);
    expect(form.shadowRoot!.textContent).not.to.include('01632 960001');
  });

  it('is asked for in the language of the page', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="cy"><care-feedback endpoint=${origin} service="1-1000000001"></care-feedback></div>`);
    await sees(holder.querySelector('care-feedback')!, pages.whose);
    await eventually(() => endpoint.asked.includes('/v1/signposts?nation=england&language=cy'), 'a question for who can help');
  });

  it('is not asked of an action, and the form points all the same', async () => {
    endpoint.behaviour.submissions = () => new Response(null, {status: 204});
    const form = await fixture<CareFeedback>(html`<care-feedback action="${origin}/v1/submissions" receiver="${origin}/v1/receiver" topic="Waiting"></care-feedback>`);
    await goTo(form, 'risk');
    await choose(form, 'Yes');
    expect((await points(form, 'danger'))[0]).to.equal('Emergency services');
    await goTo(form, 'check', {risk: async () => undefined});
    await press(form, 'Send');
    await sees(form, 'Thank you. Your feedback was accepted.');
    expect((await points(form, 'ending'))[0]).to.equal('Emergency services');
    expect(endpoint.asked.filter((address) => address.startsWith('/v1/signposts'))).to.deep.equal([]);
  });
});

describe('what the network can tell', () => {
  /** What was asked for on the way to the receipt. */
  async function askedFor(tag: TemplateResult, others: Parameters<typeof goTo>[2]): Promise<string[]> {
    endpoint.asked.length = 0;
    const form = await fixture<CareFeedback>(tag);
    await goTo(form, 'check', others);
    await eventually(() => endpoint.asked.some((address) => address.startsWith('/v1/signposts')), 'a question for who can help');
    await press(form, 'Send');
    await sees(form, thanks);
    await points(form, 'ending');
    form.remove();
    return [...endpoint.asked].sort();
  }

  it('is the same for everybody, whatever they answer', async () => {
    const tag = html`<care-feedback endpoint=${origin} service="1-1000000001"></care-feedback>`;
    const plain = await askedFor(tag, {});
    expect(plain).to.deep.equal(['/v1/receiver?service=1-1000000001', '/v1/services/1-1000000001', '/v1/signposts?nation=england&language=en', '/v1/submissions']);
    const delicate = await askedFor(tag, {
      risk: (form) => choose(form, 'Yes'),
      story: async (form) => {
        await choose(form, 'Rights');
        await choose(form, 'Yes', 'detained under the Mental Health Act');
      },
      told: (form) => choose(form, 'Yes, I made a formal complaint'),
      whose: tellsAsChild,
    });
    expect(delicate).to.deep.equal(plain);
  });
});
