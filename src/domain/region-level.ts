/** Levels of government as the name of a region tells them. */
export const REGION_LEVELS = ['province', 'city', 'county', 'township'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

const MUNICIPALITIES = ['北京市', '上海市', '天津市', '重庆市'];

/**
 * The level of a region by its name: `province` 省、自治区、直辖市 · `city` 市、州、盟 · `county` 区、县、旗 (also of a 市) ·
 * `township` 镇、乡、街道. A county-level city (县级市) is called 市 like a prefecture, and its name alone does not tell
 * them apart: both are `city`. Null where the name tells nothing.
 */
export function regionLevel(region: string): RegionLevel | null {
  const name = region.trim();
  if (/(镇|乡|街道|苏木)$/.test(name)) return 'township';
  if (/(县|旗|区)$/.test(name) && !/(自治区|特别行政区|地区)$/.test(name)) return 'county';
  if (/(省|自治区|特别行政区)$/.test(name) || MUNICIPALITIES.includes(name)) return 'province';
  return /(市|州|盟|地区)$/.test(name) ? 'city' : null;
}
