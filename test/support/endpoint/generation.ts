import type {ServiceRating} from '../../../src/contract/rating.js';
import type {Service} from '../../../src/contract/service.js';
import type {ImportRows} from '../../../src/endpoint/store/directory-import.js';

/** What the importing process is told. */
export interface Orders {
  file: string;
  worker: string;
  generation: number;
  services: number;
  /** After so many it stops, and waits to be killed. */
  stopAfter?: number;
  /** For how long its claim is believed after its last sign of life, in milliseconds. */
  lease?: number;
}

export const providerId = '1-600000000';
export const areaId = 'exampleshire';
const source = (generation: number) => `generation-${generation}`;

/** The name of a directory's generation wherever it stands: everything that is imported says it. */
export function generationsIn(text: string): number[] {
  return [...new Set([...text.matchAll(/generation-(\d+)/g)].map((match) => Number(match[1])))];
}

/** The rows from `start` on of a whole directory, in which every name and every rating says which one it is. */
export function rowsOf({generation, services: count}: Orders, start: number, length: number): ImportRows {
  const numbers = Array.from({length: Math.min(length, count - start)}, (_, offset) => start + offset);
  const services = numbers.map((number) => serviceOf(generation, number));
  return {
    services: services.map((service, position) => ({service, asOf: '2026-11-01', ...(numbers[position]! < 400 && {place: {id: areaId, name: source(generation)}})})),
    ratings: services.map((service) => ({rating: ratingOf(generation, service), source: 'record'})),
  };
}

function serviceOf(generation: number, number: number): Service {
  if (number === 0) return {id: providerId, level: 'provider', name: `Maple Care ${source(generation)}`, status: {kind: 'registered'}};
  return {
    id: `1-${700_000_000 + number}`,
    level: 'location',
    name: `Maple House ${source(generation)}`,
    ...(number < 200 && {provider: {id: providerId}}),
    status: {kind: 'registered'},
  };
}

function ratingOf(generation: number, {id, level, name}: Service): ServiceRating {
  return {
    service: {id, level, name},
    status: {kind: 'registered'},
    overall: {rating: 'good', label: source(generation), published: '2020-12-01'},
    keyQuestions: [],
    asOf: '2026-11-01',
    source: source(generation),
  };
}
