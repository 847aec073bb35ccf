import {describe, expect, it} from 'vitest';
import {databaseName} from '../../src/delivery/outbox/queued-submission.js';
import {scopeKinds, rights} from '../../src/endpoint/access/access.js';
import {defaultDays} from '../../src/endpoint/retention/retention-policy.js';
import {deeds} from '../../src/endpoint/store/access-store.js';
import {dataProtectionPage as page} from '../support/store/data-protection-page.js';

describe('the page about data protection', () => {
  it('names every right, every limit and everything that the log notes', () => {
    for (const word of [...rights, ...scopeKinds, ...deeds, databaseName]) expect(page).toContain(`\`${word}\``);
  });

  it('says for how long things are kept where nothing is set', () => {
    expect(page).toContain(`Words ${defaultDays.stories.toLocaleString('en-GB')} days, contact details ${defaultDays.contacts} days (the defaults)`);
  });
});
