/** Whether `npm run test:all` asked for every kind of page in every browser, and for a day of the length that a team may have. */
export const isEveryPage = process.env['CARE_PAGES'] === 'all';
