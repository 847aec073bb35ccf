import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import type {EndpointEnvironment} from '../http/environment.js';
import {otherAnswer, refusal} from '../http/openapi/describe.js';
import {problem} from '../http/problem-response.js';
import {isExpired, securityTxt, securityTxtPath} from './security-txt.js';

export const securityTxtRoutes = new Hono<EndpointEnvironment>().get(
  securityTxtPath,
  describeRoute({
    summary: 'To whom a fault in security is told (RFC 9116)',
    responses: {200: otherAnswer('text/plain; charset=utf-8', 'The file'), 404: refusal('The endpoint’s owner has named nobody, or the time for which they did is over')},
  }),
  ({env: {receiver: {security}, origin, clock}}) => {
    if (security === undefined || isExpired(security, clock())) return problem(404, 'not-found', 'There is nothing at this address');
    return new Response(securityTxt(security, origin), {headers: {'Content-Type': 'text/plain; charset=utf-8'}});
  },
);
