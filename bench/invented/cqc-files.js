// @ts-check
// Files as CQC publishes them, of services that are invented from a seed, as
// large as somebody needs: written piece by piece, so that their size costs no memory.
import {createWriteStream} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {ZipFile} from 'yazl';

const directoryHeader = [
  'Name', 'Also known as', 'Address', 'Postcode', 'Phone number', "Service's website (if available)", 'Service types', 'Date of latest check',
  'Specialisms/services', 'Provider name', 'Local authority', 'Region', 'Location URL', 'CQC Location ID (for office use only)', 'CQC Provider ID (for office use only)',
];
const ratingsHeader = [
  'Location ID', 'Location ODS Code', 'Location Name', 'Care Home?', 'Location Type', 'Location Primary Inspection Category', 'Location Street Address',
  'Location Address Line 2', 'Location City', 'Location Post Code', 'Location Local Authority', 'Location Region', 'Service / Population Group', 'Domain',
  'Latest Rating', 'Publication Date', 'Report Type', 'Inherited Rating (Y/N)', 'URL', 'Provider ID', 'Provider Name', 'Brand ID', 'Brand Name',
];
const domains = ['Overall', 'Safe', 'Effective', 'Caring', 'Responsive', 'Well-led'];
const groups = ['Overall', 'Older people', 'Urgent and emergency services', 'Maternity', 'Outpatients', 'Surgery'];
const words = ['Outstanding', 'Good', 'Good', 'Good', 'Good', 'Requires improvement', 'Requires improvement', 'Inadequate', 'Insufficient evidence to rate'];
const types = ['Residential homes', 'Nursing homes', 'Homecare agencies', 'Homecare agencies|Supported living', 'Dentist', 'Doctors/GPs', 'Hospital'];
const towns = ['Exampleton', 'Sampleford', 'Invented-on-Sea', 'Madeup', 'Nowhere Magna', 'Little Example', 'Testbury', 'Fableham'];
const starts = ['Ash', 'Beck', 'Cor', 'Dun', 'Elm', 'Fen', 'Glen', 'Holly', 'Ivy', 'Kings', 'Lime', 'Maple', 'North', 'Oak', 'Park', 'Rose', 'South', 'Thorn', 'West', 'Yew'];
const ends = ['bank', 'bourne', 'bridge', 'brook', 'combe', 'croft', 'dale', 'field', 'ford', 'grove', 'hill', 'hurst', 'lea', 'mead', 'mount', 'side', 'stead', 'view', 'wood'];
const sorts = ['House', 'Lodge', 'Court', 'Care Home', 'Home Care', 'Surgery', 'Dental Practice', 'Hospital'];

/** @typedef {ReturnType<typeof invented>} Location */

/** @param {number} seed */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * One location, the same for the same seed and number.
 * @param {number} seed
 * @param {number} number
 */
function invented(seed, number) {
  const random = randomOf(seed + Math.imul(number + 1, 2654435761));
  /** @template Item @param {readonly Item[]} items @returns {Item} */
  const one = (items) => /** @type {Item} */ (items[Math.floor(random() * items.length)]);
  const two = () => one(starts) + one(ends);
  const provider = Math.floor(number / 3);
  return {
    one,
    id: `1-${1_500_000_000 + number}`,
    name: `${two()} ${one(sorts)}`,
    odsCode: `V${String(number).padStart(5, '0')}`,
    street: `${1 + Math.floor(random() * 200)} ${two()} Road`,
    town: one(towns),
    postcode: `ZZ${1 + Math.floor(random() * 98)} ${Math.floor(random() * 10)}AA`,
    area: `Area ${String.fromCharCode(65 + (number % 24))}shire`,
    types: one(types),
    provider: {id: `1-${1_400_000_000 + provider}`, name: `${starts[provider % starts.length]}${ends[provider % ends.length]} Care Ltd`},
  };
}

/** @param {Location} location */
function aDay({one}) {
  const upTo = (/** @type {number} */ most) => String(1 + one([...Array(most).keys()])).padStart(2, '0');
  return `${upTo(28)}/${upTo(12)}/20${15 + Number(upTo(10))}`;
}

/** @param {number} seed @param {number} services */
function* directoryRows(seed, services) {
  yield* [['CQC Locations data'], [''], ['This data was produced on 19 August 2026'], [''], directoryHeader];
  for (let number = 0; number < services; number += 1) {
    const {id, name, street, town, postcode, types: kinds, provider, area} = invented(seed, number);
    yield [name, '', `${street},${town}`, postcode, '1632960000', 'www.example.org', kinds, '09/Jan/2026 - 00:00', 'Services for everyone', provider.name, area, 'Example', `https://www.cqc.org.uk/location/${id}`, id, provider.id];
  }
}

