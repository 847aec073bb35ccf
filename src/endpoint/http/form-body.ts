import {readBody} from './read-body.js';

/** The fields of a posted form, or the status to refuse it with. */
export type FormBody = {fields: URLSearchParams} | {refused: 400 | 413 | 415};

/** Reads a form of at most `limit` bytes; what is longer is not read to its end. */
export async function readForm(request: Request, limit: number): Promise<FormBody> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return {refused: 415};
  const body = await readBody(request, limit);
  if (!body.read) return {refused: body.reason === 'too-large' ? 413 : 400};
  return {fields: new URLSearchParams(new TextDecoder().decode(body.bytes))};
}
