import {mayDo} from '../access/authorise.js';
import {recordExport} from './read-submissions.js';
import {lacksRight, noToken, noTokenDescribed} from './inbox-api-refusals.js';
import {authenticate} from '../access/authenticate.js';
import type {Dependencies} from '../dependencies.js';
import {exportFeedback, exportFormats, type ExportFormat} from './export/export-feedback.js';
import {problem} from '../http/problem-response.js';
import type {Route} from '../http/route.js';

const types: Readonly<Record<ExportFormat, string>> = {csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8'};

const everything: Route = {
  method: 'GET',
  path: '/v1/inbox/export',
  operation: {
    summary: 'Everything that has arrived and the token may see, as one file, oldest first. Each time is recorded',
    bearer: true,
    query: [
      {name: 'format', description: '`csv`: a column for each question, and beside a code its words; an apostrophe stands before what a spreadsheet would run. `jsonl`: a line of JSON for each, as `/v1/inbox` has it, with `words` and, where asked for, `contact`; its type is `application/jsonl`', schema: {enum: exportFormats, default: 'csv'}},
      {name: 'contact', description: '`yes`: contact details too. Each opening is recorded', schema: {enum: ['yes', 'no'], default: 'no'}},
    ],
    answers: {
      200: {description: 'The file. One that breaks off in the middle is not whole', type: 'text/csv'},
      400: {description: 'A query parameter is wrong; the title names it'},
      401: noTokenDescribed,
      403: {description: 'The token has no right to export, or none to contact details where they are asked for'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, url}, dependencies) {
    const principal = await authenticate(request, dependencies);
    if (!principal) return noToken();
    if (!mayDo('export', principal.access)) return lacksRight();
    const format = exportFormats.find((each) => each === (url.searchParams.get('format') ?? 'csv'));
    if (format === undefined) return problem(400, 'malformed-query', 'The query parameter "format" is neither "csv" nor "jsonl"');
    const contact = url.searchParams.get('contact') ?? 'no';
    if (contact !== 'yes' && contact !== 'no') return problem(400, 'malformed-query', 'The query parameter "contact" is neither "yes" nor "no"');
    const withContact = contact === 'yes';
    if (withContact && !mayDo('contact', principal.access)) return lacksRight();

    const headers = {'Content-Type': types[format], 'Content-Disposition': `attachment; filename="feedback.${format}"`};
    // A HEAD must open nobody's contact details.
    if (request.method === 'HEAD') return new Response(null, {headers});
    // Before anything goes out; and a store that does not answer is told as a 503 and not as a file that breaks off.
    const arrivedBy = await recordExport(principal, {format, withContact}, dependencies);
    const lines = exportFeedback({format, withContact, arrivedBy}, principal, dependencies);
    return new Response(bytesOf(lines, dependencies), {headers});
  },
};

export const inboxExportRoutes: readonly Route[] = [everything];

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
