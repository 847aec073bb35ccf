import {expect, html} from '@open-wc/testing';
import {words} from '../../../src/locale/words.js';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {unconfirmed} from '../../../src/domain/signposting/unconfirmed.js';
import {answer, asked, listed, questions, show} from '../../support/care-signpost/visitor.js';

const digits = (text: string) => text.replace(/[^+\d]/g, '');
const {bodies} = builtInSignposts(words('en'));
const ways = bodies.flatMap((body) => body.ways);
/** What somebody has checked, and the eight numbers that everybody knows. */
const shown = ways.filter(({checked, known}) => checked !== null || known).map(({value}) => value);
const unchecked = Object.values(unconfirmed).flatMap((body) => body.ways ?? []).map(({value}) => value);

/** The choices of a question, in words. */
function choices(panel: CareSignpost, place: number): string[] {
  const question = [...panel.shadowRoot!.querySelectorAll('form fieldset, form select')][place]!;
  if (question instanceof HTMLSelectElement) return [...question.options].filter(({value}) => value).map(({text}) => text);
  return [...question.querySelectorAll('label')].map(({textContent}) => textContent!.trim());
}

/** Every answer to every question after every answer to those before it, as far as it is asked. */
async function everyAnswer(panel: CareSignpost, look: (given: string) => void, place = 0, given = ''): Promise<void> {
  const question = asked(panel)[place];
  if (question === undefined) return;
  for (const choice of choices(panel, place)) {
    await answer(panel, question, choice);
    look(`${given} / ${choice}`);
    await everyAnswer(panel, look, place + 1, `${given} / ${choice}`);
  }
}

describe('whatever somebody answers', () => {
  // Where the page names the nation there is room for one more question.
  for (const [name, tag, least] of [['where the page names the nation', html`<care-signpost nation="england"></care-signpost>`, 400], ['in every nation', html`<care-signpost></care-signpost>`, 1000]] as const) {
    it(`999 is on top, few questions are asked, and every link and number may be shown: ${name}`, async () => {
      const panel = await show(tag);
      const [hrefs, said] = [new Set<string>(), new Set<string>()];
      let states = 0;
      const look = (given: string) => {
        states += 1;
        const all = listed(panel);
        expect(all[0], given).to.equal('Emergency services');
        expect(all.length, given).to.be.at.least(4);
        expect(new Set(all).size, given).to.equal(all.length);
        expect(asked(panel)[0], given).to.equal(questions.danger);
        expect(asked(panel).length, given).to.be.within(3, 5);
        for (const link of panel.shadowRoot!.querySelectorAll('a')) hrefs.add(`${link.getAttribute('href')} ${link.rel}`);
        for (const each of panel.shadowRoot!.querySelectorAll('.signposts > li')) said.add(each.textContent!);
      };
      await everyAnswer(panel, look);
      expect(states).to.be.at.least(least);
      expect(hrefs.size).to.be.at.least(5);
      for (const each of hrefs) {
        const [, protocol, rest, rel] = /^(\w+:)(\S+) (.*)$/.exec(each)!;
        expect(['https:', 'tel:', 'sms:', 'mailto:'], each).to.include(protocol);
        expect(rel, each).to.equal('noopener noreferrer');
        if (protocol === 'mailto:') expect(shown).to.include(rest);
        else if (protocol !== 'https:') expect(shown.map(digits)).to.include(rest);
      }
      for (const each of said) {
        for (const value of unchecked) expect(each).not.to.include(value);
        const {hours, cost} = unconfirmed[bodies.find(({name}) => each.trim().startsWith(name))!.id] ?? {};
        for (const fact of [hours, cost]) if (fact) expect(each).not.to.include(fact.words);
      }
    });
  }
});
