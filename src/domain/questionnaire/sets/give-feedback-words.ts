import type {QuestionText, SetText, When} from '../../../contract/question-set.js';
import type {Words} from '../../../locale/words.js';
import {riskText, serviceText} from './shared-words.js';

const hasDied: When = {question: 'died', in: ['yes']};
const isOwn: When = {question: 'relationship', in: ['self']};
const isStaff: When = {any: [{question: 'relationship', in: ['staff']}, {question: 'also-staff', in: ['yes']}]};
const isYoung: When = {question: 'under-18', in: ['yes']};

/** The words of `give-feedback` after its first page. */
export function giveFeedbackWords(words: Words): Pick<SetText, 'pages' | 'questions'> {
  const {msg} = words;
  return {
    pages: {
      protection: {
        title: msg('Before you go on: speaking up as a worker'),
        body: [
          msg('The law can protect workers who speak up. It depends on what you say and who you tell.'),
          msg('{prescribed}'),
          msg('Volunteers are usually not protected.'),
          msg('Free advice: {advice}'),
          msg('In danger now? Do not wait for advice.'),
          msg('Do not use a work phone, computer or network.'),
          msg('You do not need to give your name.'),
        ],
      },
    },
    questions: {service: serviceText(words), ...aboutTheCare(words), ...inTheirWords(words), ...whatNext(words), ...reachingThem(words)},
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
    risk: riskText(words, hasDied),
    'told-others': {
      label: msg('Told the police or council?'),
      choices: {police: {label: msg('The police')}, council: {label: msg('The council')}, both: {label: msg('Both')}, no: {label: msg('Neither')}},
    },
    when: {
      label: msg('When did it happen?'),
      hint: msg('The year is enough. For example, 27 3 2026.'),
      choices: {ongoing: {label: msg('It is still happening')}, unknown: {label: msg('I do not know')}},
      required: msg('Say roughly when it happened, or choose “I do not know”'),
    },
    where: {
      label: msg('Where did it happen, such as which ward?'),
    },
  };
}

function inTheirWords({msg}: Words): Record<string, QuestionText> {
  const yes = {label: msg('Yes')};
  const no = {label: msg('No')};
  return {
    story: {
      label: msg('What happened?'),
      hint: msg(
        'One sentence is enough.\nYou can speak instead: phone {phone}.\nYou need not say who you are. Leave out names to keep people unknown.\nWe may have to tell the police or council about serious danger, serious crime or a child at risk.',
      ),
      versions: [
        {
          when: isStaff,
          hint: msg(
            'One sentence is enough.\nYou can speak instead: phone {phone}.\nDo not write anything that shows who you are.\nWe may have to tell the police or council about serious danger, serious crime or a child at risk.',
          ),
        },
      ],
    },
    change: {
      label: msg('What should they keep or change?'),
      versions: [{when: hasDied, label: msg('What should they learn from this?')}],
    },
    topics: {
      label: msg('What is it about?'),
      hint: msg('Choose all that fit.'),
      choices: {
        safe: {label: msg('Feeling and being safe')},
        kindness: {label: msg('Kindness and respect')},
        listened: {label: msg('Being listened to')},
        decisions: {label: msg('Having a say in decisions')},
        information: {label: msg('Getting information')},
        access: {label: msg('Getting care when it was needed')},
        staff: {label: msg('Staff: enough of them, and their skills')},
        rights: {label: msg('Rights'), hint: msg('Being treated unfairly, held down or locked in')},
        place: {label: msg('The building, food or cleanliness')},
        medicines: {label: msg('Medicines')},
        together: {label: msg('Services working together')},
        other: {label: msg('Something else')},
      },
    },
    detained: {
      label: msg('Was the person detained under the Mental Health Act?'),
      versions: [{when: isOwn, label: msg('Were you detained under the Mental Health Act?')}],
      hint: msg('This is also called being sectioned.'),
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
      hint: msg('You do not have to tick any.'),
      choices: {
        service: {
          label: msg('The service'),
          hint: msg('They see your words and the month, not your name. They may guess who you are.'),
        },
      },
    },
  };
}

function reachingThem({msg}: Words): Record<string, QuestionText> {
  const yes = {label: msg('Yes')};
  const unsure = {label: msg('I am not sure')};
  return {
    'may-contact': {
      label: msg('May we contact you?'),
      hint: msg(
        'We may have to tell the police or council about serious danger, serious crime or a child at risk. We may have to say it was you.',
      ),
      versions: [
        {when: isYoung, hint: msg('If you or someone else may be in danger, we may have to tell people who can help. We may have to say it was you.')},
      ],
      choices: {yes, no: {label: msg('No')}},
    },
    'safe-reply': {
      label: msg('Is it safe for us to reply?'),
      hint: msg('For example, does someone else read your messages?'),
      choices: {
        yes,
        no: {
          label: msg('No'),
          then: [
            msg('Then we do not ask how to reach you, so that nobody else finds our reply.'),
            msg('You can still send this.'),
            msg('You can phone us when it is safe: {phone}.'),
            msg('Someone you trust can contact us for you.'),
          ],
        },
        unsure,
      },
      required: msg('Say if it is safe for us to reply, or choose that we may not contact you'),
    },
    contact: {label: msg('How can we reach you?')},
  };
}
