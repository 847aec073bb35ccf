import {afterEach, describe, expect, it} from 'vitest';
import {exportFeedback} from '../../../src/endpoint/inbox/export/export-feedback.js';
import {ownersAccess} from '../../../src/endpoint/access/access.js';
import {mailText} from '../../../src/endpoint/alerts/alert-message.js';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import {openWords, teamLanguageWarnings} from '../../../src/endpoint/html/endpoint-words.js';
import {extractTexts} from '../../../tools/words/extract.js';
import {exampleSubmission, inboxToken, openEndpoint, origin, type TestEndpoint} from '../../support/endpoint/endpoint.js';

let endpoint: TestEndpoint | undefined;
afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
});

const withToken = {headers: {Authorization: `Bearer ${inboxToken}`}};
async function pageAt(path: string, init?: RequestInit): Promise<string> {
  const response = await endpoint!.ask(path, init);
  return response.text();
}
/** Every text of our source that has words, with anything where something is filled in. */
const sayings = extractTexts().then(({texts}) => {
  const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const ours = texts.map(({contents}) => contents.map((part) => (typeof part === 'string' ? escaped(part) : '.+')).join(''));
  return new RegExp(`^(${ours.filter((pattern) => /[a-z]{4}/.test(pattern)).join('|')})$`);
});

