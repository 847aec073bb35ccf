import type {Body} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {buildBodies, fact, known, phone, plain, readOn, unchecked, web} from './body-builder.js';

const tellCqc = 'www.cqc.org.uk/give-feedback-on-care';
const cqcPhone = '03000 616161';
const findCouncil = web('www.gov.uk/find-local-council', null);
const findOnNhs = web('www.nhs.uk');

/** Who helps in England. Only ways that may be shown; the others are in `unconfirmed.ts`. */
export function bodiesInEngland({msg}: Words): Body[] {
  const cqcHours = fact(msg('Monday to Friday, 8.30am to 5.30pm, except bank holidays.'));
  const notComplaints = msg('It cannot sort out a complaint for you.');
  const onlyPeople = msg('It looks at people, not at services.');
  return buildBodies('england', [
    {id: 'nhs-111', name: msg('NHS 111'), does: msg('Urgent medical help. Choose option 2 for a mental health crisis.'), hours: fact(msg('Day and night.')), ways: [known('111'), plain('relay', '18001 111'), web('111.nhs.uk')]},
    {id: 'nspcc', name: msg('NSPCC'), does: msg('For adults who are worried about a child.'), ways: [known('0808 800 5000')]},
    {id: 'papyrus', name: msg('Papyrus'), does: msg('For people under 35 who think of suicide, and anyone worried about them.'), ways: [phone('0800 068 4141'), web('www.papyrus-uk.org')]},
    {id: 'hourglass', name: msg('Hourglass'), does: msg('Help when an older person is harmed or abused.'), ways: [web('wearehourglass.org')]},
    {id: 'domestic-abuse-helpline', name: msg('National Domestic Abuse Helpline'), does: msg('Help with domestic abuse, run by Refuge.'), ways: [known('0808 2000 247')]},
    {id: 'council-safeguarding', name: msg('Your council’s adult safeguarding team'), does: msg('For abuse or neglect of an adult who needs care. Find your council and ask for it.'), ways: [findCouncil]},
    {id: 'childrens-services', name: msg('Your council’s children’s social care'), does: msg('For a child at risk. Find your council and ask for it.'), ways: [findCouncil], checked: null},
    {id: 'pals', name: msg('Patient Advice and Liaison Service (PALS)'), does: msg('Quick, informal help at a hospital or trust. Find it on nhs.uk.'), doesNot: msg('It is not part of making a complaint.'), ways: [findOnNhs]},
    {id: 'icb', name: msg('Integrated care board (ICB)'), does: msg('Pays for NHS care in your area, and takes complaints about it.')},
    {id: 'nhs-england', name: msg('NHS England'), does: msg('Takes complaints about specialised, prison, military and screening services.'), ways: [phone('0300 311 22 33'), web('www.england.nhs.uk/contact-us/feedback-and-complaints/complaint'), plain('email', 'england.contactus@nhs.net')]},
    {id: 'nhs-complaints-advocacy', name: msg('NHS complaints advocacy'), does: msg('Free, independent help with an NHS complaint. Which of them depends on where you live.'), ways: [phone('0300 456 2370', 'POhWER'), phone('0300 303 1660', 'VoiceAbility'), phone('0330 440 9000', 'The Advocacy People'), {kind: 'text', value: '80800', message: 'PEOPLE', note: 'The Advocacy People', checked: readOn}]},
    {id: 'independent-advocacy', name: msg('Independent advocacy'), does: msg('Someone on your side who helps you be heard. Ask your council.')},
    {id: 'imha', name: msg('Independent mental health advocate (IMHA)'), does: msg('Helps people under the Mental Health Act to know and use their rights. Ask the ward.')},
    {id: 'phso', name: msg('Parliamentary and Health Service Ombudsman'), does: msg('Looks into NHS complaints after the service’s answer.'), doesNot: msg('Not treatment while detained under the Mental Health Act.'), limits: unchecked(msg('Usually within 1 year of knowing about it.')), ways: [phone('0345 015 4033'), web('www.ombudsman.org.uk')]},
    {id: 'lgsco', name: msg('Local Government and Social Care Ombudsman'), does: msg('Looks into complaints about councils and adult social care, also if you pay yourself.'), hours: fact(msg('Monday to Friday, 10am to 4pm.')), limits: unchecked(msg('Usually within 12 months.')), ways: [phone('0300 061 0614'), web('www.lgo.org.uk')]},
    {id: 'cqc', name: msg('Care Quality Commission (CQC)'), does: msg('The regulator. What you tell it is evidence. You need not give your name.'), doesNot: notComplaints, hours: cqcHours, ways: [phone(cqcPhone), plain('bsl', msg('Through SignLive')), web(tellCqc), plain('email', 'enquiries@cqc.org.uk'), plain('post', 'CQC, Citygate, Gallowgate, Newcastle NE1 4PA')]},
    {id: 'cqc-mental-health-act', name: msg('CQC, about the Mental Health Act'), does: msg('Looks into complaints about being sectioned, guardianship or a community treatment order.'), hours: cqcHours, ways: [phone(cqcPhone, msg('then press 1')), web('www.cqc.org.uk')]},
    {id: 'cqc-staff', name: msg('CQC, for staff'), does: msg('Takes what workers are worried about.'), hours: cqcHours, ways: [phone(cqcPhone), web(tellCqc)]},
    {id: 'protect', name: msg('Protect'), does: msg('Legal advice for workers who speak up.'), ways: [web('protect-advice.org.uk')]},
    {id: 'speak-up-direct', name: msg('Speak Up Direct'), does: msg('Advice on speaking up for NHS and social care staff.'), ways: [web('speakup.direct', null)], checked: null},
    {id: 'local-healthwatch', name: msg('Local Healthwatch'), does: msg('Hears what care was like, and gives information.'), doesNot: msg('It does not handle complaints.'), ways: [phone('03000 683 000', 'Healthwatch England'), web('www.healthwatch.co.uk')]},
    {id: 'care-opinion', name: msg('Care Opinion'), does: msg('Your story in public, without your name. The service can reply.'), ways: [web('www.careopinion.org.uk')]},
    {id: 'nhs-reviews', name: msg('Reviews on nhs.uk'), does: msg('A public review on an NHS service’s page.'), ways: [findOnNhs]},
    {id: 'medical-examiner', name: msg('Medical examiner'), does: msg('A senior doctor who looks at why somebody died. Families can tell them of worries. Ask the hospital or GP practice.')},
    {id: 'coroner', name: msg('Coroner'), does: msg('Looks into sudden, unnatural or unexplained deaths.')},
    {id: 'bereavement-support', name: msg('Bereavement support'), does: msg('Someone to talk to after a death. Ask the hospital, hospice or GP practice.')},
    {id: 'gmc', name: msg('General Medical Council'), does: msg('Whether a doctor is fit to practise.'), doesNot: onlyPeople, ways: [phone('0161 923 6602'), web('www.gmc-uk.org')]},
    {id: 'nmc', name: msg('Nursing and Midwifery Council'), does: msg('Whether a nurse or midwife is fit to practise.'), doesNot: onlyPeople, ways: [web('www.nmc.org.uk')]},
    {id: 'gdc', name: msg('General Dental Council'), does: msg('Whether a dentist is fit to practise.'), doesNot: onlyPeople},
    {id: 'hcpc', name: msg('Health and Care Professions Council'), does: msg('Whether a therapist is fit to practise.'), doesNot: onlyPeople},
    {id: 'gphc', name: msg('General Pharmaceutical Council'), does: msg('Whether a pharmacist is fit to practise.'), doesNot: onlyPeople},
    {id: 'goc', name: msg('General Optical Council'), does: msg('Whether an optician is fit to practise.'), doesNot: onlyPeople, ways: [phone('020 7580 3898')]},
    {id: 'gcc', name: msg('General Chiropractic Council'), does: msg('Whether a chiropractor is fit to practise.'), doesNot: onlyPeople, ways: [phone('020 7713 5155')]},
    {id: 'gosc', name: msg('General Osteopathic Council'), does: msg('Whether an osteopath is fit to practise.'), doesNot: onlyPeople, ways: [phone('020 7357 6655')]},
    {id: 'social-work-england', name: msg('Social Work England'), does: msg('Whether a social worker is fit to practise.'), doesNot: onlyPeople},
    {id: 'ico', name: msg('Information Commissioner’s Office'), does: msg('Takes complaints about personal information and records.'), ways: [web('ico.org.uk/make-a-complaint', null)], checked: null},
    {id: 'iscas', name: msg('Independent Sector Complaints Adjudication Service (ISCAS)'), does: msg('Looks into complaints about private health care after both stages at the service.'), doesNot: msg('Only for services that belong to it.'), limits: fact(msg('Usually complain to the service within 6 months.')), ways: [web('iscas.cedr.com'), plain('email', 'info@iscas.org.uk')]},
    {id: 'ofsted', name: msg('Ofsted'), does: msg('Inspects children’s homes and children’s social care.'), doesNot: notComplaints},
    {id: 'imb', name: msg('Independent Monitoring Board'), does: msg('Watches over how people in prison are treated.')},
    {id: 'ppo', name: msg('Prisons and Probation Ombudsman'), does: msg('Looks into complaints after the prison’s answer.')},
    {id: 'eass', name: msg('Equality Advisory and Support Service'), does: msg('Advice about discrimination.')},
  ]);
}
