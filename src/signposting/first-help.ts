/** One way to reach a body, with where it was read and when a person last checked it. */
interface Way {
  value: string;
  /** `YYYY-MM-DD`, or `null` where nobody has yet. */
  checked: string | null;
  /** Known to everybody in England, so shown without a day. */
  known?: true;
  source: string;
}

interface FirstHelp {
  id: '999' | 'police-101' | 'protect';
  name: string;
  phone?: Way;
  web?: Way;
}

/**
 * The few bodies that the forms name. Dated data, not constants: the directory
 * of who can help will hold them with all the others.
 */
export const firstHelp: readonly FirstHelp[] = [
  {id: '999', name: '999', phone: {value: '999', checked: null, known: true, source: 'general knowledge'}},
  {id: 'police-101', name: '101', phone: {value: '101', checked: null, known: true, source: 'plymouth.gov.uk'}},
  {id: 'protect', name: 'Protect', web: {value: 'https://protect-advice.org.uk', checked: null, source: 'optical.org list'}},
];

/** Who helps first, for the words that leave it open: numbers and addresses as text. */
export function firstHelpWays() {
  return {emergency: wayTo('999', 'phone'), police: wayTo('police-101', 'phone'), advice: wayTo('protect', 'web')};
}

function wayTo(id: FirstHelp['id'], way: 'phone' | 'web'): string | undefined {
  return firstHelp.find((body) => body.id === id)?.[way]?.value;
}
