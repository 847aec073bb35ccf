import {problem} from '../http/problem-response.js';
import type {Route} from '../http/route.js';
import {isExpired, securityTxt, securityTxtPath} from './security-txt.js';

const show: Route = {
  method: 'GET',
  path: securityTxtPath,
  operation: {
    summary: 'To whom a fault in security is told (RFC 9116)',
    answers: {
      200: {description: 'The file', type: 'text/plain; charset=utf-8'},
      404: {description: 'The endpoint’s owner has named nobody, or the time for which they did is over'},
    },
  },
  handle(_call, {receiver: {security}, origin, clock}) {
    if (security === undefined || isExpired(security, clock())) return problem(404, 'not-found', 'There is nothing at this address');
    return new Response(securityTxt(security, origin), {headers: {'Content-Type': 'text/plain; charset=utf-8'}});
  },
};

export const securityTxtRoutes: readonly Route[] = [show];
