import {expect, html} from '@open-wc/testing';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {wipers} from '../../../src/elements/shared/quick-exit/wiping.js';
import {focused, tabTo} from '../../support/care-feedback/form-person.js';
import {answer, asked, chosen, listed, names, questions, saidOf, show, status, wants} from '../../support/care-signpost/visitor.js';

const {danger, wants: want, service, age} = questions;
const open = () => show(html`<care-signpost></care-signpost>`);

afterEach(() => document.querySelectorAll('care-signpost').forEach((each) => each.remove()));

const leave = (panel: CareSignpost) => [...panel.shadowRoot!.querySelectorAll('button')].find(({innerText}) => innerText === 'Leave this page');

describe('leaving quickly from the panel', () => {
  it('is offered where the page’s owner wants it, before everything else', async () => {
    const panel = await show(html`<care-signpost leave-quickly></care-signpost>`);
    expect(panel.shadowRoot!.querySelector('button, a, input, select')).to.equal(leave(panel));
    await tabTo(panel, leave(panel)!);
    expect(focused(panel)).to.equal(leave(panel));
    await expect(panel).to.be.accessible();
    panel.removeAttribute('leave-quickly');
    await panel.updateComplete;
    expect(leave(panel)).to.equal(undefined);
  });

  for (const [who, question, choice] of [['staff who speak up', want, wants.staff], ['whoever looks for help because somebody is hurt', want, wants.safeguard], ['somebody in danger', danger, 'Yes']] as const) {
    it(`is offered to ${who}, with 999 still first in the list`, async () => {
      const panel = await open();
      expect(leave(panel)).to.equal(undefined);
      await answer(panel, question, choice);
      expect(leave(panel)).not.to.equal(undefined);
      expect(listed(panel)[0]).to.equal('Emergency services');
    });
  }

  it('is offered where the page knows that its readers are staff', async () => {
    expect(leave(await show(html`<care-signpost situation='{"wants": "report-as-staff"}'></care-signpost>`))).not.to.equal(undefined);
  });

  it('is not offered to whoever looks for something else', async () => {
    const panel = await open();
    await answer(panel, danger, 'No');
    await answer(panel, want, wants.complain);
    expect(leave(panel)).to.equal(undefined);
  });

  it('leaves no answer behind, and what the page itself knows stands', async () => {
    const panel = await show(html`<care-signpost situation='{"nation": "england"}'></care-signpost>`);
    await answer(panel, want, wants.safeguard);
    await answer(panel, age, 'Yes');
    wipers().forEach((wipe) => wipe());
    expect(panel.shadowRoot!.querySelectorAll('input:checked')).to.have.length(0);
    expect(asked(panel)).to.deep.equal([danger, want, service]);
    expect(listed(panel)).not.to.include('Childline');
    expect(status(panel)).to.equal('');
    expect(leave(panel)).to.equal(undefined);
  });

  it('empties also a list that somebody chose from, where no button is shown', async () => {
    const panel = await open();
    await answer(panel, want, wants.complain);
    await answer(panel, service, 'Care home');
    wipers().forEach((wipe) => wipe());
    expect(await chosen(panel, service)).to.equal('');
    expect(saidOf(panel, names.lgsco)).to.equal('');
  });
});
