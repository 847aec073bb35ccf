import {plural} from '../../../locale/plural.js';
import {str, type Words} from '../../../locale/words.js';

/** The words for what stands around one submission. */
export function relatedListWords({lang, msg}: Words) {
  return {
    versions: msg('Versions of this feedback, newest first'),
    newest: msg('The newest'),
    shownHere: msg('Shown here'),
    claims: msg('Says that it corrects this'),
    claimsAdvice: msg('Nothing shows that the same person sent it. Read both.'),
    isClaim: msg('This says that it corrects something that came before. Nothing shows that the same person sent it. Read both.'),
    claimed: msg('What it says that it corrects'),
    others: msg('Others about the same service'),
    othersAbout: (service: string, days: number) => plural(lang, days, {
      zero: msg(str`What others told about ${service} in the last ${days} days`, {id: 'others-told-in-days.zero'}),
      one: msg(str`What others told about ${service} in the last ${days} day`, {id: 'others-told-in-days.one'}),
      two: msg(str`What others told about ${service} in the last ${days} days`, {id: 'others-told-in-days.two'}),
      few: msg(str`What others told about ${service} in the last ${days} days`, {id: 'others-told-in-days.few'}),
      many: msg(str`What others told about ${service} in the last ${days} days`, {id: 'others-told-in-days.many'}),
      other: msg(str`What others told about ${service} in the last ${days} days`, {id: 'others-told-in-days.other'}),
    }),
    nobodyElse: msg('Nobody else told about it.'),
    people: msg('Others who told about it'),
    unsaid: msg('Did not say'),
    listOf: (service: string) => msg(str`All about ${service}`),
    before: (service: string) => msg(str`The one before, about ${service}`),
    after: (service: string) => msg(str`The one after, about ${service}`),
  };
}
