import {str, type Words} from '../../../locale/words.js';

/** The words for complaining about how the receiver uses what somebody sent, and what it then has to do by law. */
export function dataComplaintWords({msg}: Words) {
  return {
    personalInformation: msg('Your personal information'),
    complain: (receiver: string) => msg(str`Complain to ${receiver} about how it uses your personal information`),
    complainByEmail: (receiver: string, address: string) => msg(str`Email ${receiver} to complain about how it uses your personal information: ${address}`),
    // Data Protection Act 2018, section 164A, which section 103 of the Data (Use and Access) Act 2025 put there: duties of the receiver and no promises of ours.
    duties: (receiver: string) => msg(str`${receiver} must say within 30 days that it got your complaint. It must look into it without needless delay, and tell you the outcome.`),
  };
}
