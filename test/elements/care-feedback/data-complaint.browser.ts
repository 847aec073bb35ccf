import {expect} from '@open-wc/testing';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, exampleReceiver, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {press, read, sees, unfold} from '../../support/care-feedback/form-person.js';
import {goTo, openForm} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => {
  endpoint = exampleEndpoint();
});
afterEach(() => endpoint.remove());

const thanks = 'Thank you. We have got what you sent.';
const duties = 'Example Healthwatch must say within 30 days that it got your complaint. It must look into it without needless delay, and tell you the outcome.';

async function openWith(dataComplaint: string | undefined): Promise<CareFeedback> {
  endpoint.behaviour.receiver = () => Response.json({...exampleReceiver, dataComplaint});
  const form = await openForm();
  await goTo(form, 'check');
  await unfold(form, 'Why, for how long, and how to object');
  return form;
}
async function send(form: CareFeedback): Promise<void> {
  await press(form, 'Send');
  await sees(form, thanks);
}
const linkIn = (form: CareFeedback, words: string) => [...form.shadowRoot!.querySelectorAll('a')].find((link) => link.innerText.startsWith(words));

describe('complaining about how one’s information is used', () => {
  it('is a link to the receiver’s page, beside the privacy notice and on the receipt, with what the receiver must do', async () => {
    const form = await openWith('https://healthwatch.example/complain');
    const notice = linkIn(form, 'Privacy notice of Example Healthwatch')!;
    const beside = linkIn(form, 'Complain to Example Healthwatch')!;
    expect(beside.closest('.privacy') === notice.closest('.privacy')).to.equal(true);
    await lookAt();
    await send(form);
    await lookAt();
    // Nobody takes it for a complaint about the care.
    const heading = linkIn(form, 'Complain to Example Healthwatch')!.closest('p')!.previousElementSibling as HTMLElement;
    expect([heading.localName, heading.innerText]).to.deep.equal(['h3', 'Your personal information']);

    function lookAt() {
      const link = linkIn(form, 'Complain to Example Healthwatch')!;
      expect(link.innerText).to.equal('Complain to Example Healthwatch about how it uses your personal information (opens in a new tab)');
      expect([link.href, link.target, link.rel]).to.deep.equal(['https://healthwatch.example/complain', '_blank', 'noopener noreferrer']);
      expect(read(form)).to.include(duties);
      return expect(form).to.be.accessible();
    }
  });

  it('is a link to the receiver’s email address that carries no answer, and shows the address to whoever has no mail here', async () => {
    const form = await openWith('mailto:data@healthwatch.example');
    const lookAt = () => {
      const link = linkIn(form, 'Email Example Healthwatch to complain')!;
      expect(link.innerText).to.equal('Email Example Healthwatch to complain about how it uses your personal information: data@healthwatch.example');
      expect([link.getAttribute('href'), link.target]).to.deep.equal(['mailto:data@healthwatch.example', '']);
      expect(read(form)).to.include(duties);
    };
    expect(read(form)).to.include('They were kind.');
    lookAt();
    await send(form);
    lookAt();
  });

  it('is not spoken of where an earlier endpoint does not say where', async () => {
    const form = await openWith(undefined);
    const lookAt = () => expect(read(form)).not.to.match(/personal information|30 days|undefined/i);
    lookAt();
    await send(form);
    lookAt();
  });
});
