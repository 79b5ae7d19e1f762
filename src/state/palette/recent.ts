const KEY = 'juesuan-lens/recent';
const MOST = 8;

/** The entries last chosen in this browser, the latest first. */
export function recentIds(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Actions are not remembered: what they do depends on the moment. */
export function remember(id: string): void {
  if (id.startsWith('action:')) return;
  try {
    const ids = [id, ...recentIds().filter((other) => other !== id)].slice(0, MOST);
    localStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // Private windows may refuse storage: there is no list then.
  }
}
