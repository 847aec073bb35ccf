import {expect, oneEvent} from '@open-wc/testing';
import type {ServiceRating} from '../../../src/contract/rating.js';
import type {CareRating} from '../../../src/elements/care-rating/care-rating.js';
import {endpointWith, json, origin} from '../../support/care-rating/rating-endpoint.js';
import {asked, daysAgo, house, said} from '../../support/care-rating/ratings.js';
import {console_, putTag, read, shown} from '../../support/care-rating/rating-reader.js';

let told: ReturnType<typeof console_>;
beforeEach(() => (told = console_('warn')));
afterEach(() => told.end());

const displays = ['badge', 'summary', 'full'] as const;
const links = (tag: CareRating) => [...tag.shadowRoot!.querySelectorAll('a')].map(({href}) => href);
const first = (tag: CareRating) => tag.shadowRoot!.querySelector<HTMLElement>('.surface')!.innerText.trim();

const provider: ServiceRating = {
  ...house({overall: said('requires-improvement')}),
  service: {id: '1-1000000002', name: 'Example Care Ltd', level: 'provider'},
  locations: [
    {service: {id: '1-1000000001', name: 'Example House'}, status: {kind: 'registered'}, overall: said('good')},
    {service: {id: '1-1000000005', name: 'Example Lodge'}, status: {kind: 'closed'}, overall: null},
  ],
};