/** @param {number} seed @param {number} services @param {number} rows */
function* ratingRows(seed, services, rows) {
  yield ratingsHeader;
  for (let number = 0, written = 0; written < rows; number += 1) {
    const location = invented(seed, number % services);
    const published = aDay(location);
    // Some hospitals have many groups; most services have none beside the whole.
    for (const group of number % 400 === 0 ? groups : groups.slice(0, 1)) {
      for (const domain of domains) {
        if (written === rows) return;
        written += 1;
        yield [
          location.id, location.odsCode, location.name, 'Y', 'Social Care Org', 'Residential social care', location.street, '-', location.town, location.postcode, location.area, 'Example',
          group, domain, location.one(words), published, 'Location', 'N', `http://www.cqc.org.uk/location/${location.id}`, location.provider.id, location.provider.name, '-', '-',
        ];
      }
    }
  }
}

/** @param {Iterable<string[]>} rows */
function* csvText(rows) {
  for (const row of rows) yield `${row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

/** @param {Iterable<string[]>} rows */
function* odsText(rows) {
  yield '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>';
  yield '<table:table table:name="README"><table:table-row><table:table-cell office:value-type="string"><text:p>What these columns mean</text:p></table:table-cell></table:table-row></table:table><table:table table:name="Locations">';
  for (const row of rows) {
    const cells = row.map((cell) => {
      const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell) ?? [];
      const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return year
        ? `<table:table-cell table:style-name="ce2" office:value-type="date" office:date-value="${year}-${month}-${day}"><text:p>${text}</text:p></table:table-cell>`
        : `<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    });
    yield `<table:table-row table:style-name="ro1">${cells.join('')}<table:table-cell table:number-columns-repeated="16361"/></table:table-row>`;
  }
  yield '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';
}

/** @param {number} seed @param {number} services */
function* recordsText(seed, services) {
  yield '[';
  for (let number = 0; number < services; number += 1) {
    const location = invented(seed, number);
    const [day, month, year] = aDay(location).split('/');
    const reportDate = `${year}-${month}-${day}`;
    const overall = (/** @type {string} */ date) => ({rating: location.one(words), reportDate: date, keyQuestionRatings: domains.slice(1).map((name) => ({name, rating: location.one(words), reportDate: date}))});
    yield `${number ? ',\n' : ''}${JSON.stringify({
      locationId: location.id,
      providerId: location.provider.id,
      organisationType: 'Location',
      name: location.name,
      odsCode: location.odsCode,
      registrationStatus: 'Registered',
      postalAddressLine1: location.street,
      postalAddressTownCity: location.town,
      postalCode: location.postcode,
      localAuthority: location.area,
      regulatedActivities: [{name: 'Accommodation', code: 'RA2', contacts: [{personTitle: 'Mx', personGivenName: 'Example', personFamilyName: 'Person', personRoles: ['Registered Manager']}]}],
      gacServiceTypes: location.types.split('|').map((name) => ({name})),
      currentRatings: {overall: overall(reportDate), reportDate},
      historicRatings: [2010, 2011, 2012, 2013].map((past) => ({reportDate: `${past}-05-06`, overall: overall(`${past}-05-06`)})),
    })}`;
  }
  yield ']\n';
}

/** @param {string} file @param {Iterable<string>} text */
async function write(file, text) {
  await pipeline(Readable.from(inPieces(text)), createWriteStream(file));
  return file;
}

/** @param {Iterable<string>} text */
function* inPieces(text) {
  let piece = '';
  for (const each of text) {
    piece += each;
    if (piece.length < 65_536) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

/** @param {string} file @param {Iterable<string>} content */
async function writeOds(file, content) {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), 'mimetype', {compress: false});
  zip.addReadStream(Readable.from(inPieces(content)), 'content.xml');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

/**
 * Writes the care directory (CSV), the latest ratings (CSV and ODS, of the same
 * content) and the API's records (JSON) of the same locations.
 * @param {string} folder
 * @param {{seed?: number, services: number, ratingRows: number}} options
 */
export async function writeCqcFiles(folder, {seed = 20261122, services, ratingRows: rows}) {
  return {
    directory: await write(join(folder, 'CQC_directory.csv'), csvText(directoryRows(seed, services))),
    ratingsCsv: await write(join(folder, 'Latest_ratings.csv'), csvText(ratingRows(seed, services, rows))),
    ratingsOds: await writeOds(join(folder, 'Latest_ratings.ods'), odsText(ratingRows(seed, services, rows))),
    records: await write(join(folder, 'locations.json'), recordsText(seed, services)),
  };
}
