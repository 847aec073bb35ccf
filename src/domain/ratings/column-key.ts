/** The name of a column whatever its spaces and signs, which differ between years: "Publication Date" and `PublicationDate` are `publicationdate`. */
export function columnKey(header: string): string {
  return header.toLowerCase().replace(/[^a-z]/g, '');
}
