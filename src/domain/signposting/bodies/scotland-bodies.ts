import type {Body} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {buildBodies, fact, phone, web} from './body-builder.js';

/** Who helps in Scotland, as far as it was checked. */
export function bodiesInScotland({msg}: Words): Body[] {
  return buildBodies('scotland', [
    {id: 'care-inspectorate', name: msg('Care Inspectorate'), does: msg('Inspects social care in Scotland, and looks into complaints about it.'), ways: [phone('0345 600 9527'), web('www.careinspectorate.com')]},
    {id: 'his', name: msg('Healthcare Improvement Scotland'), does: msg('Inspects private health care in Scotland.'), ways: [web('www.healthcareimprovementscotland.scot')]},
    {id: 'spso', name: msg('Scottish Public Services Ombudsman'), does: msg('Looks into complaints after the service’s answer.'), limits: fact(msg('Usually within 12 months.'))},
    {id: 'pass', name: msg('Patient Advice and Support Service (PASS)'), does: msg('Help with a complaint about the NHS in Scotland.')},
  ]);
}