describe('a rating, in every display', () => {
  for (const display of displays) {
    it(`says all that Regulation 20A asks of a provider’s website: ${display}`, async () => {
      const tag = await shown(house(), {display});
      const words = read(tag);
      expect(words).to.contain('Example House Location, run by Example Care Ltd');
      expect(words).to.contain('Overall rating from the Care Quality Commission (CQC): Good');
      expect(words).to.match(/Published 4 May 2021, \d+ years ago/);
      expect(words).to.contain('www.cqc.org.uk').and.to.contain('Contains CQC information, Open Government Licence v3.0');
      expect(links(tag)).to.deep.equal(['https://www.cqc.org.uk/location/1-1000000001']);
      expect(words).not.to.match(/current|latest/i);
    });

    it(`says of a provider that it is the whole organisation, and how each of its locations is rated: ${display}`, async () => {
      const tag = await shown(provider, {display, provider: '1-1000000002'});
      expect(read(tag)).to.contain('Example Care Ltd Provider, rated as a whole organisation').and.to.contain('Overall rating from the Care Quality Commission (CQC): Requires improvement');
      expect(read(tag)).to.match(/Example House Good Published 4 May 2021, \d+ years ago Example Lodge \(closed\) No rating was found/);
      expect(links(tag)).to.deep.equal(['https://www.cqc.org.uk/location/1-1000000001', 'https://www.cqc.org.uk/location/1-1000000005', 'https://www.cqc.org.uk/provider/1-1000000002']);
    });

    it(`says before all else that a service has closed, and what came after it: ${display}`, async () => {
      const tag = await shown(house({status: {kind: 'closed', on: '2025-03-31', successor: {id: '1-1000000004', name: 'Example Lodge'}}}), {display});
      expect(first(tag)).to.match(/^Example House closed on 31 March 2025\.\s+Now registered as: Example Lodge\s+Example House/);
      expect(read(tag)).to.contain('Last overall rating from the Care Quality Commission (CQC): Good');
      expect(links(tag)[0]).to.equal('https://www.cqc.org.uk/location/1-1000000004');
    });

    it(`says from the fifteenth day that one should look for newer, and keeps the rating: ${display}`, async () => {
      expect(read(await shown(house({asOf: daysAgo(14)}), {display}))).not.to.contain('Checked');
      expect(read(await shown(house({asOf: daysAgo(15)}), {display}))).to.match(/Good.*Checked .* See www\.cqc\.org\.uk for the latest\./);
      expect(read(await shown(house({asOf: daysAgo(28)}), {display}))).to.contain('Good');
    });

    it(`says no rating from the twenty-ninth day, of nothing: ${display}`, async () => {
      const old = {...provider, services: [{name: 'Surgery', overall: said('inadequate'), keyQuestions: []}], history: [said('outstanding')], asOf: daysAgo(29)};
      const tag = await shown(old, {display});
      expect(told.lines).to.deep.equal([`<care-rating>: the data is of ${daysAgo(29)}, more than 28 days ago, so no rating is shown. Import newer data.`]);
      expect(tag.shadowRoot!.textContent).not.to.match(/outstanding|good|requires|inadequate|rating|Published/i);
      expect(read(tag)).to.match(/^Example Care Ltd Provider, .*Checked .* See www\.cqc\.org\.uk for the latest\. Example Care Ltd at www\.cqc\.org\.uk/);
      expect(links(tag)).to.deep.equal(['https://www.cqc.org.uk/provider/1-1000000002']);
    });
  }

  it('has another shape for each of the four ratings, and none for another word', async () => {
    const shapes = [];
    for (const word of ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const) {
      const tag = await shown(house({overall: said(word)}), {display: 'badge'});
      shapes.push(tag.shadowRoot!.querySelector('.overall path')!.getAttribute('d'));
    }
    expect(new Set(shapes).size).to.equal(4);
    const tag = await shown(house({overall: {rating: null, label: 'Inspected but not rated', published: '2020-01-02'}}), {display: 'badge'});
    expect(read(tag)).to.contain('(CQC): Inspected but not rated Published 2 January 2020');
    expect(tag.shadowRoot!.querySelector('.overall path')).to.equal(null);
  });

  it('moved says so and names where to, and what is not known is left out', async () => {
    const tag = await shown(house({status: {kind: 'moved', successor: {id: '1-1000000004'}}}));
    expect(first(tag)).to.match(/^Example House has moved\.\s+Now registered as: 1-1000000004/);
  });

  it('says whose rating it was, that CQC has visited since, and that there is no date', async () => {
    expect(read(await shown(house({inherited: {from: {id: '1-1000000003', name: 'Example Homes'}}})))).to.contain('Example Homes ran this service then.');
    expect(read(await shown(house({inherited: {}})))).to.contain('Someone else ran this service then.');
    expect(read(await shown(house({pending: {visited: '2026-10-12'}})))).to.contain('CQC visited on 12 October 2026 and has not yet published what it found.');
    expect(read(await shown(house({overall: {rating: 'good', label: 'Good'}})))).to.contain('Good CQC’s record gives no date for it.');
  });

  it('calls nothing rated that is not: the record’s own words, or none', async () => {
    expect(read(await shown(house({overall: null})))).to.contain('(CQC): No rating was found');
    expect(read(await shown(house({overall: {rating: null, label: 'Not yet rated'}})))).to.contain('(CQC): Not yet rated');
  });

  it('lists how the parts are rated where the whole is not', async () => {
    const tag = await shown(house({overall: {rating: null, label: 'Not rated'}, keyQuestions: [], services: [{name: 'Maternity', overall: said('good'), keyQuestions: []}]}), {display: 'badge'});
    expect(read(tag)).to.match(/Not rated Parts that are rated apart Maternity Good Published/);
  });
});

describe('the five key questions', () => {
  it('stand in CQC’s order, each with a day only where it is another', async () => {
    const tag = await shown(house({keyQuestions: asked(said('requires-improvement', '2023-10-05'), said('good'), said('outstanding'), said('good'), said('inadequate', '2023-10-05'))}));
    const rows = [...tag.shadowRoot!.querySelectorAll<HTMLElement>('dl > div')].map((each) => each.innerText.replace(/\s+/g, ' ').replace(/\d+ (year|month)s? ago/, '… ago').trim());
    expect(rows).to.deep.equal(['Safe Requires improvement Published 5 October 2023, … ago', 'Effective Good', 'Caring Outstanding', 'Responsive Good', 'Well-led Inadequate Published 5 October 2023, … ago']);
  });

  it('are not in a badge', async () => {
    expect(read(await shown(house(), {display: 'badge'}))).not.to.contain('Caring');
  });
});

