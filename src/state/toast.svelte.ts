/** One short message at the foot of the page; a new one takes the place of the last. */
class Toast {
  text = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(text: string, milliseconds = 4000): void {
    clearTimeout(this.#timer);
    this.text = text;
    this.#timer = setTimeout(() => (this.text = null), milliseconds);
  }
}

export const toastState = new Toast();

export function toast(text: string): void {
  toastState.show(text);
}
