import * as z from 'zod/mini';
import {InboxEntry, InboxPage, InboxSubmission, OpenedContact, SealedContact, UnreadContact, UnreadSubmission} from '../../../contract/inbox.js';
import {ErasedVersion, Erasure, ExportedCopy} from '../../../contract/erasure.js';
import {Handling, HandlingStep, NextStep} from '../../../contract/handling.js';
import {Fault, Problem} from '../../../contract/problem.js';
import {Place, PlaceList, PlaceRatings, RatedService, RatedServiceList, RatingCounts} from '../../../contract/place.js';
import {Question, QuestionSet, When} from '../../../contract/question-set.js';
import {KeyQuestionRating, RatedLocation, RatedPart, Result, ServiceRating} from '../../../contract/rating.js';
import {Receipt} from '../../../contract/receipt.js';
import {Receiver} from '../../../contract/receiver.js';
import {Service, ServiceList} from '../../../contract/service.js';
import {Body, SignpostDirectory, SignpostMatches, SignpostRoute, SignpostStep, Way} from '../../../contract/signposts.js';
import {Situation, SituationWhen} from '../../../contract/situation.js';
import {Contact, Submission} from '../../../contract/submission.js';

/** The schemas that the document names; what they share besides stands in them. */
const named = {
  Submission, Contact, Receipt, Receiver, QuestionSet, Question, When, Service, ServiceList,
  ServiceRating, Result, KeyQuestionRating, RatedPart, RatedLocation,
  PlaceList, Place, PlaceRatings, RatingCounts, RatedServiceList, RatedService,
  SignpostDirectory, Body, Way, SignpostRoute, SignpostStep, Situation, SituationWhen, SignpostMatches,
  InboxPage, InboxEntry, InboxSubmission, UnreadSubmission, OpenedContact, SealedContact, UnreadContact, Handling, HandlingStep, NextStep, Erasure, ErasedVersion, ExportedCopy, Problem, Fault,
};

/** A schema's name in the document. */
export type SchemaName = keyof typeof named;

/** A JSON Schema, as the document holds it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const descriptions: Partial<Record<SchemaName, string>> = {
  Submission:
    'One person’s feedback, at most 131072 bytes of JSON. A length is in characters, and a character is a Unicode code point. No text holds U+0000, another control character but tab, LF and CR, or half of a surrogate pair. Answers must besides fit the question set.',
  Receiver: 'Within /v1 keys are only added, always optional; `contract` names the set of keys.',
  ServiceRating:
    'How CQC rates one location or provider. Nothing in it is averaged or worked out. Show the day of publication with every rating, and where `status` is not `registered` say so first. Where `asOf` is more than 28 days ago show no rating, only the way to www.cqc.org.uk.',
  Result: 'What CQC said. Where `rating` is null, show `label` without a colour.',
  PlaceRatings: 'How many of an area’s services hold each rating. Only locations that are not closed count.',
  SignpostDirectory:
    'Who can help, and in which situation. Every route whose `when` holds adds its steps, in this order; a body that stands already is not repeated. Of bodies with one id, the one whose `area` holds the person’s area stands before the general one.',
  Way: 'One way to reach a body. What has neither a day in `checked` nor `known` must not be shown to the public as a number, text or email address; a web address may. Make a link only of an address that begins with `https:`.',
  SituationWhen: 'Holds when every key that is named has one of its values; `unknown` stands for a key that the situation leaves out.',
  Situation: 'What somebody needs help with. Every key may be left out. Ask for it only where you must: whoever can match in the browser sends none.',
  Handling: 'How far the team has come with a submission, by which steps. A note goes when the free text of the submission is tidied away.',
  NextStep: '`steps` is how many steps there were when whoever takes this one looked, as `Handling` lists them; 0 where nobody has opened it.',
  Erasure: 'What was erased, and the exports since its first version arrived, which may still hold it. Backups, and what programs have fetched, are not among them.',
  InboxSubmission: '`state` says how far the team has come; `/v1/inbox/{id}/handling` says by which steps. It is left out of what a service sees, and so are `language`, `hasContact` and some answers; ids and times are others there. `urgency` is the endpoint’s own reckoning, whatever the sender wrote. `dangerWords` are words of the person, as they wrote them, that may point to danger: found by a machine, in English alone, to be judged by a person, and never all. They make the urgency at least `concern`.',
  UnreadSubmission:
    'What came sealed and fits no submission. Of its parts stand here those that could be read; `whole` is the JSON as it came, without `contact`, and empty where the contact details could not be told from the rest: then all of it is opened as they are. `faults` says what is wrong.',
  SealedContact: 'A compact JWE (ECDH-ES, A256GCM) of the contact details in JSON, sealed to the key in CARE_CONTACT_KEY. The endpoint cannot open it.',
  UnreadContact: 'What came sealed and fits no schema, as text.',
  Problem: 'RFC 9457. `errors` names each place at fault by a JSON pointer.',
};

/** Where a schema stands in the document. */
export function reference(name: SchemaName): {$ref: string} {
  return {$ref: `#/components/schemas/${name}`};
}

/** `components.schemas`, made from the contract. */
export function componentSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{id: string}>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, {id});
  // As input: what the endpoint answers may have more keys one day, and nobody should refuse them.
  const {schemas} = z.toJSONSchema(registry, {io: 'input', uri: (id) => reference(id as SchemaName).$ref});
  return Object.fromEntries(
    Object.entries(schemas).map(([name, {$schema: _dialect, $id: _address, ...schema}]) => {
      const description = descriptions[name as SchemaName];
      return [name, description ? {description, ...schema} : schema];
    }),
  );
}
