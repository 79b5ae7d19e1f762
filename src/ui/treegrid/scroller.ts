/** The nearest element around that scrolls up and down; the page itself where none does. */
export function scrollerOf(element: Element): Element {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return element.ownerDocument.documentElement;
}
