/** Whether a heading begins with a full-width quote, which then hangs (class `hanging`) so that its words stand in line. */
export const hangs = (text: string): boolean => text.startsWith('“');
