import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import {mayDo} from '../access/authorise.js';
import {recordExport} from './read-submissions.js';
import {lacksRight} from './inbox-api-refusals.js';
import type {InboxEnvironment} from './inbox-environment.js';
import {noTokenDescribed, requireToken} from './require-token.js';
import type {Dependencies} from '../dependencies.js';
import {exportFeedback, exportFormats, type ExportFormat} from './export/export-feedback.js';
import {askAgain, otherAnswer, query, refusal, withToken} from '../http/openapi/describe.js';
import {problem} from '../http/problem-response.js';

const types: Readonly<Record<ExportFormat, string>> = {csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8'};

export const inboxExportRoutes = new Hono<InboxEnvironment>().get(
  '/v1/inbox/export',
  describeRoute({
    summary: 'Everything that has arrived and the token may see, as one file, oldest first. Each time is recorded',
    security: withToken,
    parameters: [
      query('format', '`csv`: a column for each question, and beside a code its words; an apostrophe stands before what a spreadsheet would run. `jsonl`: a line of JSON for each, as `/v1/inbox` has it, with `words` and, where asked for, `contact`; its type is `application/jsonl`', {enum: [...exportFormats], default: 'csv'}),
      query('contact', '`yes`: contact details too. Each opening is recorded', {enum: ['yes', 'no'], default: 'no'}),
    ],
    responses: {
      200: otherAnswer('text/csv', 'The file. One that breaks off in the middle is not whole'),
      400: refusal('A query parameter is wrong; the title names it'),
      401: noTokenDescribed,
      403: refusal('The token has no right to export, or none to contact details where they are asked for'),
      503: askAgain,
    },
  }),
  requireToken('export'),
  async ({req, env, var: {principal}}) => {
    const format = exportFormats.find((each) => each === (req.query('format') ?? 'csv'));
    if (format === undefined) return problem(400, 'malformed-query', 'The query parameter "format" is neither "csv" nor "jsonl"');
    const contact = req.query('contact') ?? 'no';
    if (contact !== 'yes' && contact !== 'no') return problem(400, 'malformed-query', 'The query parameter "contact" is neither "yes" nor "no"');
    const withContact = contact === 'yes';
    if (withContact && !mayDo('contact', principal.access)) return lacksRight();

    const headers = {'Content-Type': types[format], 'Content-Disposition': `attachment; filename="feedback.${format}"`};
    // A HEAD must open nobody's contact details.
    if (req.method === 'HEAD') return new Response(null, {headers});
    // Before anything goes out; and a store that does not answer is told as a 503 and not as a file that breaks off.
    const arrivedBy = await recordExport(principal, {format, withContact}, env);
    const lines = exportFeedback({format, withContact, arrivedBy}, principal, env);
    return new Response(bytesOf(lines, env), {headers});
  },
);

/** Taken from `lines` only as fast as it is read, and no further once nobody reads. */
function bytesOf(lines: AsyncGenerator<string>, {log}: Dependencies): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isRead = true;
  return new ReadableStream({
    async pull(controller) {
      try {
        const {value, done} = await lines.next();
        // Whoever went away while these were looked for has closed it already.
        if (!isRead) return;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log(`GET /v1/inbox/export: broke off: ${error instanceof Error ? error.name : 'unknown'}`);
        // The server prints it, and its own message may quote what somebody wrote.
        controller.error(new Error('The export broke off'));
      }
    },
    async cancel() {
      isRead = false;
      await lines.return(undefined);
    },
  }, {highWaterMark: 0});
}
