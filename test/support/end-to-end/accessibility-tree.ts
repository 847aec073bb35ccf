import type {CDPSession, Page, Protocol} from 'puppeteer-core';

type Node = Protocol.Accessibility.AXNode;

// Boxes that assistive technology says nothing about.
const unspoken = new Set(['generic', 'none', 'GenericContainer', 'paragraph', 'InlineTextBox', 'LineBreak', 'LayoutTable', 'LabelText', 'Legend', 'DescriptionListTerm', 'sectionheader', 'sectionfooter', 'RootWebArea']);

// What these hold is their value, and said with them.
const fields = new Set(['textbox', 'combobox', 'searchbox', 'spinbutton']);

/** Roles that have another name inside Chromium than elsewhere. */
const spoken: Record<string, string> = {generic: 'part', DisclosureTriangle: 'button that unfolds', DescriptionList: 'list of terms'};

/** States in the words in which a tree shows them. Those that hold for nearly everything are left out. */
const states: Record<string, (value: unknown) => string | undefined> = {
  level: (value) => `level ${value}`,
  checked: (value) => (value === 'true' ? 'checked' : 'not checked'),
  selected: (value) => (value ? 'selected' : undefined),
  expanded: (value) => (value ? 'open' : 'folded up'),
  disabled: (value) => (value ? 'disabled' : undefined),
  required: (value) => (value ? 'required' : undefined),
  invalid: (value) => (value && value !== 'false' ? 'invalid' : undefined),
  focused: (value) => (value ? 'focused' : undefined),
  multiline: (value) => (value ? 'several lines' : undefined),
  autocomplete: (value) => (value && value !== 'none' ? `suggests: ${value}` : undefined),
  hasPopup: (value) => (value && value !== 'false' ? `pops up: ${value}` : undefined),
  live: (value) => (value && value !== 'off' ? `live: ${value}` : undefined),
  busy: (value) => (value ? 'busy' : undefined),
  roledescription: (value) => `called “${value}”`,
};

/**
 * What assistive technology is told of what `selector` holds, shadow roots
 * included: a line each for role, “name”, states and description, indented, in
 * reading order. Chromium only.
 *
 * Puppeteer's own snapshot leaves out the groups that name what a radio answers.
 */
export async function accessibilityTree(page: Page, selector: string): Promise<string> {
  const client = await page.createCDPSession();
  try {
    const {nodes} = await client.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const top = await nodeOf(client, selector);
    const root = nodes.find((node) => node.backendDOMNodeId === top);
    if (!root) throw new Error(`The accessibility tree holds no ${selector}.`);
    return `${below(root, byId, 0, '').join('\n')}\n`;
  } finally {
    await client.detach();
  }
}

async function nodeOf(client: CDPSession, selector: string): Promise<number> {
  const {root} = await client.send('DOM.getDocument', {depth: 0});
  const {nodeId} = await client.send('DOM.querySelector', {nodeId: root.nodeId, selector});
  const {node} = await client.send('DOM.describeNode', {nodeId});
  return node.backendNodeId;
}

function below(node: Node, byId: Map<string, Node>, depth: number, said: string): string[] {
  return (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? linesOf(child, byId, depth, said) : [];
  });
}

/** `said` is the name of what is around: its own text is not shown a second time. */
function linesOf(node: Node, byId: Map<string, Node>, depth: number, said: string): string[] {
  const role = String(node.role?.value ?? '');
  const name = tidy(node.name?.value);
  if (role === 'ListMarker') return [];
  if (role === 'StaticText') return name && !said.includes(name) ? [`${'  '.repeat(depth)}“${name}”`] : [];
  // A label's words are the name of its control, and read there.
  if (role === 'LabelText' && !holdsControl(node, byId)) return [];
  if (node.ignored || (unspoken.has(role) && !name && !isLive(node))) return below(node, byId, depth, said);
  const line = [spoken[role] ?? role, name && `“${name}”`, ...statesOf(node), described(node)].filter(Boolean).join(' ');
  return [`${'  '.repeat(depth)}${line}`, ...(fields.has(role) ? [] : below(node, byId, depth + 1, name))];
}

function statesOf(node: Node): string[] {
  const value = tidy(node.value?.value);
  const isHeading = node.role?.value === 'heading';
  const properties = (node.properties ?? []).filter(({name}) => name !== 'level' || isHeading);
  const said = properties.map(({name, value: state}) => states[name]?.(state.value)).filter((each) => each !== undefined);
  return value ? [...said, `holds “${shortened(value)}”`] : said;
}

const described = (node: Node) => (tidy(node.description?.value) ? `– ${tidy(node.description?.value)}` : '');
const isLive = (node: Node) => (node.properties ?? []).some(({name, value}) => name === 'live' && value.value && value.value !== 'off');
const tidy = (text: unknown) => String(text ?? '').replace(/\s+/g, ' ').trim();
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function holdsControl(node: Node, byId: Map<string, Node>): boolean {
  return (node.childIds ?? []).some((id) => {
    const child = byId.get(id);
    return Boolean(child && (child.properties?.some(({name, value}) => name === 'focusable' && value.value) || holdsControl(child, byId)));
  });
}
