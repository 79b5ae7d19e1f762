const REGIONS = ['临夏市', '安阳市北关区'].map((region) => `region=${encodeURIComponent(region)}`).join('&');

/**
 * A page's settings, limited to the regions of the five documents whose figures the tests know: what else the data
 * hold changes nothing.
 */
export const ofFive = (query = ''): string => `${query}${query.includes('?') ? '&' : '?'}${REGIONS}`;
