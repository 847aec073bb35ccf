import {afterEach, describe, expect, it} from 'vitest';
import {putServices} from '../../support/store/put-services.js';
import {exampleReceiver, openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {services} from '../../support/plain-form/example.js';
import {toCheckAnswers} from '../../support/plain-form/page-person.js';

const house = '/feedback?service=1-1000000001';
const duties = 'Example Healthwatch must say within 30 days that it got your complaint. It must look into it without needless delay, and tell you the outcome.';
let endpoint: TestEndpoint;
afterEach(() => endpoint.close());

/** The pages to check answers and of the receipt, as somebody sees them who wrote a word that is easily found. */
async function pagesWith(dataComplaint: string | undefined) {
  const {dataComplaint: _, ...receiver} = exampleReceiver;
  endpoint = await openEndpoint({receiver: {...receiver, ...(dataComplaint !== undefined && {dataComplaint})}});
  await putServices(endpoint.dependencies.store, services, 'example');
  const check = await toCheckAnswers(endpoint, house, 'CANARY');
  return {check: check.page, receipt: (await check.press('Send')).page};
}
const linksIn = (page: string) => [...page.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, address, words]) => ({address, words}));

describe('complaining about how one’s information is used', () => {
  it('is a link to the receiver’s page, beside the privacy notice and on the receipt, with what the receiver must do', async () => {
    const {check, receipt} = await pagesWith('https://healthwatch.example/complain');
    for (const {html, words} of [check, receipt]) {
      expect(linksIn(html)).toContainEqual({address: 'https://healthwatch.example/complain', words: 'Complain to Example Healthwatch about how it uses your personal information'});
      expect(html).toMatch(/<a href="https:\/\/healthwatch\.example\/complain" rel="noopener noreferrer" referrerpolicy="no-referrer">/);
      expect(words).toContain(duties);
    }
    // Nobody takes it for a complaint about the care.
    expect(receipt.html).toMatch(/<h2>Your personal information<\/h2>\s*<p><a href="https:\/\/healthwatch\.example\/complain"/);
    expect(check.html).toMatch(/class="before-sending">[^]*Privacy notice of Example Healthwatch[^]*Complain to Example Healthwatch[^]*value="send"/);
  });

  it('is a link to the receiver’s email address that carries nothing, and shows the address to whoever has no mail here', async () => {
    const {check, receipt} = await pagesWith('mailto:data@healthwatch.example');
    for (const {html, words} of [check, receipt]) {
      expect(html).toContain('CANARY');
      expect(linksIn(html).filter(({address}) => address?.startsWith('mailto:'))).toContainEqual({
        address: 'mailto:data@healthwatch.example',
        words: 'Email Example Healthwatch to complain about how it uses your personal information: data@healthwatch.example',
      });
      for (const {address} of linksIn(html)) expect(address).not.toContain('CANARY');
      expect(words).toContain(duties);
    }
  });

  it('is not spoken of where the receiver does not say where', async () => {
    for (const {html} of Object.values(await pagesWith(undefined))) expect(html).not.toMatch(/personal information|30 days|undefined/i);
  });
});
