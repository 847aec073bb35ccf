import type {Body} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {buildBodies} from './body-builder.js';

/** Who helps in Northern Ireland, as far as it was checked. */
export function bodiesInNorthernIreland({msg}: Words): Body[] {
  return buildBodies('northern-ireland', [
    {id: 'nipso', name: msg('Northern Ireland Public Services Ombudsman'), does: msg('Looks into complaints after the service’s answer.')},
    {id: 'rqia', name: msg('Regulation and Quality Improvement Authority (RQIA)'), does: msg('Inspects health and social care in Northern Ireland.')},
    {id: 'pcc', name: msg('Patient and Client Council'), does: msg('Hears what people say of health and social care, and helps them to complain.')},
  ]);
}
