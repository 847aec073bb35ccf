import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {fill} from '../../demo/site.js';
import {ReceiverFile} from '../../src/contract/receiver.js';
import {PlaceRatings, RatedServiceList} from '../../src/contract/place.js';
import {placeRatingsFault} from '../../src/contract/place-guard.js';
import {ServiceRating} from '../../src/contract/rating.js';
import {Service} from '../../src/contract/service.js';

const demo = fileURLToPath(new URL('../../demo/', import.meta.url));
const addresses = {today: '2026-11-22', endpoint: 'http://127.0.0.1:4000', charity: 'http://127.0.0.1:4001', gp: 'http://127.0.0.1:4002', healthwatch: 'http://127.0.0.1:4003'};
const read = (file: string) => fill(readFileSync(demo + file, 'utf8'), addresses);
const services: unknown[] = JSON.parse(read('services.json'));
const pages = ['charity', 'gp', 'healthwatch'].flatMap((site) =>
  readdirSync(demo + site).filter((file) => file.endsWith('.html')).map((file) => `${site}/${file}`));

describe('the demonstration’s receiver', () => {
  it('is whole, and says in its name and words that it is an example', () => {
    const receiver = ReceiverFile.parse(JSON.parse(read('receiver.json')));
    expect(receiver.name).toContain('example');
    expect(receiver.whatHappens).toContain('example');
    expect(receiver.example).toBe(true);
    const complain = new URL(receiver.dataComplaint!);
    expect(read(`healthwatch${complain.pathname}`)).toContain(`id="${complain.hash.slice(1)}"`);
    for (const {name} of Object.values(receiver.share ?? {})) expect(name).toMatch(/example/i);
  });

  it('has no telephone number that could ring at somebody’s home', () => {
    for (const file of ['receiver.json', ...pages]) {
      const numbers = read(file).replace(/\b(999|111|18001)\b/g, '').match(/\b0[\d ]{9,}\d\b/g) ?? [];
      // Ofcom keeps 01632 960000 to 960999 free for drama.
      for (const number of numbers) expect(number, file).toMatch(/^01632 960\d{3}$/);
    }
  });
});

describe('the demonstration’s services', () => {
  it.each(services.map((service) => [(service as Service).id, service]))('%s is a service, and named as an example', (_, service) => {
    const {name, postcode} = Service.parse(service);
    expect(name).toMatch(/^Example /);
    expect(postcode ?? 'ZZ99').toMatch(/^ZZ99/);
  });

  it('begin with Example House, which the charity asks about', () => {
    expect(services[0]).toMatchObject({id: '1-1000000001', name: 'Example House'});
    expect(read('charity/index.html')).toContain('service="1-1000000001"');
  });

  it('hold no id twice', () => {
    const ids = services.map((service) => (service as Service).id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the demonstration’s ratings', () => {
  const ratings: unknown[] = JSON.parse(read('ratings.json'));

  it('are ratings, each of a service of the demonstration, and say that they are invented', () => {
    for (const each of ratings) {
      const {service, asOf, source} = ServiceRating.parse(each);
      expect(services).toContainEqual(expect.objectContaining({id: service.id, name: service.name, level: service.level}));
      expect([asOf, source]).toEqual(['2026-11-22', 'Invented for the demonstration']);
    }
  });

  it('of the charity’s area are counts that add up, and name services of the demonstration', () => {
    const area = PlaceRatings.parse(JSON.parse(read('charity/exampleshire.json')));
    expect(placeRatingsFault(area)).toBeUndefined();
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, each) => all + each, 0);
    for (const {services: all, overall, keyQuestions} of area.kinds) for (const counts of [overall, ...Object.values(keyQuestions)]) expect(sum(counts)).toBe(all);
    expect(area.kinds.reduce((all, each) => all + each.services, 0)).toBe(area.services);
    expect(sum(area.ages)).toBe(area.services - area.kinds.reduce((all, {overall}) => all + overall['not-rated'], 0));
    const known = RatedServiceList.parse(JSON.parse(read('charity/exampleshire/services.json'))).services.map(({service}) => service);
    for (const {id, name} of [...known, ...area.changed.map(({service}) => service)]) expect(services).toContainEqual(expect.objectContaining({id, name}));
  });

  it('have one of the surgery, which shows it', () => {
    expect(ratings.map((each) => (each as ServiceRating).service.id)).toContain('1-1000000004');
    expect(read('gp/index.html')).toContain('<care-rating endpoint="http://127.0.0.1:4000" service="1-1000000004"');
  });
});

describe('every page of the three websites', () => {
  it.each(pages)('%s says that it is an example, and carries nothing of ours but the snippet', (page) => {
    const html = read(page);
    expect(html).toContain('This is an example website.');
    const scripts = html.match(/<script[\s\S]*?<\/script>/g) ?? [];
    const expected = /<care-(feedback|signpost|rating|place)/.test(html) ? ['<script type="module" src="http://127.0.0.1:4000/elements/v1/care-elements.js"></script>'] : [];
    expect(scripts).toEqual(expected);
    expect(html).not.toMatch(/ style=| on[a-z]+=/);
  });

  it.each(pages.filter((page) => read(page).includes('<care-feedback')))('%s keeps a link to the plain form inside the tag', (page) => {
    for (const [, within] of read(page).matchAll(/<care-feedback[^>]*>([\s\S]*?)<\/care-feedback>/g)) {
      expect(within).toMatch(/<a [^>]*href="http:\/\/127\.0\.0\.1:4000\/feedback\?/);
    }
  });

  it.each(pages.filter((page) => read(page).includes('<care-signpost')))('%s keeps a link to the list of everybody inside the tag', (page) => {
    for (const [, within] of read(page).matchAll(/<care-signpost[^>]*>([\s\S]*?)<\/care-signpost>/g)) expect(within).toMatch(/<a [^>]*href="http:\/\/127\.0\.0\.1:4000\/who-can-help"/);
  });

  it.each(pages.filter((page) => read(page).includes('<care-rating')))('%s names no rating inside the tag, and leads to where there is one', (page) => {
    const tags = [...read(page).matchAll(/<care-rating[^>]* service="([^"]+)"[^>]*>([\s\S]*?)<\/care-rating>/g)];
    expect(tags.length).toBeGreaterThan(0);
    for (const [, id, within] of tags) {
      expect(within).toContain(`href="https://www.cqc.org.uk/location/${id}"`);
      expect(within).toContain('www.cqc.org.uk</a>');
      expect(within).not.toMatch(/outstanding|good|requires improvement|inadequate/i);
    }
  });

  it('has the GP practice show its rating on the page that it opens with, and on one that each page leads to', () => {
    expect(read('gp/index.html')).toContain('<care-rating');
    for (const page of pages.filter((each) => each.startsWith('gp/'))) expect(read(page)).toMatch(/<nav[\s\S]*href="\/rating\.html"[\s\S]*<\/nav>/);
  });

  it('has the GP practice, a provider, carry no inline form', () => {
    for (const page of pages.filter((each) => each.startsWith('gp/'))) {
      for (const [tag] of read(page).matchAll(/<care-feedback[^>]*>/g)) expect(tag).toMatch(/ isolated[ >]/);
    }
  });
});
