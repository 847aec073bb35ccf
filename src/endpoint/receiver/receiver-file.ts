import {contractVersion} from '../../contract/contract-version.js';
import {Receiver, ReceiverFile} from '../../contract/receiver.js';
import type {Service} from '../../contract/service.js';
import {readJsonFile} from '../commands/json-file.js';
import type {Keys} from '../keys/keys.js';
import {readAs} from '../http/schema-faults.js';
import {StartFault} from '../commands/start-fault.js';

/**
 * The owner's file at `path`.
 *
 * @throws StartFault that names each field at fault and shows what a whole file looks like.
 */
export async function readReceiverFile(path: string | undefined): Promise<ReceiverFile> {
  if (path === undefined) throw new StartFault(`CARE_RECEIVER is not set, so nobody would receive what people tell.\n${howToMend}`);
  const named = `The receiver's file ${path} (CARE_RECEIVER)`;
  const read = readAs(ReceiverFile, await readJsonFile({path, named, mend: howToMend}));
  if (read.fits) return read.value;
  const lines = read.faults.map((fault) => `  ${fault.pointer.slice(1).replaceAll('/', '.') || 'the file'}: ${fault.detail}`);
  throw new StartFault(`${named} is not complete:\n${lines.join('\n')}\n${howToMend}`);
}

/** What the wire sees of the owner's file; who may POST stays here. `isolated` is for the service that is asked about. */
export function receiverFor(file: ReceiverFile, keys: Keys['publicKeys'], isolated: boolean): Receiver {
  return Receiver.parse({...file, keys, contract: contractVersion, isolated});
}

/**
 * Whether a service must be written about in the frame. The owner may have named
 * it by its id, its ODS code or its provider; `service` is what the directory
 * knows of it.
 */
export function mustBeIsolated({isolated}: ReceiverFile, id: string, service?: Service): boolean {
  if (typeof isolated === 'boolean') return isolated;
  const named = new Set(isolated?.map((each) => each.toUpperCase()));
  return [id, service?.id, service?.odsCode, service?.provider?.id].some((each) => each !== undefined && named.has(each.toUpperCase()));
}

const example = {
  name: 'Example Care Regulator',
  role: 'regulator',
  prescribedPerson: false,
  privacyNotice: 'https://care.example/privacy',
  privacyNoticeVersion: '2026-11',
  dataComplaint: 'mailto:data-protection@care.example',
  lawfulBasis: 'We use what you tell us for our work in the public interest.',
  retention: 'We keep it for two years.',
  readHours: 'Monday to Friday, 9am to 5pm',
  replyWithin: 'If you asked for a reply, we write within 10 working days.',
  whatHappens: 'A person reads what you tell us. It helps us decide where to look next.',
  phone: '01632 960000',
  email: 'tell-us@care.example',
  share: {local: {name: 'Example Healthwatch', words: 'Example Healthwatch, which speaks up for people in your area'}},
  languages: ['en'],
  isolated: ['1-1000000001'],
  security: {contact: 'mailto:security@care.example', expires: '2027-06-30T12:00:00Z'},
} satisfies ReceiverFile;

const meanings: Record<keyof typeof example, string> = {
  name: 'who receives the feedback',
  role: 'regulator, healthwatch, council, icb, provider or charity',
  prescribedPerson: "whether law names the receiver for workers' disclosures",
  privacyNotice: 'an https address',
  privacyNoticeVersion: 'optional: which wording somebody saw',
  dataComplaint: 'where people complain about how you use their information: an https or mailto address',
  lawfulBasis: 'why you may use it, in a sentence people read',
  retention: 'how long you keep it',
  readHours: 'when somebody reads it',
  replyWithin: 'when to expect an answer',
  whatHappens: 'what happens with it',
  phone: 'at least one other way to tell: phone, email or post (also relay, bsl)',
  email: '',
  share: 'optional: who else may see it if the person ticks it: regulator, local, service',
  languages: 'in which you can read',
  isolated: 'optional: services that must be written about in the frame, or true for all',
  security: 'optional: what /.well-known/security.txt says; expires within a year',
};

const howToMend = `
Write a JSON file like this one, without the comments, and start again with CARE_RECEIVER naming it:

${commentedExample()}

Optional besides: "origins", a list of the websites that may send, such as ["https://charity.example"]; without it, none is refused.
And "example": true, where nothing true is received, as in a demonstration: then "dataComplaint" is not needed.`;

function commentedExample(): string {
  const lines = Object.entries(example).map(([field, value]) => {
    const meaning = meanings[field as keyof typeof example];
    return `${meaning && `  // ${meaning}\n`}  "${field}": ${JSON.stringify(value)}`;
  });
  return `{\n${lines.join(',\n')}\n}`;
}
