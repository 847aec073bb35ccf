import type {Body} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {buildBodies, phone, web} from './body-builder.js';

/** Who helps in Wales, as far as it was checked. */
export function bodiesInWales({msg}: Words): Body[] {
  return buildBodies('wales', [
    {id: 'hiw', name: msg('Healthcare Inspectorate Wales'), does: msg('Inspects NHS and private health care in Wales.'), ways: [phone('0300 062 8163')]},
    {id: 'ciw', name: msg('Care Inspectorate Wales'), does: msg('Inspects social care in Wales.'), doesNot: msg('It does not resolve complaints.'), ways: [phone('0300 7900 126'), web('www.careinspectorate.wales')]},
    {id: 'llais', name: msg('Llais'), does: msg('Hears what people say of health and social care in Wales, and helps them to complain.'), ways: [web('www.llaiswales.org')]},
    {id: 'psow', name: msg('Public Services Ombudsman for Wales'), does: msg('Looks into complaints after the service’s answer.')},
  ]);
}
