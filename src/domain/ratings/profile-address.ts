import type {Service} from '../../contract/service.js';

/** The address of a service's page on CQC's website. */
export function profileAddress({id, level}: Pick<Service, 'id' | 'level'>): string {
  return `https://www.cqc.org.uk/${level}/${encodeURIComponent(id)}`;
}