/** What a page says in words of our source, which are translated on every page in another language. */
async function leftInEnglish(page: string): Promise<string[]> {
  const ours = await sayings;
  const decoded = page.replace(/<(style|script)[^]*?<\/\1>/g, '').replace(/&quot;/g, '"').replace(/&#39;/g, "'");
  const said = [...decoded.matchAll(/>([^<]+)<|(?:aria-label|placeholder|title)="([^"]+)"/g)].map(([, text, label]) => (text ?? label ?? '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').trim());
  return said.filter((text) => ours.test(text));
}

describe('the team’s language', () => {
  it('is English where nobody says another', async () => {
    expect((await openWords()).team.lang).toBe('en');
    for (const nothing of [{}, {CARE_TEAM_LANGUAGE: ' '}]) expect(readConfiguration(nothing).teamLanguage).toBe('en');
  });

  it('is what the environment says, which must be a language', () => {
    expect(readConfiguration({CARE_TEAM_LANGUAGE: 'cy'}).teamLanguage).toBe('cy');
    expect(() => readConfiguration({CARE_TEAM_LANGUAGE: 'no language'})).toThrow(/^CARE_TEAM_LANGUAGE is "no language", which is no language\.\nSet it to a language tag/);
  });
});

describe('a public page', () => {
  it.each(['/', '/feedback', '/feedback/sent', '/who-can-help', '/who-can-help?nation=wales', '/feedback?question-set=quick', '/feedback?question-set=gone'])('has no word left in English where it is asked for in another language: %s', async (path) => {
    endpoint = await openEndpoint();
    const page = await pageAt(`${path}${path.includes('?') ? '&' : '?'}lang=en-XA`);
    expect(page).toContain('<html lang="en-xa" dir="ltr">');
    expect(await leftInEnglish(page)).toEqual([]);
    expect((await leftInEnglish(await pageAt(path))).length).toBeGreaterThan(3);
  });

  it('runs from right to left in a language that does', async () => {
    endpoint = await openEndpoint();
    for (const path of ['/?lang=ar-XB', '/feedback?lang=ar-XB', '/who-can-help?lang=ar-XB']) expect(await pageAt(path)).toContain('<html lang="ar-xb" dir="rtl">');
  });

  it('keeps the figures of each number in their order in a language that runs from right to left', async () => {
    endpoint = await openEndpoint();
    const page = await pageAt('/who-can-help?lang=ar-XB');
    const numbers = [...page.matchAll(/<a href="(?:tel|sms):[^>]*>(.*?)<\/a>/g)].map(([, link]) => link!).filter((link) => /\d \d/.test(link));
    expect(numbers.length).toBeGreaterThan(5);
    // What is heard begins with a name, by whose letters the whole would be turned around.
    for (const number of numbers) expect(number).toMatch(/^<span aria-hidden="true" dir="auto">/);
  });

  it('leads on in its language', async () => {
    endpoint = await openEndpoint();
    const front = await pageAt('/?lang=en-XA');
    for (const to of ['/feedback?lang=en-xa', '/who-can-help?lang=en-xa']) expect(front).toContain(`href="${to}"`);
    expect(await pageAt('/feedback/sent?lang=en-XA')).toContain('action="/feedback/sent?lang=en-xa"');
    const wrong = await pageAt('/feedback/sent?lang=en-xa', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded', Origin: origin}, body: 'code=AAAA-AAAA-AAAA-AAAA'});
    expect(wrong).toContain('<html lang="en-xa"');
  });

  it('is in English, with the same address, where none is asked for', async () => {
    endpoint = await openEndpoint();
    expect(await pageAt('/')).toContain('href="/feedback"');
    expect(await pageAt('/?lang=tlh')).toBe(await pageAt('/'));
    expect(await pageAt('/feedback/sent')).toContain('action="/feedback/sent"');
  });

  it('stays in the language of whoever opens it, whatever the team reads', async () => {
    endpoint = await openEndpoint({words: await openWords('en-XA')});
    for (const path of ['/', '/feedback', '/who-can-help']) expect(await pageAt(path)).toContain('<html lang="en" dir="ltr">');
  });

  it('names the same numbers and addresses in every language', async () => {
    endpoint = await openEndpoint();
    const links = (page: string) => [...page.matchAll(/href="((?:tel|sms|mailto|https):[^"]+)"/g)].map(([, to]) => to);
    for (const nation of ['england', 'scotland']) {
      const english = links(await pageAt(`/who-can-help?nation=${nation}`));
      expect(english.length).toBeGreaterThan(10);
      for (const language of ['en-XA', 'ar-XB']) expect(links(await pageAt(`/who-can-help?nation=${nation}&lang=${language}`))).toEqual(english);
    }
  });
});

describe('what only the team sees', () => {
  const team = {words: openWords('en-XA')};

  it('has no word left in English where the team reads another language: list, submission and messages', async () => {
    endpoint = await openEndpoint({words: await team.words});
    const submission = exampleSubmission();
    await endpoint.post(submission);
    for (const path of ['/inbox', `/inbox/${submission.id}`, '/inbox/none-of-it', '/inbox/find', '/inbox/raised']) {
      const page = await pageAt(path, withToken);
      expect({[path]: page.slice(0, 60)}).toEqual({[path]: expect.stringContaining('<html lang="en-xa" dir="ltr">')});
      expect({[path]: await leftInEnglish(page)}).toEqual({[path]: []});
    }
    expect(await pageAt('/inbox')).toContain('<html lang="en-xa"');
  });

  it('is the words of answers in exports too, beside the same codes', async () => {
    const inEach = async (language?: string) => {
      endpoint = await openEndpoint({words: await openWords(language)}, {isNew: true});
      expect((await endpoint.post(exampleSubmission())).status).toBe(201);
      let csv = '';
      for await (const piece of exportFeedback({format: 'csv', withContact: false, arrivedBy: '9999'}, {access: ownersAccess('export'), who: 'export'}, endpoint.dependencies)) csv += piece;
      await endpoint.close();
      return csv;
    };
    const [english, other] = [await inEach(), await inEach('en-XA')];
    endpoint = undefined;
    expect(english).toContain('Some good, some poor');
    expect(other).not.toContain('Some good, some poor');
    expect(other).toContain('[Šómé ĝóóđ, šómé póóř ~~~~~~ ~]');
    for (const csv of [english, other]) expect(csv).toMatch(/carer.*mixed/);
  });

  it('is the mail that tells of something urgent', async () => {
    const {team: words} = await team.words;
    const {subject, text} = mailText({id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11', urgency: 'immediate', receivedAt: '2026-11-22T10:09:40Z', kind: 'new', way: 'mail', tries: 0} as never, origin, words);
    expect(subject).toMatch(/~\]/);
    expect(text).toMatch(/~\]/);
  });

  it('is in English where nobody has translated it, and the operator is told', async () => {
    const words = await openWords('tlh');
    expect(words.team.lang).toBe('en');
    expect(teamLanguageWarnings('tlh', words)).toEqual([expect.stringMatching(/^CARE_TEAM_LANGUAGE is tlh, and there is no translation into it/)]);
    for (const fine of [undefined, 'en', 'en-GB']) expect(teamLanguageWarnings(fine, await openWords(fine))).toEqual([]);
    expect(teamLanguageWarnings('en-XA', await team.words)).toEqual([]);
  });
});
