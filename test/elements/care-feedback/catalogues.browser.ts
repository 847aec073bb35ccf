import {expect} from '@open-wc/testing';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {eventually} from '../../support/eventually.js';
import {allBut, pageWith} from '../../support/elements/frame.js';
import {exampleEndpoint, origin, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {reads, sees} from '../../support/care-feedback/form-person.js';
import {pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => void (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

/** What a page has asked for, in that order, by the ends of the addresses. */
const askedBy = (form: CareFeedback) => form.ownerDocument.defaultView!.performance.getEntriesByType('resource').map(({name, startTime}) => ({name: name.replace(/^.*\/src\//, ''), startTime}));
const catalogues = (form: CareFeedback, tag: string) => askedBy(form).flatMap(({name}) => (name.endsWith(`.${tag}.ts`) ? [name.replace(/^.*\/|\..*$/g, '')] : [])).sort();

describe('a form in a page’s language', () => {
  it('asks for its own words alone, those of the rest together with the code of the rest', async () => {
    const form = (await pageWith('care-feedback', `<care-feedback lang="en-XA" endpoint="${origin}" service="1-1000000001"></care-feedback>`, allBut(''))) as CareFeedback;
    await reads(form, 'Çóñţíñúé');
    await eventually(() => catalogues(form, 'en-XA').length === 3, () => `the words; there are: ${catalogues(form, 'en-XA').join(', ')}`);
    expect(catalogues(form, 'en-XA')).to.deep.equal(['form', 'form-first', 'help']);
    const starts = new Map(askedBy(form).map(({name, startTime}) => [name, startTime]));
    // What the later code itself imports can only be asked for once that has come.
    const imported = starts.get('elements/care-feedback/form-controller.ts')!;
    expect(starts.get('locale/generated/form.en-XA.ts')!).to.be.lessThan(imported);
    expect(starts.get('locale/generated/form-first.en-XA.ts')!).to.be.lessThan(imported);
  });

  it('asks in English for none, and for all of its words once its page changes its language', async () => {
    const form = (await pageWith('care-feedback', `<care-feedback endpoint="${origin}" service="1-1000000001"></care-feedback>`, allBut(''))) as CareFeedback;
    await sees(form, pages.whose);
    await eventually(() => askedBy(form).some(({name}) => name === 'elements/care-feedback/form-signposts.ts'), 'the later code');
    expect(askedBy(form).filter(({name}) => /generated\/[\w-]+\.[\w-]+\.ts$/.test(name))).to.deep.equal([]);
    form.lang = 'ar-XB';
    await eventually(() => catalogues(form, 'ar-XB').length === 3, () => `the words; there are: ${catalogues(form, 'ar-XB').join(', ')}`);
    await eventually(() => form.shadowRoot!.querySelector('.surface')!.getAttribute('dir') === 'rtl', 'words that run from right to left');
    expect(catalogues(form, 'ar-XB')).to.deep.equal(['form', 'form-first', 'help']);
  });
});
