import {Hono, type HonoRequest} from 'hono';
import {describeRoute} from 'hono-openapi';
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
import type {EndpointEnvironment} from '../http/environment.js';
import {londonDay} from '../../locale/london-day.js';
import {jsonAnswer, query, refusal, unchanged} from '../http/openapi/describe.js';
import {problem} from '../http/problem-response.js';
import {readJson} from '../http/read-json.js';
import {reference} from '../http/openapi/schemas.js';
import {readAs} from '../http/schema-faults.js';

const seconds = 300;
const situationBytes = 16 * 1024;
const longestArea = 100;
const longestLanguage = 100;

const Language = z.optional(LanguageTag.check(z.refine((tag) => tag.length <= longestLanguage, {error: `is longer than ${longestLanguage} characters`})));
const Asked = z.object({nation: z.optional(z.enum(situationValues.nation)), area: z.optional(shortText(longestArea)), language: Language});

const language = query('language', 'A language tag; English where there are no words in it', {type: 'string', default: sourceLanguage, maxLength: longestLanguage});

export const signpostRoutes = new Hono<EndpointEnvironment>()
  .get(
    '/v1/signposts',
    describeRoute({
      summary:
        'Who can help, as dated data. What is neither `checked` nor `known` must not be shown to the public as a number, text or email address. An empty parameter counts as left out.',
      parameters: [
        query('nation', 'What is for this nation. Left out, of all', {type: 'string', enum: [...situationValues.nation]}),
        query('area', 'A council’s code or name: its own bodies stand first, in the place of general ones. One that nobody knows gives the general bodies; left out, the bodies of every area are there', {type: 'string', maxLength: longestArea}),
        language,
      ],
      responses: {200: jsonAnswer('The directory, which holds together by itself', 'SignpostDirectory', 'ETag'), 304: unchanged, 422: refusal('A parameter is not one that is taken; `errors` names it')},
    }),
    ({req, env: {signposts}}) => {
      const asked = readAs(Asked, queryOf(req));
      if (!asked.fits) return problem(422, 'malformed-query', 'The query is not one that is taken', {errors: asked.faults});

      return cachedJson(req.raw, directoryFor(signposts.directory(asked.value.language ?? sourceLanguage), asked.value), seconds);
    },
  )
  .post(
    '/v1/signposts/match',
    describeRoute({
      summary: 'Who can help in one situation, best first. For telephone teams and others; elements match in the browser and never send a situation. Nothing of it is kept or written down.',
      parameters: [language],
      requestBody: {required: true, content: {'application/json': {schema: reference('Situation')}}},
      responses: {
        200: jsonAnswer('The bodies, each with the reason, and the last day where it can be worked out', 'SignpostMatches'),
        400: refusal('Not JSON'),
        413: refusal('Longer than 16 KiB'),
        415: refusal('Not `application/json` in UTF-8'),
        422: refusal('Not a situation, or `language` is no language tag; `errors` names the places'),
      },
    }),
    async ({req, env: {signposts, clock}}) => {
      const asked = readAs(z.object({language: Language}), queryOf(req));
      if (!asked.fits) return problem(422, 'malformed-query', 'The query is not one that is taken', {errors: asked.faults});
      const sent = await readJson(req.raw, 'The situation', situationBytes);
      if (!sent.read) return sent.refusal;
      const situation = readAs(Situation, sent.json);
      if (!situation.fits) return problem(422, 'invalid', 'The situation cannot be taken as it is', {errors: situation.faults});

      const found = whoCanHelp(signposts.directory(asked.value.language ?? sourceLanguage), situation.value, londonDay(clock()));
      const matches: SignpostMatches = {matches: found.map(({body, reason, by}) => ({body: body.id, name: body.name, reason, ...(by !== undefined && {by})}))};
      return Response.json(matches);
    },
  );

/** Each parameter's first value that is not blank. */
function queryOf(request: HonoRequest): Record<string, string> {
  return Object.fromEntries(['nation', 'area', 'language'].flatMap((name) => {
    const value = request.query(name)?.trim();
    return value ? [[name, value]] : [];
  }));
}
