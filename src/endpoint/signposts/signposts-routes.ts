import * as z from 'zod/mini';
import {LanguageTag} from '../../contract/identifiers.js';
import {Situation} from '../../contract/situation.js';
import {situationValues} from '../../contract/situation-values.js';
import type {SignpostMatches} from '../../contract/signposts.js';
import {shortText} from '../../contract/text.js';
import {sourceLanguage} from '../../locale/words.js';
import {directoryFor} from '../../domain/signposting/directory-for.js';
import {whoCanHelp} from '../../domain/signposting/who-can-help.js';
import {cachedJson} from '../http/cached-response.js';
import {londonDay} from '../../locale/london-day.js';
import {problem} from '../http/problem-response.js';
import {readJson} from '../http/read-json.js';
import type {Route} from '../http/route.js';
import {readAs} from '../http/schema-faults.js';

const seconds = 300;
const situationBytes = 16 * 1024;
const longestArea = 100;
const longestLanguage = 100;

const Language = z.optional(LanguageTag.check(z.refine((tag) => tag.length <= longestLanguage, {error: `is longer than ${longestLanguage} characters`})));
const Asked = z.object({nation: z.optional(z.enum(situationValues.nation)), area: z.optional(shortText(longestArea)), language: Language});

const language = {name: 'language', description: 'A language tag; English where there are no words in it', schema: {type: 'string', default: sourceLanguage, maxLength: longestLanguage}};

const show: Route = {
  method: 'GET',
  path: '/v1/signposts',
  operation: {
    summary:
      'Who can help, as dated data. What is neither `checked` nor `known` must not be shown to the public as a number, text or email address. An empty parameter counts as left out.',
    query: [
      {name: 'nation', description: 'What is for this nation. Left out, of all', schema: {type: 'string', enum: [...situationValues.nation]}},
      {name: 'area', description: 'A council’s code or name: its own bodies stand first, in the place of general ones. One that nobody knows gives the general bodies; left out, the bodies of every area are there', schema: {type: 'string', maxLength: longestArea}},
      language,
    ],
    answers: {
      200: {description: 'The directory, which holds together by itself', schema: 'SignpostDirectory', headers: ['ETag']},
      304: {description: 'What the asker holds still stands', headers: ['ETag']},
      422: {description: 'A parameter is not one that is taken; `errors` names it'},
    },
  },
  handle({request, url}, {signposts}) {
    const asked = readAs(Asked, queryOf(url));
    if (!asked.fits) return problem(422, 'malformed-query', 'The query is not one that is taken', {errors: asked.faults});

    return cachedJson(request, directoryFor(signposts.directory(asked.value.language ?? sourceLanguage), asked.value), seconds);
  },
};

const match: Route = {
  method: 'POST',
  path: '/v1/signposts/match',
  operation: {
    summary: 'Who can help in one situation, best first. For telephone teams and others; elements match in the browser and never send a situation. Nothing of it is kept or written down.',
    query: [language],
    body: 'Situation',
    answers: {
      200: {description: 'The bodies, each with the reason, and the last day where it can be worked out', schema: 'SignpostMatches'},
      400: {description: 'Not JSON'},
      413: {description: 'Longer than 16 KiB'},
      415: {description: 'Not `application/json` in UTF-8'},
      422: {description: 'Not a situation, or `language` is no language tag; `errors` names the places'},
    },
  },
  async handle({request, url}, {signposts, clock}) {
    const asked = readAs(z.object({language: Language}), queryOf(url));
    if (!asked.fits) return problem(422, 'malformed-query', 'The query is not one that is taken', {errors: asked.faults});
    const sent = await readJson(request, 'The situation', situationBytes);
    if (!sent.read) return sent.refusal;
    const situation = readAs(Situation, sent.json);
    if (!situation.fits) return problem(422, 'invalid', 'The situation cannot be taken as it is', {errors: situation.faults});

    const found = whoCanHelp(signposts.directory(asked.value.language ?? sourceLanguage), situation.value, londonDay(clock()));
    const answer: SignpostMatches = {matches: found.map(({body, reason, by}) => ({body: body.id, name: body.name, reason, ...(by !== undefined && {by})}))};
    return Response.json(answer);
  },
};

export const signpostRoutes: readonly Route[] = [show, match];

/** Each parameter's first value that is not blank. */
function queryOf({searchParams}: URL): Record<string, string> {
  return Object.fromEntries(['nation', 'area', 'language'].flatMap((name) => {
    const value = searchParams.get(name)?.trim();
    return value ? [[name, value]] : [];
  }));
}
