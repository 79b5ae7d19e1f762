/** Moves the focus among siblings that match, with the arrow keys, Home and End; wraps round. */
export function focusStep(event: KeyboardEvent, selector: string, within?: Element | null): void {
  const list =
    within ?? (event.currentTarget as Element).closest('[popover], [role="radiogroup"], dialog, nav');
  const items = [...(list?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (items.length === 0) return;
  const next = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}
