import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {databaseName} from '../../src/delivery/waiting.js';
import {limitKinds, rights} from '../../src/endpoint/access/access.js';
import {readConfiguration} from '../../src/endpoint/configuration.js';
import {defaultDays} from '../../src/endpoint/retention-policy.js';
import {deeds} from '../../src/endpoint/store/access-store.js';
import {dataProtectionPage as page} from '../endpoint/store/data-protection-page.js';

describe('the page about data protection', () => {
  it('names every right, every limit and everything that the log notes', () => {
    for (const word of [...rights, ...limitKinds, ...deeds, databaseName]) expect(page).toContain(`\`${word}\``);
  });

  it('says for how long things are kept where nothing is set', () => {
    expect(page).toContain(`Words ${defaultDays.stories.toLocaleString('en-GB')} days, contact details ${defaultDays.contacts} days (the defaults)`);
  });

  it('names no setting that there is not', () => {
    const read = new Set<string>();
    readConfiguration(new Proxy({}, {get: (_, name) => void read.add(String(name))}));
    const named = [...page.matchAll(/\bCARE_[A-Z_]+/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !read.has(name))).toEqual([]);
  });

  it('leads nowhere that is not there', () => {
    const anchorsOf = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replace(/[^\w\s-]/g, '').replaceAll(' ', '-'));
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    for (const [, file, anchor = ''] of page.matchAll(/\]\((\.\.\/README\.md)?#([\w-]+)\)/g)) expect(anchorsOf(file ? readme : page)).toContain(anchor);
    for (const [, anchor = ''] of readme.matchAll(/\]\(docs\/data-protection\.md#([\w-]+)\)/g)) expect(anchorsOf(page)).toContain(anchor);
  });
});