describe('the full display', () => {
  it('folds up the parts, the history and what the words mean, and opens them', async () => {
    const tag = await shown(
      house({services: [{name: 'Maternity', overall: said('inadequate'), keyQuestions: asked(said('good'))}], history: [said('outstanding', '2015-01-02'), {rating: null, label: 'Not rated'}]}),
      {display: 'full'},
    );
    const folds = [...tag.shadowRoot!.querySelectorAll('details')];
    expect(folds.map((each) => [each.open, each.querySelector('summary')!.innerText])).to.deep.equal([
      [false, 'Parts that are rated apart: 1'], [false, 'Earlier overall ratings: 2'], [false, 'What the questions and ratings mean'],
    ]);
    for (const each of folds) each.open = true;
    expect(folds[0]!.innerText).to.match(/Maternity\s+Inadequate\s+Published 4 May 2021, \d+ years ago\s+Safe\s+Good/);
    expect([...folds[1]!.querySelectorAll('li')].map(({innerText}) => innerText.replace(/\s+/g, ' ').trim())).to.have.length(2);
    expect(folds[1]!.innerText).to.match(/Outstanding\s+Published 2 January 2015/);
    expect(folds[2]!.innerText).to.contain('Are people kept from harm?').and.to.contain('People are kept safe from abuse and harm.').and.to.contain('Is the service well run?');
  });

  it('comes when the page asks for it later, without asking the endpoint for another service', async () => {
    const tag = await shown(house({history: [said('good', '2015-01-02')]}));
    expect(read(tag)).not.to.contain('Earlier');
    const endpoint = endpointWith({'/v1/services/': json(house({history: [said('good', '2015-01-02')]}))});
    tag.display = 'full';
    await oneEvent(tag, 'care-rating-shown');
    endpoint.remove();
    expect(read(tag)).to.contain('Earlier overall ratings: 1');
    expect(new Set(endpoint.asked.map(({path}) => path))).to.deep.equal(new Set(['/v1/services/1-1000000001/rating']));
  });
});

describe('where a rating comes from', () => {
  it('is the endpoint, by the id of a service or of a provider', async () => {
    const endpoint = endpointWith({'/v1/services/RXQ02': json(house()), '/care/v1/services/1-1000000002/rating': json(provider)});
    await oneEvent(await putTag({endpoint: origin, service: 'RXQ02'}), 'care-rating-shown');
    const tag = await putTag({endpoint: `${origin}/care/`, provider: '1-1000000002'});
    await oneEvent(tag, 'care-rating-shown');
    expect(read(tag)).to.contain('Example Care Ltd');
    endpoint.remove();
  });

  it('may be a file of the page’s, as an endpoint writes it or as CQC does', async () => {
    const record = {locationId: '1-1000000001', name: 'Example House', registrationStatus: 'Registered', currentRatings: {overall: {rating: 'Outstanding', reportDate: '2024-02-03'}}};
    const endpoint = endpointWith({'/ours.json': json(house()), '/theirs.json': json(record)});
    const ours = await putTag({src: `${origin}/ours.json`});
    await oneEvent(ours, 'care-rating-shown');
    expect(read(ours)).to.contain('Good');
    const theirs = await putTag({src: `${origin}/theirs.json`});
    await oneEvent(theirs, 'care-rating-shown');
    expect(read(theirs)).to.contain('Outstanding Published 3 February 2024');
    endpoint.remove();
  });

  it('may be a property, which asks nobody', async () => {
    const endpoint = endpointWith();
    const tag = await putTag({endpoint: origin, service: '1-1000000009'}, {rating: house({overall: said('inadequate')})});
    await oneEvent(tag, 'care-rating-shown');
    expect(read(tag)).to.contain('Inadequate');
    expect(endpoint.asked).to.deep.equal([]);
    endpoint.remove();
  });
});
