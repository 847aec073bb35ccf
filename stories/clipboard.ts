/** A story in a browser that lets a page write to the clipboard, or does not. */
export const withClipboard = <Story extends object>(clipboard: Pick<Clipboard, 'writeText'> | undefined, same: Story): Story => ({
  ...same,
  beforeEach() {
    const before = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
    return () => {
      if (before) Object.defineProperty(navigator, 'clipboard', before);
      else Reflect.deleteProperty(navigator, 'clipboard');
    };
  },
});
