/** The time in ISO 8601. */
export const now = () => new Date().toISOString();
