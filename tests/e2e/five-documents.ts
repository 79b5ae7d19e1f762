/** The departments of the five documents. */
export const OFFICE = '临夏市人民政府办公室';
export const SERVICE = '临夏市政务中心';
export const CONGRESS = '临夏市人民代表大会常务委员会办公室';
export const NORTH = '安阳市北关区便民服务中心';
export const SMART = '临夏市智慧城市服务中心';

const REGIONS = ['临夏市', '安阳市北关区'].map((region) => `region=${encodeURIComponent(region)}`).join('&');

/**
 * A page's settings, limited to the regions of the five documents whose figures the tests know: what else the data
 * hold changes nothing.
 */
export const ofFive = (query = ''): string => `${query}${query.includes('?') ? '&' : '?'}${REGIONS}`;
