// @ts-check
// How the pages that are made are written.

/**
 * The pageHeader of every page that is made.
 * @param {string} title
 * @param {string} from what it is made from, in words
 */
export function pageHeader(title, from) {
  return `# ${title}\n\n*This page is made by \`npm run docs\` from ${from}. Change that, not this page.*`;
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows
 */
export function table(heads, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param {string} text */
export const code = (text) => `\`${text}\``;

/**
 * Words in which the names of variables and options stand as such.
 * @param {string} text
 */
export function withNames(text) {
  return text.replace(/`[^`]*`|\b(?:CARE_[A-Z_]+|DATABASE_URL|DATA_DIR|HOST|PORT)\b|--[a-z][a-z-]*/g, (name) => (name.startsWith('`') ? name : code(name)));
}

/**
 * As GitHub names the heading's place on its page.
 * @param {string} heading
 */
export function anchorOf(heading) {
  return heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-');
}

/**
 * @param {(string | undefined)[]} parts paragraphs, tables and headings; what is undefined or empty is left out
 */
export function joinParts(parts) {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
