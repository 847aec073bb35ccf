import type {QuestionText, SetText, When} from '../../contract/question-set.js';
import type {Words} from '../../locale/words.js';
import {riskText, serviceText} from './shared-words.js';

const hasDied: When = {question: 'died', in: ['yes']};
const isOwn: When = {question: 'relationship', in: ['self']};
const isStaff: When = {any: [{question: 'relationship', in: ['staff']}, {question: 'also-staff', in: ['yes']}]};
const isYoung: When = {question: 'under-18', in: ['yes']};

/** The words of `give-feedback` after its opening. */
export function giveFeedbackWords(words: Words): Pick<SetText, 'pages' | 'questions'> {
  const {msg} = words;
  return {
    pages: {
      protection: {
        title: msg('Before you go on: speaking up as a worker'),
        body: [
          msg('The law can protect workers who speak up. It depends on what you tell, and whom.'),
          msg('{prescribed}'),
          msg('Get free advice first. {advice}'),
          msg('Do not use a work phone, computer or network.'),
          msg('You do not need to give your name.'),
        ],
      },
      when: {title: msg('When and where')},
      story: {title: msg('Tell us about it')},
    },
    questions: {service: serviceText(words), ...aboutTheCare(words), ...inTheirWords(words), ...whatNext(words)},
  };
}

function aboutTheCare(words: Words): Record<string, QuestionText> {
  const {msg} = words;
  const yes = {label: msg('Yes')};
  const no = {label: msg('No')};
  const unsure = {label: msg('I am not sure')};
  return {
    'worked-together': {
      label: msg('Did these services work well together?'),
      choices: {yes, partly: {label: msg('Partly')}, no, unsure},
    },
    experience: {
      label: msg('What has the care been like?'),
      versions: [{when: hasDied, label: msg('What was the care like?')}],
      choices: {good: {label: msg('Good')}, poor: {label: msg('Poor')}, mixed: {label: msg('Some good, some poor')}},
      required: msg('Choose what the care was like'),
    },
    'also-staff': {
      label: msg('Do you work or volunteer for this service, or did you use to?'),
      choices: {yes, no},
    },
    risk: riskText(words),
    'told-others': {
      label: msg('Have you told the police or the council?'),
      choices: {police: {label: msg('The police')}, council: {label: msg('The council')}, both: {label: msg('Both')}, no: {label: msg('Neither')}, unsure},
    },
    when: {
      label: msg('When did it happen?'),
      hint: msg('Roughly is fine. The year alone is enough. For example, 27 3 2026.'),
      choices: {ongoing: {label: msg('It is still happening')}, unknown: {label: msg('I do not know')}},
      required: msg('Say roughly when it happened, or choose “I do not know”'),
    },
    where: {
      label: msg('Where in the service did it happen?'),
      hint: msg('For example a ward, a floor or a home visit.'),
    },
  };
}

function inTheirWords({msg}: Words): Record<string, QuestionText> {
  const yes = {label: msg('Yes')};
  const no = {label: msg('No')};
  return {
    story: {
      label: msg('What happened?'),
      hint: msg('You can write one sentence.\nYou can speak instead: phone {phone}.\nLeave out names if you do not want people to be recognised.'),
      versions: [
        {when: isStaff, hint: msg('You can write one sentence.\nYou can speak instead: phone {phone}.\nLeave out what would show who you are, if you want to stay unknown.')},
      ],
    },
    change: {
      label: msg('What should they keep doing, or do differently?'),
      versions: [{when: hasDied, label: msg('What did they do well, or what should they have done differently?')}],
    },
    topics: {
      label: msg('What is it about?'),
      hint: msg('Choose all that fit. You can leave this out if you wrote what happened.'),
      choices: {
        safe: {label: msg('Feeling and being safe')},
        kindness: {label: msg('Kindness and respect')},
        listened: {label: msg('Being listened to')},
        decisions: {label: msg('Having a say in decisions')},
        information: {label: msg('Getting information')},
        access: {label: msg('Getting care when it was needed')},
        staff: {label: msg('Staff: enough of them, and their skills')},
        rights: {label: msg('Rights'), hint: msg('Being treated fairly; discrimination, restraint, being locked in')},
        place: {label: msg('The building, food or cleanliness')},
        medicines: {label: msg('Medicines')},
        together: {label: msg('Services working together')},
        other: {label: msg('Something else')},
      },
      required: msg('Choose what it is about, or go back and write what happened'),
    },
    detained: {
      label: msg('Was the person detained under the Mental Health Act?'),
      versions: [{when: isOwn, label: msg('Were you detained under the Mental Health Act?')}],
      hint: msg('This is also called being sectioned. You do not have to answer.'),
      choices: {yes, no, unsure: {label: msg('I am not sure')}},
    },
  };
}

function whatNext({msg}: Words): Record<string, QuestionText> {
  const yes = {label: msg('Yes')};
  const no = {label: msg('No')};
  const unsure = {label: msg('I am not sure')};
  return {
    'told-service': {
      label: msg('Have you told the service?'),
      hint: msg('You do not have to tell the service first.'),
      choices: {no, yes, complaint: {label: msg('Yes, I made a formal complaint')}, unsure},
      required: msg('Say if you have told the service'),
    },
    'service-answered': {label: msg('Has the service answered?'), choices: {no, yes}},
    share: {
      label: msg('Who else may see it?'),
      hint: msg('{receiver} will read this. Tick who else may see it. You do not have to tick any.'),
      choices: {
        service: {
          label: msg('The service'),
          hint: msg('The service would see what you wrote and the month. It would not see your name or how to reach you. It may guess who wrote it.'),
        },
      },
    },
    'under-18': {label: msg('Are you under 18?'), hint: msg('You do not have to answer.'), choices: {yes, no}},
    'safe-reply': {label: msg('Is it safe for us to reply?'), hint: msg('For example, does someone else read your messages?'), choices: {yes, no, unsure}},
    contact: {
      label: msg('May we contact you?'),
      hint: msg(
        'You can say no. You never need to give your name.\nThere are limits to what stays private. If someone may be in serious danger, or there may have been a serious crime, {receiver} may have to tell the police or the council. It may have to say who told.',
      ),
      versions: [
        {when: isYoung, hint: msg('You can say no. You never need to give your name.\nIf you or someone else may be in danger, {receiver} may have to tell people who can help. It may have to say who told.')},
      ],
    },
  };
}
